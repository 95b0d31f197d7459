/// One rule: when this happens, notify that person with this template.
public struct NoticeRule: Decodable, Hashable, Sendable {
    /// Who is notified.
    public enum Recipient: String, Codable, Sendable, CaseIterable {
        case customer
        /// The unit the happening names, else the one the work order is with.
        case responsible
        /// The unit that met the customer first (S029, S046).
        case firstContact = "first-contact"
        /// The units that the happening names besides.
        case named
        /// The unit that the rule names.
        case unit
    }

    public let when: NoticeTrigger
    public let tell: Recipient
    /// The unit notified, where `tell` is `unit`.
    public let unit: Unit?
    public let template: TemplateName
    /// What, once it has happened, makes the message pointless: it is not sent any more.
    public let droppedBy: [NoticeTrigger]?
    /// Whether it goes out in quiet hours too, because the customer has just acted and waits for an answer.
    public let atAnyHour: Bool?
    /// Whether it goes out however many the customer has had that day; others wait for the next.
    public let unlimited: Bool?
    /// Whether a newer message of its template takes the place of an older one that has not arrived.
    public let latestOnly: Bool?
    /// Of which kinds alone it holds: the clocks and grades of alerts, the priorities of work orders, the steps of appeals. Of all, where not given.
    public let only: [String]?
    /// Whether it has to be in writing: on the media that are, only (S108).
    public let inWriting: Bool?
    /// The medium to begin with, whatever the channel's.
    public let medium: String?
    /// Whether it waits for the unit's next digest instead of going out by itself; its template is then the digest's.
    public let digest: Bool?
    /// Whether only a customer who named an amount in dispute is told.
    public let ifRefundDemanded: Bool?
    /// The rule it comes from.
    public let source: String

    public init(
        when: NoticeTrigger, tell: Recipient, unit: Unit? = nil, template: TemplateName, droppedBy: [NoticeTrigger]? = nil,
        atAnyHour: Bool? = nil, unlimited: Bool? = nil, latestOnly: Bool? = nil, only: [String]? = nil, inWriting: Bool? = nil,
        medium: String? = nil, digest: Bool? = nil, ifRefundDemanded: Bool? = nil, source: String
    ) {
        self.when = when
        self.tell = tell
        self.unit = unit
        self.template = template
        self.droppedBy = droppedBy
        self.atAnyHour = atAnyHour
        self.unlimited = unlimited
        self.latestOnly = latestOnly
        self.only = only
        self.inWriting = inWriting
        self.medium = medium
        self.digest = digest
        self.ifRefundDemanded = ifRefundDemanded
        self.source = source
    }

    public var audience: Audience { tell == .customer ? .customer : .staff }

    func covers(_ cause: NoticeCause) -> Bool {
        guard let only else { return true }
        return cause.scopes.contains(where: only.contains)
    }
}
