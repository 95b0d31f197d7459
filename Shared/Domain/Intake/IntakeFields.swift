/// Which of an intake event's faults its sender is told: of several values that are wrong, one of the earliest turn, and of one turn the first that was
/// read. A value of the wrong JSON type comes before all of them.
public enum IntakeTurn: Int, Comparable, Sendable {
    /// What the event is about.
    case subject
    /// What the customer says of themselves and their trouble.
    case words
    case settlement
    /// Where and when it came in, and what came with it.
    case circumstances
    case appeal
    /// What an appeal's form ends with.
    case endOfAppeal

    public static func < (one: IntakeTurn, other: IntakeTurn) -> Bool { one.rawValue < other.rawValue }
}

/// The fields of an intake event: beside what every message may have, texts of the customer, which are kept to be sealed, lists of words and objects.
public protocol IntakeFields: MessageFields {
    /// The turn of the fields that are read from here on; `nil` for such as the type does not have: they must have their JSON type and are passed over.
    var turn: IntakeTurn? { get set }
    /// One of a few words, and nothing else.
    ///
    /// - Parameter expected: how a fault lists them, where not as `one of a, b`.
    mutating func choice<Word>(_ field: CommandField, _ type: Word.Type, expected: String?) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable
    /// A list of such words.
    mutating func choices<Word>(_ field: CommandField, _ type: Word.Type) throws(Fault) -> [Word]
    where Word: RawRepresentable<String> & CaseIterable
    mutating func day(_ field: CommandField) throws(Fault) -> CivilDate?
    /// A text of the customer, kept by the reader.
    ///
    /// - Parameter isListed: whether the contract names it among the type's fields.
    /// - Returns: whether it says anything.
    mutating func personal(_ field: PersonalField, isListed: Bool) throws(Fault) -> Bool
    mutating func object<Value>(_ field: CommandField, _ read: (inout Self) throws(Fault) -> Value) throws(Fault) -> Value?
    mutating func objects<Value>(_ field: CommandField, _ read: (inout Self) throws(Fault) -> Value) throws(Fault) -> [Value]
}

/// The words of the descriptions of intake events. An example that is empty stands in none.
extension IntakeFields {
    mutating func optionalChoice<Word>(
        _ name: String, _ help: String, _ example: Word?, expected: String? = nil
    ) throws(Fault) -> Word? where Word: RawRepresentable<String> & CaseIterable {
        try choice(CommandField(name, help, example?.rawValue ?? "", isRequired: false), Word.self, expected: expected)
    }

    mutating func optionalDay(_ name: String, _ help: String, _ example: String = "") throws(Fault) -> CivilDate? {
        try day(CommandField(name, help, example, isRequired: false))
    }
}
