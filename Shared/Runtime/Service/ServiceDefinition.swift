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
    public let handlers: @Sendable (HandlerParts) -> [AnyLaneHandler]

    public init(
        _ service: ServiceName, summary: String, schemaVersion: Int32,
        handlers: @escaping @Sendable (HandlerParts) -> [AnyLaneHandler]
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

/// What the handlers of a worker are made of.
public struct HandlerParts: Sendable {
    public let pack: PolicyPack
    public let personalData: SealingGuard
    public let gate: CommandGate
    /// For whom texts are sealed that gateways are to open.
    public let gateways: GatewayKeys

    public init(_ pack: PolicyPack, personalData: SealingGuard, gate: CommandGate = .open, gateways: GatewayKeys = .none) {
        self.pack = pack
        self.personalData = personalData
        self.gate = gate
        self.gateways = gateways
    }
}
