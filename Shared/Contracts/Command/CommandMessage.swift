public import Domain
public import Foundation
internal import JSON

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
    /// Further figures and circumstances of a finding.
    public var particulars: Particulars?
    public var answer: String?
    public var satisfied: Bool?
    /// The claim a decision is about.
    public var claim: ClaimNumber?
    public var paymentKey: String?
    /// A failure of the policy.
    public var code: String?
    public var reference: String?
    /// What a receipt is about, how it ended and when.
    public var notification: NoticeNumber?
    public var outcome: NotificationReceipt.Outcome?
    public var attempt: Int?
    public var at: Instant?

    /// What only some commands carry, by the names of the contract.
    public var texts: [String: String] = [:]
    public var numbers: [String: Int] = [:]
    public var flags: [String: Bool] = [:]

    public init(_ name: WorkOrderCommand.Name, complaint: ComplaintNumber, by: ActorID) {
        self.init(type: name.type, complaint: complaint, by: by)
    }

    public init(_ name: ClaimCommand.Name, complaint: ComplaintNumber, by: ActorID) {
        self.init(type: name.type, complaint: complaint, by: by)
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
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("complaint", complaint.rawValue)
        writer.member("by", by.rawValue)
        writer.member("to", to?.rawValue)
        writer.member("reason", reason)
        writer.member("liability", liability?.rawValue)
        writer.member("ground", ground)
        writer.member("amount", raw: amount.map(IntakeSubmission.json))
        writer.member("quantity", quantity)
        writer.member("cause", particulars?.cause)
        Self.write(particulars?.figures ?? [], to: &writer)
        Self.write(particulars?.circumstances ?? [], to: &writer)
        writer.member("answer", answer)
        writer.member("satisfied", satisfied)
        writer.member("claim", claim?.rawValue)
        writer.member("paymentKey", paymentKey)
        writer.member("code", code)
        writer.member("reference", reference)
        writer.member("notification", notification?.rawValue)
        writer.member("outcome", outcome?.rawValue)
        writer.member("attempt", attempt)
        writer.member("at", at?.description)
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) { writer.member(name, text) }
        for (name, number) in numbers.sorted(by: { $0.key < $1.key }) { writer.member(name, number) }
        for (name, flag) in flags.sorted(by: { $0.key < $1.key }) { writer.member(name, flag) }
        writer.endObject()
        return writer.data
    }

    private static func write(_ figures: [Particulars.Figure], to writer: inout JSONWriter) {
        guard !figures.isEmpty else { return }
        writer.name("figures")
        writer.beginArray()
        for figure in figures {
            writer.beginObject()
            writer.member("name", figure.name)
            writer.member("value", figure.value)
            writer.endObject()
        }
        writer.endArray()
    }

    private static func write(_ circumstances: [String], to writer: inout JSONWriter) {
        guard !circumstances.isEmpty else { return }
        writer.name("circumstances")
        writer.beginArray()
        for circumstance in circumstances { writer.value(circumstance) }
        writer.endArray()
    }

    /// The event; its Kafka key is the complaint number.
    public func event(id: String, source: String = Party.handlerDesk.source, time: Instant? = nil) -> CloudEvent {
        CloudEvent(
            id: id, source: source, type: type, time: time, subject: complaint.rawValue, partitionKey: complaint.rawValue, data: data)
    }
}
