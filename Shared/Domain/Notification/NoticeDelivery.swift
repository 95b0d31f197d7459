/// One message on its way: waiting to go out, or gone out and waiting for its receipt.
///
/// It holds no more than another attempt needs: the values its template uses, and neither its words nor what it was caused by.
public struct NoticeDelivery: Hashable, Sendable {
    /// What is waited for, and until when.
    public enum Standing: Hashable, Sendable {
        /// To be sent then: after quiet hours, or after a failed attempt.
        case waiting(until: Instant)
        /// Sent; counts as failed when no receipt has come by then.
        case sent(timeout: Instant)
    }

    /// Counts within its complaint, from 1.
    public let index: Int
    public let template: TemplateName
    public let trigger: NoticeTrigger
    public let values: [String: NoticeValue]
    /// The unit notified; `nil` for customers.
    public let unit: Unit?
    /// The answer, sealed, where it is one.
    public let enclosure: SealedText?
    /// How often it was sent; 0 until the first time.
    public internal(set) var attempts = 0
    public internal(set) var standing: Standing
    /// A later one says it better: no further attempt is made.
    public internal(set) var isOvertaken = false
    /// The receipt counted last, so that its repetition does not count.
    public internal(set) var lastReceipt: String?

    public var audience: Audience { unit == nil ? .customer : .staff }

    /// What stands in for a value that former releases did not keep, so that what they began still goes out.
    func former(_ name: String) -> NoticeValue? {
        if trigger == .claimSettled, name == "reasons" {
            guard case .money(let amount)? = values["amount"] else { return nil }
            return .reasons([NoticeValue.Reason(tariff: AmountLine.unnamed, amount: amount)])
        }
        return trigger == .appealStep && name == "reason" ? .words(.point, [NoticeCause.unstated]) : nil
    }

    /// When the owner has to look at it again.
    var due: Instant {
        switch standing {
        case .waiting(let until): until
        case .sent(let timeout): timeout
        }
    }
}

extension NoticeDelivery: Document {
    /// The head is `index trigger attempts standing template`; the standing a letter and a time.
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        let head: String = try fields.required("d")
        let parts = head.split(separator: " ", maxSplits: 4)
        guard parts.count == 5, let index = Int(digits: parts[0]), let attempts = Int(digits: parts[2]) else { throw Fault.meaningless }
        let time = try NoticeShorthand.instant(parts[3].dropFirst())
        switch parts[3].first {
        case "w": standing = .waiting(until: time)
        case "s": standing = .sent(timeout: time)
        case "o":
            standing = .sent(timeout: time)
            isOvertaken = true
        default: throw Fault.meaningless
        }
        self.index = index
        self.attempts = attempts
        trigger = try NoticeTrigger(code: parts[1])
        template = TemplateName(String(parts[4]))
        values = try fields.optional("v") ?? [:]
        unit = try fields.optional("u")
        enclosure = try fields.optional("x")
        lastReceipt = try fields.optional("l")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        let time: String
        switch standing {
        case .waiting(let until): time = "w" + NoticeShorthand.text(until)
        case .sent(let timeout): time = (isOvertaken ? "o" : "s") + NoticeShorthand.text(timeout)
        }
        writer.write("d", "\(index) \(trigger.code) \(attempts) \(time) \(template.rawValue)")
        if !values.isEmpty { writer.write("v", values) }
        writer.write("u", unit)
        writer.write("x", enclosure)
        writer.write("l", lastReceipt)
    }
}
