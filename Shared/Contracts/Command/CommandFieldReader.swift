internal import Domain

/// Reads the fields of a command from the data of its event and keeps what they hold, for the case that some of it has to be sealed: the key is not known yet.
struct CommandFieldReader: CommandFields {
    /// Where a command's fields are.
    static let root = "data"

    private var source: CommandSource
    private(set) var values: [CommandValue] = []
    /// Whether something has to be sealed; what was made of the fields is then worth nothing.
    private(set) var needsSeal = false

    let complaint: ComplaintNumber
    var json: JSONFields { source.json }

    /// - Throws: a `Fault` when there is no complaint.
    private init(_ json: JSONFields) throws(Fault) {
        source = CommandSource(json: json)
        complaint = ComplaintNumber(try CommandEnvelope.required("complaint", in: json))
    }

    /// Reads the data of a command and hands its fields to `body`, which must not keep them.
    ///
    /// - Throws: a `Fault` when there is no object or no complaint in it, and what `body` throws.
    static func read<Result: Sendable>(
        _ event: CloudEvent, _ body: @Sendable (inout CommandFieldReader) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        try JSONFields.read(event.data, at: root) { json throws(Fault) in
            var fields = try CommandFieldReader(json)
            return try body(&fields)
        }
    }

    /// Reads a command of a name.
    ///
    /// - Throws: a `Fault` at a field that is missing or wrong.
    mutating func command<Command: DescribedCommand>(_ name: Command.Name) throws(Fault) -> CommandContent<Command> {
        let command = try Command.read(name, from: &self)
        return needsSeal ? .unsealed(UnsealedCommand(name: name, values: values)) : .complete(command)
    }

    func place(of name: String) -> String { source.place(of: name) }

    mutating func text(_ field: CommandField, _ form: TextForm) throws(Fault) -> String? {
        let text = try source.text(field, form)
        values.append(.text(text))
        return text
    }

    mutating func word<Word>(_ field: CommandField, _ type: Word.Type) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        let word = try source.word(field, type)
        values.append(.text(word?.rawValue))
        return word
    }

    mutating func number(_ field: CommandField, in range: ClosedRange<Int64>) throws(Fault) -> Int? {
        let number = try source.number(field, in: range)
        values.append(.number(number))
        return number
    }

    mutating func flag(_ field: CommandField) throws(Fault) -> Bool? {
        let flag = try source.flag(field)
        values.append(.flag(flag))
        return flag
    }

    mutating func time(_ field: CommandField) throws(Fault) -> Instant? {
        let time = try source.time(field)
        values.append(.time(time))
        return time
    }

    mutating func amount(_ field: CommandField) throws(Fault) -> Money? {
        let amount = try source.amount(field)
        values.append(.amount(amount))
        return amount
    }

    mutating func codes(_ field: CommandField) throws(Fault) -> [String] {
        let codes = try json.strings(field.name) ?? []
        for code in codes { try TextRule.code.check(code, field: json.path(field.name)) }
        try checkCount(codes.count, of: field)
        values.append(.codes(codes))
        return codes
    }

    mutating func figures(_ field: CommandField) throws(Fault) -> [Particulars.Figure] {
        var figures: [Particulars.Figure] = []
        for figure in try json.objects(field.name) ?? [] {
            let name = try CommandEnvelope.required("name", in: figure)
            guard let value = try figure.integer("value") else {
                throw Fault(field: figure.path("value"), problem: "is missing", expected: "a whole number")
            }
            guard value >= 0 else { throw Fault(field: figure.path("value"), problem: "is below 0", expected: "0 or more") }
            figures.append(Particulars.Figure(name: name, value: value))
        }
        try checkCount(figures.count, of: field)
        values.append(.figures(figures))
        return figures
    }

    func refuse<Value>(_ fault: @autoclosure () -> Fault, goingOnWith standIn: Value) throws(Fault) -> Value { throw fault() }

    mutating func seal(_ text: String, of field: CommandField, for purpose: SealedPurpose) -> SealedText {
        needsSeal = true
        return SealedText(ciphertext: "")
    }

    private func checkCount(_ count: Int, of field: CommandField) throws(Fault) {
        guard count <= 16 else { throw Fault(field: json.path(field.name), problem: "has too many elements", expected: "at most 16") }
    }
}

/// The JSON of a command. A command has its faults in the order of its fields: the first one is what its sender is told.
private struct CommandSource: JSONMessageFields {
    let json: JSONFields

    func refuse<Value>(_ fault: @autoclosure () -> Fault, goingOnWith standIn: Value) throws(Fault) -> Value { throw fault() }
}
