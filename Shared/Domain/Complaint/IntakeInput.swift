/// What reaches the lane of a line: what gateways published, each with the CloudEvents identity it came under.
public struct IntakeInput: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case submission(Submission)
        /// More data for a complaint; `complaint` is `nil` where the customer named none and the line's open one is meant.
        case supplement(complaint: ComplaintNumber?, Submission)
        case urge(complaint: ComplaintNumber?, channel: Channel, flags: [Flag] = [])
        case withdrawal(complaint: ComplaintNumber?)
        /// The customer went to a regulator; `complaint` is the one to the operator that it is about (S128).
        indirect case appeal(complaint: ComplaintNumber?, Submission, Appeal)
        /// The media or the internet have shown the matter (S135).
        case exposure(complaint: ComplaintNumber?, channel: Channel, Exposure)
        /// What the customer says of the handling, and their words, sealed (S109).
        case feedback(complaint: ComplaintNumber?, channel: Channel, Feedback, Sealed)
        /// An event of a readable line that is not valid; its gateway is told what is wrong.
        case invalid(Fault)
        case wake
    }

    public let content: Content
    public let line: LineReference
    public let eventType: String
    public let eventSource: String
    public let eventID: String
    /// The flow that its sender named; `nil` for none.
    public let correlation: String?
    /// Complaints of this line known to be archived, with the time; read from the lane of the complaints, never written here.
    public let archived: [ComplaintNumber: Instant]
    /// What those of them have cost that have cost anything.
    public let paid: [ComplaintNumber: [PaidClaim]]

    public init(
        content: Content, line: LineReference, eventType: String, eventSource: String, eventID: String,
        correlation: String? = nil, archived: [ComplaintNumber: Instant], paid: [ComplaintNumber: [PaidClaim]] = [:]
    ) {
        self.content = content
        self.line = line
        self.eventType = eventType
        self.eventSource = eventSource
        self.eventID = eventID
        self.correlation = correlation
        self.archived = archived
        self.paid = paid
    }

    /// The event it came by; `nil` for a timer.
    public var origin: EventOrigin? {
        eventID.isEmpty ? nil : EventOrigin(source: eventSource, id: eventID, correlation: correlation)
    }
}
