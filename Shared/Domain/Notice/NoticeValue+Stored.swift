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
