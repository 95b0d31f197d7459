/// One field of a command or an intake event as its description names it.
public struct CommandField: Hashable, Sendable {
    /// As the contract has it, such as `paymentKey`.
    public let name: String
    /// What it holds, in one line.
    public let help: String
    /// A value as people write it: a whole number, `true`, an amount in minor units, `name=1` for figures, or the text itself.
    public let example: String
    public let isRequired: Bool

    init(_ name: String, _ help: String, _ example: String, isRequired: Bool = true) {
        self.name = name
        self.help = help
        self.example = example
        self.isRequired = isRequired
    }
}

/// What a text of a message may be.
public struct TextForm: Hashable, Sendable {
    /// What a text is read as.
    public enum Kind: Hashable, Sendable {
        /// A code of the policy, or an identity of ours.
        case code
        /// The ground of a finding of liability, which the compensation policy knows.
        case findingGround
        /// The ground of what is given and not owed, which the compensation policy knows.
        case goodwillGround
        case unit
        case desk
        case complaint
        /// The number of a document or of a payment.
        case reference
        /// Words of a person.
        case words
    }

    public let kind: Kind
    /// In Unicode code points.
    public let maximum: Int
    public let allowsLineBreaks: Bool
    /// Whether it is sealed before it is decided: it may name the customer, whatever its writer is asked.
    public let isSealed: Bool

    private init(_ kind: Kind, _ maximum: Int, allowsLineBreaks: Bool = false, isSealed: Bool = false) {
        self.kind = kind
        self.maximum = maximum
        self.allowsLineBreaks = allowsLineBreaks
        self.isSealed = isSealed
    }

    public static let code = TextForm(.code, 64)
    public static let findingGround = TextForm(.findingGround, 64)
    public static let goodwillGround = TextForm(.goodwillGround, 64)
    public static let unit = TextForm(.unit, 64)
    public static let claim = TextForm(.reference, 64)
    public static let desk = TextForm(.desk, 64)
    public static let complaint = TextForm(.complaint, 64)
    public static let reference = TextForm(.reference, 128)
    public static let alert = TextForm(.reference, 200)
    /// Words in clear that name nobody.
    public static let remark = TextForm(.words, 1000, allowsLineBreaks: true)
    /// A reason or a request.
    public static let reason = TextForm(.words, 1000, allowsLineBreaks: true, isSealed: true)
    /// An answer, a plan, what was found.
    public static let long = TextForm(.words, longest, allowsLineBreaks: true, isSealed: true)

    /// The name or the address of an organisation, in clear.
    public static let name = TextForm(.words, 200)

    /// What a complainant says, which is sealed whole.
    static func personal(_ maximum: Int, allowsLineBreaks: Bool = false) -> TextForm {
        TextForm(.words, maximum, allowsLineBreaks: allowsLineBreaks, isSealed: true)
    }

    /// The most characters that any text of a command may have.
    public static let longest = 4000
}

/// What a sealed text is for: it opens under no other purpose.
public enum SealedPurpose: Sendable {
    case answer
    case note
}

/// The fields of one message, one after the other: from its JSON, or listed for whoever describes the message.
///
/// A field that is absent is `nil`; the methods without `optional` in ``MessageFields``'s extension refuse that.
public protocol MessageFields {
    /// Where faults say that a field is, such as `data.reason`.
    func place(of name: String) -> String
    mutating func text(_ field: CommandField, _ form: TextForm) throws(Fault) -> String?
    mutating func word<Word>(_ field: CommandField, _ type: Word.Type) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable
    mutating func number(_ field: CommandField, in range: ClosedRange<Int64>) throws(Fault) -> Int?
    mutating func flag(_ field: CommandField) throws(Fault) -> Bool?
    mutating func time(_ field: CommandField) throws(Fault) -> Instant?
    mutating func amount(_ field: CommandField) throws(Fault) -> Money?
    /// Takes note of a value that is missing or wrong.
    ///
    /// - Returns: the stand-in, where the reader goes on to see whether another fault comes before this one.
    /// - Throws: the fault, where nothing can come before it.
    mutating func refuse<Value>(_ fault: @autoclosure () -> Fault, goingOnWith standIn: Value) throws(Fault) -> Value
}

/// The fields of a command: beside what every message may have, lists, and texts that are sealed once the key of their document is known.
public protocol CommandFields: MessageFields {
    /// At most 16 codes.
    mutating func codes(_ field: CommandField) throws(Fault) -> [String]
    /// At most 16 named numbers.
    mutating func figures(_ field: CommandField) throws(Fault) -> [Particulars.Figure]
    /// Seals what was read as the text of a field.
    mutating func seal(_ text: String, of field: CommandField, for purpose: SealedPurpose) throws(Fault) -> SealedText
}

/// The words of the descriptions: a kind of field each, required unless its name says otherwise.
extension MessageFields {
    mutating func code(_ name: String, _ help: String, _ example: String, _ form: TextForm = .code) throws(Fault) -> String {
        try required(CommandField(name, help, example), form)
    }

    mutating func optionalCode(_ name: String, _ help: String, _ example: String, _ form: TextForm = .code) throws(Fault) -> String? {
        try text(CommandField(name, help, example, isRequired: false), form)
    }

    mutating func unit(_ name: String, _ help: String, _ example: String) throws(Fault) -> Unit {
        Unit(try required(CommandField(name, help, example), .unit))
    }

    mutating func desk(_ name: String, _ help: String, _ example: String) throws(Fault) -> Desk {
        Desk(try required(CommandField(name, help, example), .desk))
    }

    mutating func complaint(_ name: String, _ help: String, _ example: String) throws(Fault) -> ComplaintNumber {
        ComplaintNumber(try required(CommandField(name, help, example), .complaint))
    }

    mutating func optionalProvince(_ help: String) throws(Fault) -> Province? {
        try optionalCode("province", help, "CN-AH").map { Province($0) }
    }

    mutating func reference(_ name: String, _ help: String, _ example: String) throws(Fault) -> String {
        try code(name, help, example, .reference)
    }

    mutating func optionalReference(_ name: String, _ help: String, _ example: String) throws(Fault) -> String? {
        try optionalCode(name, help, example, .reference)
    }

    mutating func word<Word>(_ name: String, _ help: String, _ example: Word) throws(Fault) -> Word
    where Word: RawRepresentable<String> & CaseIterable {
        let field = CommandField(name, help, example.rawValue)
        guard let word = try word(field, Word.self) else { return try lack(field, "some text", standIn: example) }
        return word
    }

    mutating func optionalWord<Word>(_ name: String, _ help: String, _ example: Word) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        try word(CommandField(name, help, example.rawValue, isRequired: false), Word.self)
    }

    mutating func number(_ name: String, in range: ClosedRange<Int64>, _ help: String, _ example: String) throws(Fault) -> Int {
        let field = CommandField(name, help, example)
        guard let number = try number(field, in: range) else {
            return try lack(field, "\(range.lowerBound) to \(range.upperBound)", standIn: 0)
        }
        return number
    }

    mutating func optionalNumber(_ name: String, in range: ClosedRange<Int64>, _ help: String, _ example: String) throws(Fault) -> Int? {
        try number(CommandField(name, help, example, isRequired: false), in: range)
    }

    mutating func flag(_ name: String, _ help: String) throws(Fault) -> Bool {
        let field = CommandField(name, help, "true")
        guard let flag = try flag(field) else { return try lack(field, "true or false", standIn: false) }
        return flag
    }

    mutating func optionalFlag(_ name: String, _ help: String, _ example: String = "true") throws(Fault) -> Bool? {
        try flag(CommandField(name, help, example, isRequired: false))
    }

    mutating func time(_ name: String, _ help: String, _ example: String) throws(Fault) -> Instant {
        let field = CommandField(name, help, example)
        guard let time = try time(field) else { return try lack(field, "some text", standIn: Instant(seconds: 0)) }
        return time
    }

    mutating func amount(_ name: String, _ help: String, _ example: String) throws(Fault) -> Money {
        let field = CommandField(name, help, example)
        guard let amount = try amount(field) else { return try lack(field, "an amount", standIn: Money(minorUnits: 0)) }
        return amount
    }

    mutating func optionalAmount(_ name: String, _ help: String, _ example: String) throws(Fault) -> Money? {
        try amount(CommandField(name, help, example, isRequired: false))
    }

    mutating func required(_ field: CommandField, _ form: TextForm) throws(Fault) -> String {
        guard let text = try text(field, form) else { return try lack(field, "some text", standIn: "") }
        return text
    }

    /// A field that must be there is not.
    mutating func lack<Value>(_ field: CommandField, _ expected: String, standIn: Value) throws(Fault) -> Value {
        let place = place(of: field.name)
        return try refuse(Fault(field: place, problem: "is missing", expected: expected), goingOnWith: standIn)
    }
}

/// The words of the descriptions of commands.
extension CommandFields {
    mutating func codes(_ name: String, _ help: String, _ example: String) throws(Fault) -> [String] {
        try codes(CommandField(name, help, example, isRequired: false))
    }

    mutating func figures(_ name: String, _ help: String, _ example: String) throws(Fault) -> [Particulars.Figure] {
        try figures(CommandField(name, help, example, isRequired: false))
    }

    /// A reason or a request in free words, to be sealed.
    mutating func reason(_ name: String, _ help: String, _ example: String) throws(Fault) -> Reason {
        let field = CommandField(name, help, example)
        return .words(try seal(try required(field, .reason), of: field, for: .note))
    }

    mutating func reason(_ example: String) throws(Fault) -> Reason { try reason("reason", "Why.", example) }

    mutating func optionalReason(_ name: String, _ help: String, _ example: String) throws(Fault) -> Reason? {
        let field = CommandField(name, help, example, isRequired: false)
        guard let text = try text(field, .reason) else { return nil }
        return .words(try seal(text, of: field, for: .note))
    }

    /// A text that only people may read, to be sealed.
    mutating func note(_ name: String, _ help: String, _ example: String) throws(Fault) -> SealedText {
        let field = CommandField(name, help, example)
        return try seal(try required(field, .long), of: field, for: .note)
    }

    mutating func optionalNote(_ name: String, _ help: String, _ example: String) throws(Fault) -> SealedText? {
        let field = CommandField(name, help, example, isRequired: false)
        guard let text = try text(field, .long) else { return nil }
        return try seal(text, of: field, for: .note)
    }
}
