public import Contracts
public import Policies

/// All that tells one service from another.
public struct ServiceDefinition: Sendable {
    public let service: ServiceName
    /// One sentence for `--help`.
    public let summary: String
    /// The highest migration this release knows.
    public let schemaVersion: Int32
    /// Makes the handlers of one worker.
    public let handlers: @Sendable (PolicyPack, SealingGuard, CommandGate, GatewayKeys) -> [any LaneHandler]

    public init(
        _ service: ServiceName, summary: String, schemaVersion: Int32,
        handlers: @escaping @Sendable (PolicyPack, SealingGuard, CommandGate, GatewayKeys) -> [any LaneHandler]
    ) {
        self.service = service
        self.summary = summary
        self.schemaVersion = schemaVersion
        self.handlers = handlers
    }

    /// Such as `intake`.
    public var name: String { service.rawValue }

    /// The consumer group, such as `redress-intake`.
    public var consumerGroup: String { service.program }
}
