/// What a gateway said of a message could not be read: it is told which field is wrong and what was expected.
public struct ReceiptRejected: Hashable, Codable, Sendable {
    /// `nil` where the event named none that could be read.
    public let complaint: ComplaintNumber?
    /// The CloudEvents type, source and id of what is rejected.
    public let eventType: String
    public let eventSource: String
    public let eventID: String
    public let fault: Fault
    public let at: Instant

    public init(complaint: ComplaintNumber?, eventType: String, eventSource: String, eventID: String, fault: Fault, at: Instant) {
        self.complaint = complaint
        self.eventType = eventType
        self.eventSource = eventSource
        self.eventID = eventID
        self.fault = fault
        self.at = at
    }
}
