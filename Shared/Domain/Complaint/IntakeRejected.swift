/// An intake event could be read but not taken: the gateway is told which field is wrong and what was expected.
public struct IntakeRejected: Hashable, Codable, Sendable {
    public let line: LineReference
    /// The CloudEvents type, source and id of what is rejected.
    public let eventType: String
    public let eventSource: String
    public let eventID: String
    public let fault: Fault
    public let at: Instant
}
