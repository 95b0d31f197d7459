/// What stands in a template's place, before it is put into words; never personal data.
public enum NoticeValue: Hashable, Sendable {
    /// Verbatim.
    case text(String)
    /// Codes of one vocabulary, for which the template policy may have words.
    case words(Vocabulary, [String])
    case money(Money)
    /// A point in time, to the minute.
    case time(Instant)
    /// The day of a point in time.
    case day(Instant)
    /// What an amount is made of.
    case reasons([Reason])

    /// A part of an amount, with what it is for.
    public struct Reason: Hashable, Sendable {
        /// The line's name, for which the template policy has words.
        public let tariff: String
        /// Signed: what is taken off is below zero.
        public let amount: Money
    }

    /// What kind of code it is: the same code can mean a unit and a category.
    public enum Vocabulary: String, DocumentWord, Codable, Sendable, CaseIterable {
        case field
        case category
        case unit
        case clock
        case province
        /// How far a complaint has come (`NoticeStage`); `registered` before any of them.
        case stage
        /// What the operator is sorry for (S090): `late`, `fault`, `late-and-fault`.
        case apology
        /// How severe a warning is (S139).
        case grade
        /// What a part of an amount is for.
        case tariff
        /// Why nothing is owed; where it depends on the ground, `code/ground`.
        case denial
        /// What an appeal body or a mediation did.
        case step
        /// What follows of an appeal, by the operator's own reading.
        case outcome
        /// What an appeal is judged by, said where it is not met.
        case point
        /// An appeal body: a province's is `provincial`, with the province in its words.
        case body
        /// Why a complaint is a major one.
        case ground
        /// What a finding of liability is based on.
        case finding
        /// Up to which sum who approves.
        case band
        /// What happened, in a digest: the triggers.
        case notice
    }

    static func word(_ unit: Unit) -> NoticeValue { .words(.unit, [unit.rawValue]) }
    static func word(_ category: Category) -> NoticeValue { .words(.category, [category.rawValue]) }
    static func word(_ province: Province) -> NoticeValue { .words(.province, [province.rawValue]) }
    static func word(_ clock: ClockName) -> NoticeValue { .words(.clock, [clock.rawValue]) }
    static func word(_ body: AppealBody) -> NoticeValue { .words(.body, [body.rawValue]) }
    static func number(_ number: Int) -> NoticeValue { .text(String(number)) }
}

extension NoticeValue: DocumentValue {
    /// One text: a sign for the kind, then the value. Stored files are many, and most of what they held were names of fields.
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) { try self.init(stored: reader.text()) }
    public func write<Writer: DocumentWriter>(to writer: Writer) { writer.value(stored) }

    private init(stored text: String) throws(Fault) {
        let rest = text.dropFirst()
        switch text.first {
        case "=": self = .text(String(rest))
        case "@": self = .time(try NoticeShorthand.instant(rest))
        case "#": self = .day(try NoticeShorthand.instant(rest))
        case "%": self = .reasons(try Self.reasons(rest))
        case "$":
            let parts = rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let amount = Int64(signedDigits: parts[0]) else { throw Fault.meaningless }
            self = .money(Money(minorUnits: amount, currency: String(parts[1])))
        default:
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let vocabulary = Vocabulary(rawValue: String(parts[0])) else { throw Fault.meaningless }
            self = .words(vocabulary, parts[1].split(separator: ",").map { String($0) })
        }
    }

    private static func reasons(_ text: Substring) throws(Fault) -> [Reason] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var reasons: [Reason] = []
        for line in lines.dropFirst() {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let amount = Int64(signedDigits: parts[0]) else { throw Fault.meaningless }
            reasons.append(Reason(tariff: String(parts[1]), amount: Money(minorUnits: amount, currency: String(lines[0]))))
        }
        return reasons
    }

    private var stored: String {
        switch self {
        case .text(let text): "=" + text
        case .time(let instant): "@" + NoticeShorthand.text(instant)
        case .day(let instant): "#" + NoticeShorthand.text(instant)
        case .reasons(let reasons):
            "%" + (reasons.first?.amount.currency ?? "")
                + reasons.map { "\n" + String($0.amount.minorUnits) + " " + $0.tariff }.joined()
        case .money(let money): "$" + String(money.minorUnits) + " " + money.currency
        case .words(let vocabulary, let codes): vocabulary.rawValue + ":" + codes.joined(separator: ",")
        }
    }
}
