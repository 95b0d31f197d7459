/// One rule: when this happens, tell that person with this template.
public struct NoticeRule: Decodable, Hashable, Sendable {
    /// Who is told.
    public enum Recipient: String, Codable, Sendable, CaseIterable {
        case customer
        /// The unit the happening names, else the one the work order is with.
        case responsible
        /// The unit that met the customer first (S029, S046).
        case firstContact = "first-contact"
        /// The unit that the rule names.
        case unit
    }

    public let when: NoticeTrigger
    public let tell: Recipient
    /// The unit told, where `tell` is `unit`.
    public let unit: Unit?
    public let template: TemplateName
    /// What, once it has happened, makes the message pointless: it is not sent any more.
    public let droppedBy: [NoticeTrigger]?
    /// Whether it goes out in quiet hours too, because the customer has just acted and waits for an answer.
    public let atAnyHour: Bool?
    /// The rule it comes from.
    public let source: String

    public var audience: Audience { tell == .customer ? .customer : .staff }
}
