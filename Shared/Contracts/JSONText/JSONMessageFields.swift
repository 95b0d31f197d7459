internal import Domain

/// Reads the fields that every message may have from the JSON of its data: first whether a value has its JSON type, which is thrown at once, then whether
/// it is one that may be there, which ``MessageFields/refuse(_:goingOnWith:)`` is asked about.
protocol JSONMessageFields: MessageFields {
    var json: JSONFields { get }
}

extension JSONMessageFields {
    func place(of name: String) -> String { json.path(name) }

    mutating func text(_ field: CommandField, _ form: TextForm) throws(Fault) -> String? {
        guard let text = try json.string(field.name) else { return nil }
        do throws(Fault) {
            guard !TextRule.isBlank(text) else { throw Fault(field: json.path(field.name), problem: "is empty", expected: "some text") }
            try TextRule(form).check(text, field: json.path(field.name))
            return text
        } catch {
            return try refuse(error, goingOnWith: nil)
        }
    }

    mutating func word<Word>(_ field: CommandField, _ type: Word.Type) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        guard let text = try text(field, .code) else { return nil }
        if let word = Word(rawValue: text) { return word }
        return try unknown(Word.self, at: json.path(field.name))
    }

    /// A text is none of the words there are.
    mutating func unknown<Word>(_ type: Word.Type, at place: String) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return try refuse(Fault(field: place, problem: "is not known", expected: "one of " + known), goingOnWith: nil)
    }

    mutating func number(_ field: CommandField, in range: ClosedRange<Int64>) throws(Fault) -> Int? {
        guard let number = try json.integer(field.name) else { return nil }
        guard range.contains(number) else {
            let place = json.path(field.name)
            let expected = "\(range.lowerBound) to \(range.upperBound)"
            return try refuse(Fault(field: place, problem: "is out of range", expected: expected), goingOnWith: nil)
        }
        return Int(number)
    }

    mutating func flag(_ field: CommandField) throws(Fault) -> Bool? { try json.boolean(field.name) }

    mutating func time(_ field: CommandField) throws(Fault) -> Instant? {
        guard let text = try text(field, .code) else { return nil }
        do {
            return try TextRule.time(text, field: json.path(field.name))
        } catch {
            return try refuse(error, goingOnWith: nil)
        }
    }

    mutating func amount(_ field: CommandField) throws(Fault) -> Money? {
        guard let amount = try json.fields(field.name) else { return nil }
        let minorUnits = try amount.integer("minorUnits")
        let currency = try amount.string("currency")
        do {
            return try MoneyRule.money(minorUnits: minorUnits, currency: currency, field: json.path(field.name))
        } catch {
            return try refuse(error, goingOnWith: nil)
        }
    }
}

extension TextRule {
    init(_ form: TextForm) { self.init(maximum: form.maximum, allowsLineBreaks: form.allowsLineBreaks) }
}
