public import Policies

/// All that tells one service from another.
public struct ServiceDefinition: Sendable {
    /// `intake`; also its schema, its consumer group's ending and its role's ending.
    public let name: String
    /// One sentence for `--help`.
    public let summary: String
    /// The highest migration this release knows.
    public let schemaVersion: Int32
    /// Makes the handlers of one worker.
    public let handlers: @Sendable (PolicyPack, SealingGuard, CommandGate, GatewayKeys) -> [any LaneHandler]

    public init(
        name: String, summary: String, schemaVersion: Int32,
        handlers: @escaping @Sendable (PolicyPack, SealingGuard, CommandGate, GatewayKeys) -> [any LaneHandler]
    ) {
        self.name = name
        self.summary = summary
        self.schemaVersion = schemaVersion
        self.handlers = handlers
    }

    /// The consumer group, such as `redress-intake`.
    public var consumerGroup: String { "redress-\(name)" }
}
