public import Domain
public import Foundation

/// Builds the events by which desks, approvers, billing and gateways command, with the answer in clear as the contract has it.
///
/// Nothing is checked here, so that a test can also build what must be refused.
public struct CommandMessage: Sendable {
    public var type: String
    public var complaint: ComplaintNumber
    public var by: ActorID
    /// The unit a work order goes to.
    public var to: Domain.Unit?
    public var reason: String?
    public var liability: Liability?
    public var ground: String?
    public var amount: Money?
    public var quantity: Int?
    public var answer: String?
    public var satisfied: Bool?
    public var paymentKey: String?
    public var reference: String?
    /// What a receipt is about, how it ended and when.
    public var notification: NoticeNumber?
    public var outcome: NotificationReceipt.Outcome?
    public var at: Instant?

    public init(_ type: WorkOrderCommandType, complaint: ComplaintNumber, by: ActorID) {
        self.init(type: type.rawValue, complaint: complaint, by: by)
    }

    public init(_ type: ClaimCommandType, complaint: ComplaintNumber, by: ActorID) {
        self.init(type: type.rawValue, complaint: complaint, by: by)
    }

    /// A gateway's receipt.
    public init(receiptOf notification: NoticeNumber, complaint: ComplaintNumber, outcome: NotificationReceipt.Outcome, at: Instant) {
        self.init(type: ReceiptReader.type, complaint: complaint, by: ActorID(Party.gateway.rawValue))
        self.notification = notification
        self.outcome = outcome
        self.at = at
    }

    private init(type: String, complaint: ComplaintNumber, by: ActorID) {
        self.type = type
        self.complaint = complaint
        self.by = by
    }

    /// The event's data: one flat JSON object.
    public var data: Data {
        var writer = JSONObjectWriter()
        writer.add("complaint", complaint.rawValue)
        writer.add("by", by.rawValue)
        writer.add("to", to?.rawValue)
        writer.add("reason", reason)
        writer.add("liability", liability?.rawValue)
        writer.add("ground", ground)
        if let amount { writer.addRaw("amount", IntakeSubmission.json(amount)) }
        writer.add("quantity", quantity.map { Int64($0) })
        writer.add("answer", answer)
        writer.add("satisfied", satisfied)
        writer.add("paymentKey", paymentKey)
        writer.add("reference", reference)
        writer.add("notification", notification?.rawValue)
        writer.add("outcome", outcome?.rawValue)
        writer.add("at", at?.description)
        return writer.finished()
    }

    /// The event; its Kafka key is the complaint number.
    public func event(id: String, source: String = Party.handlerDesk.source, time: Instant? = nil) -> CloudEvent {
        CloudEvent(
            id: id, source: source, type: type, time: time, subject: complaint.rawValue, partitionKey: complaint.rawValue, data: data)
    }
}
