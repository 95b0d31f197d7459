public import Domain

/// Which lane groups have states whose timers may depend on what has changed, and how they are woken to be decided again.
///
/// The wakes are spread over time, in the order of their timers, and stored as timers themselves: whoever takes the lane after a death goes on
/// with those that are left.
public struct Rewaking: Equatable, Sendable {
    /// The revision of each group that has one.
    public let revisions: [String: String]
    public let now: Instant
    /// How many states of a lane are woken in a second; from 1.
    public let perSecond: Int64

    public init(revisions: [String: String], now: Instant, perSecond: Int64) {
        self.revisions = revisions
        self.now = now
        self.perSecond = max(1, perSecond)
    }

    /// Nothing has changed.
    public static let none = Rewaking(revisions: [:], now: Instant(milliseconds: 0), perSecond: 1)

    /// When the state at a place in the order of a lane's timers is woken; from 1.
    public func time(of place: Int64) -> Instant { Instant(milliseconds: now.milliseconds + place * 1000 / perSecond) }
}

extension LaneStore {
    /// Takes lanes whose timers depend on nothing but their states.
    public func take(_ lanes: [LaneID]) throws(StoreError) -> [LaneHolding] { try take(lanes, rewaking: .none) }
}
