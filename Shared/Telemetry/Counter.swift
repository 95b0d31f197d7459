import Synchronization

/// A number that only rises, such as events taken in; cheap to raise from any thread.
public final class Counter: Sendable {
    private let bits = Atomic<UInt64>(0.0.bitPattern)

    init() {}

    /// The value now. Counts are exact up to 2⁵³.
    public var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    /// Raises the counter; an amount below zero, or none at all, leaves it as it is.
    public func increment(by amount: Double = 1) {
        guard amount > 0 else { return }
        bits.add(amount)
    }

    /// Raises the counter by a count.
    public func increment(by count: Int) { increment(by: Double(count)) }
}

extension Atomic where Value == UInt64 {
    /// Adds to the floating-point number whose bits these are.
    borrowing func add(_ amount: Double) {
        var current = load(ordering: .relaxed)
        while true {
            let sum = (Double(bitPattern: current) + amount).bitPattern
            let (isExchanged, original) = weakCompareExchange(expected: current, desired: sum, ordering: .relaxed)
            if isExchanged { return }
            current = original
        }
    }
}
