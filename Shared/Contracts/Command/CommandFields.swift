internal import Domain
internal import Foundation

/// The fields that commands have in common, read and checked.
struct CommandFields {
    let json: JSONFields
    let complaint: ComplaintNumber

    /// - Throws: a `Fault` when there is no complaint.
    private init(_ json: JSONFields) throws(Fault) {
        self.json = json
        complaint = ComplaintNumber(try Self.required("complaint", .code, in: json))
    }

    /// Reads the data of a command and hands its fields to `body`, which must not keep them.
    ///
    /// - Throws: a `Fault` when there is no object or no complaint in it, and what `body` throws.
    static func read<Result: Sendable>(_ event: CloudEvent, _ body: @Sendable (CommandFields) throws(Fault) -> Result) throws(Fault)
        -> Result
    {
        try JSONFields.read(event.data, at: "data") { json throws(Fault) in try body(CommandFields(json)) }
    }

    /// The complaint that an event names, where it can be read: what is wrong with the event is reported already.
    static func complaint(of event: CloudEvent) -> ComplaintNumber? {
        do {
            return try read(event) { fields in fields.complaint }
        } catch {
            return nil
        }
    }

    /// - Throws: a `Fault` when `by` is missing: nothing is done that nobody has asked for.
    func identity(of event: CloudEvent) throws(Fault) -> CommandIdentity {
        CommandIdentity(type: event.type, source: event.source, id: event.id, actor: ActorID(try code("by")))
    }

    func code(_ name: String) throws(Fault) -> String { try Self.required(name, .code, in: json) }

    func optionalCode(_ name: String) throws(Fault) -> String? { try Self.optional(name, .code, in: json) }

    func text(_ name: String, _ rule: TextRule = .reason) throws(Fault) -> String { try Self.required(name, rule, in: json) }

    func optionalText(_ name: String, _ rule: TextRule = .reason) throws(Fault) -> String? { try Self.optional(name, rule, in: json) }

    /// The number of a document.
    func reference(_ name: String) throws(Fault) -> String { try text(name, TextRule(maximum: 128)) }

    func optionalReference(_ name: String) throws(Fault) -> String? { try optionalText(name, TextRule(maximum: 128)) }

    func flag(_ name: String) throws(Fault) -> Bool {
        guard let flag = try json.boolean(name) else {
            throw Fault(field: json.path(name), problem: "is missing", expected: "true or false")
        }
        return flag
    }

    func number(_ name: String, in range: ClosedRange<Int64>) throws(Fault) -> Int {
        guard let number = try quantity(name, in: range) else {
            throw Fault(field: json.path(name), problem: "is missing", expected: "\(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A text that only people may read, sealed at once.
    func note(_ name: String, _ personalData: some PersonalDataGuard) throws(Fault) -> Sealed {
        guard let note = try optionalNote(name, personalData) else {
            throw Fault(field: json.path(name), problem: "is missing", expected: "some text")
        }
        return note
    }

    /// A reason or a request in free words, which may name the customer whatever its writer is asked: sealed at once, as a note is, and carried
    /// on as the text it then is.
    func freeText(_ name: String, _ personalData: some PersonalDataGuard) throws(Fault) -> String {
        try seal(try text(name), name, SealContext.note, personalData).rawValue
    }

    func optionalFreeText(_ name: String, _ personalData: some PersonalDataGuard) throws(Fault) -> String? {
        guard let text = try optionalText(name) else { return nil }
        return try seal(text, name, SealContext.note, personalData).rawValue
    }

    func optionalNote(_ name: String, _ personalData: some PersonalDataGuard) throws(Fault) -> Sealed? {
        let rule = TextRule(maximum: CommandReader.maximumAnswerLength, allowsLineBreaks: true)
        guard let text = try optionalText(name, rule) else { return nil }
        return try seal(text, name, SealContext.note, personalData)
    }

    func seal(_ text: String, _ name: String, _ context: String, _ personalData: some PersonalDataGuard) throws(Fault) -> Sealed {
        do {
            return try personalData.seal(Data(text.utf8), context: context)
        } catch {
            throw Fault.unsealable(json.path(name))
        }
    }

    func money(_ name: String) throws(Fault) -> Money? {
        guard let amount = try json.fields(name) else { return nil }
        return try MoneyRule.money(
            minorUnits: amount.integer("minorUnits"), currency: amount.string("currency"), field: json.path(name))
    }

    func requiredMoney(_ name: String) throws(Fault) -> Money {
        guard let money = try money(name) else { throw Fault(field: json.path(name), problem: "is missing", expected: "an amount") }
        return money
    }

    /// The further figures and circumstances of a finding; `nil` where there are none.
    func particulars() throws(Fault) -> Particulars? {
        var figures: [Particulars.Figure] = []
        for figure in try json.objects("figures") ?? [] {
            let name = try Self.required("name", .code, in: figure)
            guard let value = try figure.integer("value") else {
                throw Fault(field: figure.path("value"), problem: "is missing", expected: "a whole number")
            }
            guard value >= 0 else { throw Fault(field: figure.path("value"), problem: "is below 0", expected: "0 or more") }
            figures.append(Particulars.Figure(name: name, value: value))
        }
        try checkCount(figures.count, of: "figures")
        let circumstances = try json.strings("circumstances") ?? []
        for text in circumstances { try TextRule.code.check(text, field: json.path("circumstances")) }
        try checkCount(circumstances.count, of: "circumstances")
        return Particulars(cause: try optionalCode("cause"), figures: figures, circumstances: circumstances)
    }

    private func checkCount(_ count: Int, of name: String) throws(Fault) {
        guard count <= 16 else { throw Fault(field: json.path(name), problem: "has too many elements", expected: "at most 16") }
    }

    func quantity(_ name: String, in range: ClosedRange<Int64> = 0...100_000) throws(Fault) -> Int? {
        guard let number = try json.integer(name) else { return nil }
        guard range.contains(number) else {
            throw Fault(field: json.path(name), problem: "is out of range", expected: "\(range.lowerBound) to \(range.upperBound)")
        }
        return Int(number)
    }

    func word<Word: RawRepresentable & CaseIterable>(_ name: String, _: Word.Type) throws(Fault) -> Word where Word.RawValue == String {
        let text = try code(name)
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(field: json.path(name), problem: "is not known", expected: "one of " + known)
        }
        return word
    }

    func optionalWord<Word: RawRepresentable & CaseIterable>(_ name: String, _ type: Word.Type) throws(Fault) -> Word?
    where Word.RawValue == String {
        try optionalCode(name) == nil ? nil : try word(name, type)
    }

    func time(_ name: String) throws(Fault) -> Instant {
        try TextRule.time(try code(name), field: json.path(name))
    }

    private static func required(_ name: String, _ rule: TextRule, in json: JSONFields) throws(Fault) -> String {
        guard let text = try optional(name, rule, in: json) else {
            throw Fault(field: json.path(name), problem: "is missing", expected: "some text")
        }
        return text
    }

    private static func optional(_ name: String, _ rule: TextRule, in json: JSONFields) throws(Fault) -> String? {
        guard let text = try json.string(name) else { return nil }
        guard !TextRule.isBlank(text) else { throw Fault(field: json.path(name), problem: "is empty", expected: "some text") }
        try rule.check(text, field: json.path(name))
        return text
    }
}
