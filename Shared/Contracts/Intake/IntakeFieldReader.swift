internal import Domain

/// Reads the fields of an intake event from its data, and keeps the customer's texts to be sealed.
///
/// Of the values that are wrong it remembers the one whose sender is to be told, and goes on: a field behind it may have the wrong JSON type, which
/// comes first.
struct IntakeFieldReader: IntakeFields, JSONMessageFields {
    private(set) var json: JSONFields
    var turn: IntakeTurn?
    private(set) var personal: PersonalData
    private var wrong: (turn: IntakeTurn, fault: Fault)?

    init(_ json: JSONFields, line: ServiceLine) {
        self.json = json
        personal = PersonalData(line: line.key)
    }

    /// - Throws: the fault of the values that were read, where one of them is wrong.
    func check() throws(Fault) {
        if let wrong { throw wrong.fault }
    }

    mutating func refuse<Value>(_ fault: @autoclosure () -> Fault, goingOnWith standIn: Value) -> Value {
        if let turn, wrong.map({ turn < $0.turn }) ?? true { wrong = (turn, fault()) }
        return standIn
    }

    mutating func choice<Word>(_ field: CommandField, _ type: Word.Type, expected: String?) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        guard let text = try json.string(field.name) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let place = json.path(field.name)
        guard let expected else { return try unknown(Word.self, at: place) }
        return refuse(Fault(field: place, problem: "is not known", expected: expected), goingOnWith: nil)
    }

    mutating func choices<Word>(_ field: CommandField, _ type: Word.Type) throws(Fault) -> [Word]
    where Word: RawRepresentable<String> & CaseIterable {
        guard let texts = try json.strings(field.name) else { return [] }
        var words: [Word] = []
        for (index, text) in texts.enumerated() {
            guard let word = Word(rawValue: text) else {
                _ = try unknown(Word.self, at: json.path("\(field.name)[\(index)]"))
                continue
            }
            words.append(word)
        }
        return words
    }

    mutating func day(_ field: CommandField) throws(Fault) -> CivilDate? {
        guard let text = try json.string(field.name) else { return nil }
        if let day = CivilDate(text) { return day }
        let place = json.path(field.name)
        return refuse(Fault(field: place, problem: "is not a day", expected: "a day such as 2026-09-30"), goingOnWith: nil)
    }

    mutating func personal(_ field: PersonalField, isListed: Bool) throws(Fault) -> Bool {
        guard let text = try json.string(field.rawValue), turn != nil else { return false }
        let written = field == .contact ? ServiceLine.spelling(ofPhone: text) ?? text : text
        do throws(Fault) {
            try TextRule(field.form).check(written, field: json.path(field.rawValue))
            if field == .contact, WrittenNumber.isRounded(written) {
                throw Fault(
                    field: json.path(field.rawValue), problem: "is a number as a spreadsheet rounds it",
                    expected: "all its digits, from a column of text")
            }
        } catch {
            refuse(error, goingOnWith: ())
        }
        personal[field] = written
        return !TextRule.isBlank(written)
    }

    mutating func object<Value>(
        _ field: CommandField, _ read: (inout IntakeFieldReader) throws(Fault) -> Value
    ) throws(Fault) -> Value? {
        guard let inner = try json.fields(field.name) else { return nil }
        return try within(inner, read)
    }

    mutating func objects<Value>(
        _ field: CommandField, _ read: (inout IntakeFieldReader) throws(Fault) -> Value
    ) throws(Fault) -> [Value] {
        guard let inner = try json.list(field.name) else { return [] }
        var values: [Value] = []
        for object in inner { values.append(try within(object, read)) }
        return values
    }

    private mutating func within<Value>(
        _ inner: JSONFields, _ read: (inout IntakeFieldReader) throws(Fault) -> Value
    ) throws(Fault) -> Value {
        let outer = json
        json = inner
        defer { json = outer }
        return try read(&self)
    }
}
