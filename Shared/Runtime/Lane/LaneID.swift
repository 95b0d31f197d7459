public import Domain

/// One partition number of a service's inputs that share a key: every row of state, timer and journal belongs to one lane.
public struct LaneID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The lane group: the inputs that share a key, such as `line` or `complaint`.
    public let group: String
    /// The partition number; 0 to 999.
    public let number: Int32

    public init(group: String, number: Int32) {
        self.group = group
        self.number = number
    }

    public var description: String { "\(group)/\(number)" }

    /// By the number alone, as lanes are looked up several times for each message and a service has two or three groups.
    public func hash(into hasher: inout Hasher) { hasher.combine(number) }

    public static func < (left: LaneID, right: LaneID) -> Bool {
        (left.group, left.number) < (right.group, right.number)
    }
}

/// What taking a lane gives: the right to write it until somebody takes it again, and where it stands.
public struct LaneHolding: Equatable, Sendable {
    public let lane: LaneID
    /// Raised by each take; every later transaction of the lane demands it.
    public let epoch: Int64
    /// The next offset to read, by topic; a topic that is not there starts at its beginning.
    public let offsets: [String: Int64]
    /// The position of the last journal row.
    public let position: Int64
    /// All journal rows up to this position are confirmed by the broker.
    public let confirmed: Int64
    /// How many serials the lane has given out.
    public let serial: Int64
    /// The earliest time a row of the lane is due; `nil` when none is.
    public let nextDue: Instant?
    /// How many messages are parked in the lane's dead letters.
    public let parked: Int
    /// The journal above the watermark, in order: to be sent before anything new.
    public let unconfirmed: [JournalRow]

    public init(
        lane: LaneID, epoch: Int64, offsets: [String: Int64], position: Int64, confirmed: Int64, serial: Int64, nextDue: Instant?,
        parked: Int, unconfirmed: [JournalRow]
    ) {
        self.lane = lane
        self.epoch = epoch
        self.offsets = offsets
        self.position = position
        self.confirmed = confirmed
        self.serial = serial
        self.nextDue = nextDue
        self.parked = parked
        self.unconfirmed = unconfirmed
    }
}
