/// How a worker stands, for the health endpoints.
public struct WorkerStatus: Sendable, Equatable {
    public struct Lane: Sendable, Equatable {
        public let id: LaneID
        /// Messages the broker has that the lane has not taken; `nil` while unknown.
        public let lag: Int64?
        /// How long the lane has had lag without moving, in milliseconds; 0 when it moves or has nothing to do.
        public let stalledMilliseconds: Int64
        public let unconfirmed: Int64
        public let parked: Int
        public let offsets: [String: Int64]
    }

    public var lanes: [Lane] = []
    /// Why nothing can be stored at the moment.
    public var storeFault: String?
    public var isBrokerAway = false
    /// That the brokers do not accept the worker, or it not them, in Kafka's words.
    public var refusal: String?
    /// Whether the group has given this worker its partitions, be it none.
    public var isAssigned = false
    /// For how long the group has given it nothing, in milliseconds; 0 while it has a share.
    public var unassignedMilliseconds: Int64 = 0
    /// Whether it has ever had a share.
    public var hasBeenAssigned = false
    /// Why the consumer is of no use any more, until it has a share again.
    public var consumerFault: String?
    /// That the lanes are taken from it many times a minute.
    public var instability: String?
    /// What nothing but another process can cure.
    public var deadEnd: String?
    /// The senders in quarantine.
    public var quarantined: [String] = []
    /// Why it takes no messages, or has just tried again.
    public var haltReason: String?
    public var isStopped = false

    /// Whether it does what it is there for: no server is away, it has not halted, and it has its share of the lanes.
    public var works: Bool {
        haltReason == nil && storeFault == nil && !isBrokerAway && refusal == nil && isAssigned && consumerFault == nil
            && instability == nil
    }

    public init() {}
}
