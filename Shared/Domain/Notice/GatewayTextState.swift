/// One customer's key as notification keeps it for the gateways, and what was given to them by it.
public struct GatewayTextState: Hashable, Codable, Sendable {
    /// The key, wrapped by the services' keyring; `nil` before it has come, and after it was erased.
    public internal(set) var wrapped: Sealed?
    /// Requests that came before the key.
    public internal(set) var waiting: [GatewayTextRequest] = []
    /// Until when they wait: a key that has not come by then comes no more; `nil` where none does.
    public internal(set) var waitsUntil: Instant?
    /// What was given out, with its time, until Kafka has deleted it anyway.
    public internal(set) var given: [String: Instant] = [:]
    /// When the customer was erased; what is asked for from then on is not given.
    public internal(set) var erasedAt: Instant?

    public init() {}
}
