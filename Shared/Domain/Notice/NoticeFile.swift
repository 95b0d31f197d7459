/// What notification remembers of one complaint: how to reach the customer, what was told, and what is on its way.
public struct NoticeFile: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    /// `nil` until intake's event has come; other topics may be faster.
    public internal(set) var contact: NoticeContact?
    /// The unit the work order is with.
    public internal(set) var responsible: Unit?
    public internal(set) var firstContact: Unit?
    /// What has happened so far, each once, in the order it became known.
    public internal(set) var happened: [NoticeTrigger]
    /// The identity of every message ever begun: none is begun twice.
    public internal(set) var told: [String]
    /// What customers are to be told once it is known how to reach them.
    public internal(set) var early: [NoticeCause]
    public internal(set) var open: [NoticeDelivery]
    /// How many messages this complaint has had; numbers the next one.
    public internal(set) var count: Int

    /// How many causes may wait for intake's event. Order is lost only between topics, so a few are the rule.
    static let earlyLimit = 32

    init(complaint: ComplaintNumber) {
        self.complaint = complaint
        happened = []
        told = []
        early = []
        open = []
        count = 0
    }

    /// When somebody has to look at this file without any message; `nil` for never.
    public var due: Instant? { open.map(\.due).min() }

    /// Whether a receipt is about a message that is still on its way; others are ignored, and worth counting.
    public func expects(_ receipt: NotificationReceipt) -> Bool { open.contains { $0.number == receipt.notification && $0.attempts > 0 } }

    mutating func note(_ input: NoticeInput) {
        switch input {
        case .complaint(let event): note(event)
        case .workOrder(let event): note(event)
        case .alert, .claim, .receipt, .wake: break
        }
    }

    private mutating func note(_ event: ComplaintEvent) {
        switch event {
        case .registered(let payload):
            contact = NoticeContact(
                channel: payload.channel, language: payload.language, line: payload.line.masked, personal: payload.personal)
        case .informationRequired(let payload):
            // Registration says it all again, and better: it is never overwritten by what came before it.
            if contact == nil || !(happened.contains(.registered) || happened.contains(.settledOnSpot)) {
                contact = NoticeContact(
                    channel: payload.channel, language: payload.language, line: payload.line.masked, personal: payload.personal)
            }
        case .supplemented(let payload):
            if let personal = contact?.personal, !personal.parts.contains(payload.personal) {
                contact?.personal = personal.followed(by: payload.personal)
            }
        case .urged, .withdrawn, .exposed, .flagged, .feedbackGiven, .rejected: break
        }
    }

    private mutating func note(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let payload):
            firstContact = payload.firstContact
            responsible = payload.unit
        case .accepted(let payload): responsible = payload.unit
        case .transferred(let payload): responsible = payload.to
        default: break
        }
    }
}
