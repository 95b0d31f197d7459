/// A command was understood and refused: the sender is told why.
public struct CommandRejected: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    /// The CloudEvents type, source and id of the command.
    public let commandType: String
    public let commandSource: String
    public let commandID: String
    /// The state the command met, such as `dispatched`.
    public let state: String
    public let fault: Fault
    public let at: Instant
}
