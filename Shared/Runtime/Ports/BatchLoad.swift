public import Domain
public import Foundation

/// What one transaction starts with.
public struct BatchLoad: Sendable {
    public var lanes: [LaneFence]
    public var groups: [GroupLoad]
    /// Events of outsiders, to be looked up among those already taken.
    public var identities: [EventIdentity]
    /// Lanes in whose dead letters an operator may have asked for something.
    public var requestLanes: [LaneID]

    public init(lanes: [LaneFence], groups: [GroupLoad] = [], identities: [EventIdentity] = [], requestLanes: [LaneID] = []) {
        self.lanes = lanes
        self.groups = groups
        self.identities = identities
        self.requestLanes = requestLanes
    }
}

/// The fence of one lane, and how far this transaction moves it.
public struct LaneFence: Equatable, Sendable {
    public let lane: LaneID
    public let epoch: Int64
    /// The next offset to read after this batch, by topic; only topics that move.
    public let offsets: [String: Int64]
    public let confirmed: Int64

    public init(lane: LaneID, epoch: Int64, offsets: [String: Int64], confirmed: Int64) {
        self.lane = lane
        self.epoch = epoch
        self.offsets = offsets
        self.confirmed = confirmed
    }
}

/// What one lane group needs.
public struct GroupLoad: Sendable {
    public let group: LaneGroup
    public var keys: [String]
    public var wake: WakeLoad?
    /// Whether any of the lanes has dead letters, so that parked keys must be looked for.
    public var mayHaveParked: Bool
    /// Lanes in whose dead letters an operator may have asked for something: the states of those keys are needed, too.
    public var requestLanes: [Int32]

    public init(group: LaneGroup, keys: [String], wake: WakeLoad? = nil, mayHaveParked: Bool = true, requestLanes: [Int32] = []) {
        self.requestLanes = requestLanes
        self.group = group
        self.keys = keys
        self.wake = wake
        self.mayHaveParked = mayHaveParked
    }
}

/// Which timers are due.
public struct WakeLoad: Equatable, Sendable {
    public let lanes: [Int32]
    public let now: Instant
    public let limit: Int

    public init(lanes: [Int32], now: Instant, limit: Int) {
        self.lanes = lanes
        self.now = now
        self.limit = limit
    }
}

/// An event of an outsider: the CloudEvents source and id, unique together among those of one key.
///
/// Who numbers events again in each file uses an id of another customer's again. In one lane that would be met and in another not, so it is
/// looked for among the events of the same key alone, which are always in one lane.
public struct EventIdentity: Hashable, Sendable {
    public let lane: LaneID
    /// The key of the state it was for; empty where it could not be told.
    public let key: String
    public let source: String
    public let id: String
    /// Of its type and data, as `MessageSealer.digest` makes it; `nil` for one that a release took which kept none, and which counts as equal to
    /// any. No part of the identity: two that differ in nothing else are one id used twice.
    public let digest: Data?

    public init(lane: LaneID, key: String = "", source: String, id: String, digest: Data? = nil) {
        self.lane = lane
        self.key = key
        self.source = source
        self.id = id
        self.digest = digest
    }

    public static func == (left: EventIdentity, right: EventIdentity) -> Bool {
        left.lane == right.lane && left.key == right.key && left.source == right.source && left.id == right.id
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(lane)
        hasher.combine(key)
        hasher.combine(source)
        hasher.combine(id)
    }

    /// Whether an event of the same identity is this one again, rather than another one under its id.
    func isSame(as other: EventIdentity) -> Bool { digest == nil || other.digest == nil || digest == other.digest }
}
