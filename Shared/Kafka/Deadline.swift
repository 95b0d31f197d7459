/// A moment by which something must have happened.
package struct Deadline: Sendable {
    private let moment: ContinuousClock.Instant

    package init(milliseconds: Int) {
        moment = .now + .milliseconds(milliseconds)
    }

    package var hasPassed: Bool { remainingMilliseconds == 0 }

    /// Whole milliseconds still left, rounded up so that a wait never ends a moment too early; never negative.
    package var remainingMilliseconds: Int {
        let (seconds, attoseconds) = (moment - .now).components
        let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int(max(0, milliseconds))
    }
}
