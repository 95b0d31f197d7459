/// One right at the brokers: who may do what with a topic or a consumer group.
public struct KafkaAccess: Sendable, Hashable {
    /// What the right is about.
    public enum Resource: String, Sendable, Hashable, CaseIterable {
        case topic, group
    }

    /// What may be done; each brings the right to see that the thing is there.
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        case read, write
    }

    /// Such as `User:redress-intake`.
    public let principal: String
    public let operation: Operation
    public let resource: Resource
    public let name: String
    /// Whether the right is about all names that begin so.
    public let isPrefix: Bool

    public init(principal: String, may operation: Operation, _ resource: Resource, _ name: String, isPrefix: Bool = false) {
        self.principal = principal
        self.operation = operation
        self.resource = resource
        self.name = name
        self.isPrefix = isPrefix
    }
}
