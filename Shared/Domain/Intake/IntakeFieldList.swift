/// One field of an intake event with what it may hold.
public struct IntakeField: Hashable, Sendable {
    /// What a field may hold.
    public enum Kind: Hashable, Sendable {
        /// What a field of a command may hold, too.
        case plain(DescribedField.Kind)
        /// A text that is sealed.
        case personal(TextForm)
        case day
        case choices([String])
        case object([IntakeField])
        case objects([IntakeField])
    }

    public let field: CommandField
    public let kind: Kind

    public var name: String { field.name }
}

/// Lists the fields of an intake event, with those of the objects in it.
struct IntakeFieldList: IntakeFields {
    private(set) var fields: [IntakeField] = []
    /// What is passed over is no field of the type.
    var turn: IntakeTurn?

    func place(of name: String) -> String { name }

    mutating func text(_ field: CommandField, _ form: TextForm) -> String? {
        add(field, .plain(.text(form)))
        return field.example
    }

    mutating func word<Word>(_ field: CommandField, _ type: Word.Type) -> Word? where Word: RawRepresentable<String> & CaseIterable {
        choice(field, type, expected: nil)
    }

    mutating func number(_ field: CommandField, in range: ClosedRange<Int64>) -> Int? {
        add(field, .plain(.number(range)))
        return nil
    }

    mutating func flag(_ field: CommandField) -> Bool? {
        add(field, .plain(.flag))
        return nil
    }

    mutating func time(_ field: CommandField) -> Instant? {
        add(field, .plain(.time))
        return nil
    }

    mutating func amount(_ field: CommandField) -> Money? {
        add(field, .plain(.amount))
        return nil
    }

    mutating func refuse<Value>(_ fault: @autoclosure () -> Fault, goingOnWith standIn: Value) -> Value { standIn }

    mutating func choice<Word>(_ field: CommandField, _ type: Word.Type, expected: String?) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        add(field, .plain(.words(Word.allCases.map(\.rawValue))))
        return nil
    }

    mutating func choices<Word>(_ field: CommandField, _ type: Word.Type) -> [Word] where Word: RawRepresentable<String> & CaseIterable {
        add(field, .choices(Word.allCases.map(\.rawValue)))
        return []
    }

    mutating func day(_ field: CommandField) -> CivilDate? {
        add(field, .day)
        return nil
    }

    mutating func personal(_ field: PersonalField, isListed: Bool) -> Bool {
        if isListed { add(CommandField(field.rawValue, field.help, field.example, isRequired: false), .personal(field.form)) }
        return true
    }

    mutating func object<Value>(
        _ field: CommandField, _ read: (inout IntakeFieldList) throws(Fault) -> Value
    ) throws(Fault) -> Value? {
        let (value, inner) = try listed(read)
        add(field, .object(inner))
        return value
    }

    mutating func objects<Value>(
        _ field: CommandField, _ read: (inout IntakeFieldList) throws(Fault) -> Value
    ) throws(Fault) -> [Value] {
        let (value, inner) = try listed(read)
        add(field, .objects(inner))
        return [value]
    }

    private mutating func listed<Value>(
        _ read: (inout IntakeFieldList) throws(Fault) -> Value
    ) throws(Fault) -> (value: Value, fields: [IntakeField]) {
        var inner = IntakeFieldList(turn: turn)
        return (try read(&inner), inner.fields)
    }

    private mutating func add(_ field: CommandField, _ kind: IntakeField.Kind) {
        if turn != nil { fields.append(IntakeField(field: field, kind: kind)) }
    }
}
