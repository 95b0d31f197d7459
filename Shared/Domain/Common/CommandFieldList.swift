/// One field of a command with what it may hold.
public struct DescribedField: Hashable, Sendable {
    /// What a field may hold.
    public enum Kind: Hashable, Sendable {
        case text(TextForm)
        case words([String])
        case number(ClosedRange<Int64>)
        case flag
        case time
        case amount
        case codes
        case figures
    }

    public let field: CommandField
    public let kind: Kind

    public var name: String { field.name }
}

/// Lists the fields of a command: it gives each that is required its example, so that the description runs to its end.
struct CommandFieldList: CommandFields {
    private(set) var fields: [DescribedField] = []

    func place(of name: String) -> String { name }

    mutating func text(_ field: CommandField, _ form: TextForm) -> String? { add(field, .text(form)) }

    mutating func word<Word>(_ field: CommandField, _ type: Word.Type) -> Word? where Word: RawRepresentable<String> & CaseIterable {
        add(field, .words(Word.allCases.map(\.rawValue))).flatMap(Word.init(rawValue:))
    }

    mutating func number(_ field: CommandField, in range: ClosedRange<Int64>) -> Int? {
        add(field, .number(range)).map { _ in Int(range.lowerBound) }
    }

    mutating func flag(_ field: CommandField) -> Bool? { add(field, .flag).map { _ in true } }

    mutating func time(_ field: CommandField) -> Instant? { add(field, .time).map { _ in Instant(seconds: 0) } }

    mutating func amount(_ field: CommandField) -> Money? { add(field, .amount).map { _ in Money(minorUnits: 0) } }

    mutating func codes(_ field: CommandField) -> [String] {
        _ = add(field, .codes)
        return []
    }

    mutating func figures(_ field: CommandField) -> [Particulars.Figure] {
        _ = add(field, .figures)
        return []
    }

    mutating func refuse<Value>(_ fault: @autoclosure () -> Fault, goingOnWith standIn: Value) -> Value { standIn }

    mutating func seal(_ text: String, of field: CommandField, for purpose: SealedPurpose) -> SealedText { SealedText(ciphertext: text) }

    /// The example of a field that is required.
    private mutating func add(_ field: CommandField, _ kind: DescribedField.Kind) -> String? {
        fields.append(DescribedField(field: field, kind: kind))
        return field.isRequired ? field.example : nil
    }
}
