/// That a worker has stopped taking messages, for a reason that waiting alone will not mend, and when it tries again: whatever was mended
/// meanwhile, nobody has to restart it.
struct Halt {
    /// Why it has stopped; it stands until something has been stored again.
    private(set) var reason: String?
    /// Whether it takes none at this moment.
    private(set) var isActive = false
    private var backoff: Backoff

    /// After so many milliseconds without meeting the cause again it counts as mended, though nothing was stored.
    private static let calm: Int64 = 10_000

    /// - Parameter pause: the first and the longest before it tries again, in milliseconds.
    init(pause: ClosedRange<Int64>) {
        backoff = Backoff(pause)
    }

    /// - Returns: whether that is another reason than the last.
    mutating func begin(_ reason: String, at monotonic: Int64) -> Bool {
        defer { self.reason = reason }
        isActive = true
        backoff.failed(at: monotonic)
        return self.reason != reason
    }

    /// When it tries again, on the monotonic clock; `nil` while it works.
    var nextAttempt: Int64? { isActive ? backoff.notBefore : nil }

    /// - Returns: whether it tries again from now on.
    mutating func tryAgain(at monotonic: Int64) -> Bool {
        guard isActive, backoff.mayTry(at: monotonic) else { return false }
        isActive = false
        return true
    }

    /// Whether the last attempt is so long ago that the cause would have been met.
    func isCalm(at monotonic: Int64) -> Bool { monotonic - backoff.notBefore >= Self.calm }

    /// Something has been stored.
    ///
    /// - Returns: whether it had stopped before.
    mutating func end() -> Bool {
        backoff.succeeded()
        guard reason != nil, !isActive else { return false }
        reason = nil
        return true
    }
}
