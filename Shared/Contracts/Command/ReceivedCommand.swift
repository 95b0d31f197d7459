public import Domain

/// A command whose complaint and sender could be read: what it asks for, or what is wrong with it.
public struct ReceivedCommand<Command: Hashable & Sendable>: Hashable, Sendable {
    /// The complaint, whose number is also the true Kafka key.
    public let complaint: ComplaintNumber
    public let identity: CommandIdentity
    /// What is asked; or the fault to answer with a `command-rejected` fact.
    public let command: Result<Command, Fault>

    public init(complaint: ComplaintNumber, identity: CommandIdentity, command: Result<Command, Fault>) {
        self.complaint = complaint
        self.identity = identity
        self.command = command
    }
}
