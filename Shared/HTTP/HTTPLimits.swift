/// The bounds of a server, so that a careless or hostile client costs little.
public struct HTTPLimits: Sendable {
    /// The most connections at once.
    public var connections: UInt32
    /// The most connections at once from one address; 0 for no bound of its own.
    public var connectionsPerAddress: UInt32
    /// The memory of one connection in bytes, which its request line and headers must fit into; a larger header is answered with 431 or 413.
    public var memoryPerConnection: Int
    /// A connection on which nothing moves is closed after this many seconds.
    public var timeoutSeconds: UInt32
    /// A request must be whole so many seconds after its connection's last answer, or after the connection's beginning.
    ///
    /// The time above does not bound a client that sends a byte now and then.
    public var requestSeconds: UInt32
    /// The longest body of a request in bytes; a longer one is answered with 413.
    public var bodyBytes: Int

    /// Sets the bounds; each has a default fit for health and metrics.
    public init(
        connections: UInt32 = 256, connectionsPerAddress: UInt32 = 128, memoryPerConnection: Int = 32 << 10, timeoutSeconds: UInt32 = 15,
        requestSeconds: UInt32 = 30, bodyBytes: Int = 1 << 20
    ) {
        self.connections = connections
        self.connectionsPerAddress = connectionsPerAddress
        self.memoryPerConnection = memoryPerConnection
        self.timeoutSeconds = timeoutSeconds
        self.requestSeconds = requestSeconds
        self.bodyBytes = bodyBytes
    }

    /// 256 connections, 128 an address, 32 KiB each, 15 s of silence, 30 s for a request, bodies of 1 MiB.
    public static let standard = HTTPLimits()
}
