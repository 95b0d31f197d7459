import Synchronization

/// A number that goes up and down, such as the events that wait; cheap to set from any thread.
public final class Gauge: Sendable {
    private let bits = Atomic<UInt64>(0.0.bitPattern)

    init() {}

    /// The value now.
    public var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    /// Replaces the value.
    public func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

    /// Replaces the value by a count.
    public func set(_ count: Int) { set(Double(count)) }

    /// Adds to the value; a negative amount takes away.
    public func add(_ amount: Double) { bits.add(amount) }
}
