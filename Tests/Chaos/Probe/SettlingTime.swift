/// How long a round may take to settle: only the time counts in which the servers answered and the harness did not look at them itself.
///
/// Times are seconds since the probe began.
struct SettlingTime: Sendable {
    /// What is allowed of time that counts, and of time altogether, in seconds.
    static let seconds = 120.0
    static let utmostSeconds = 1_200.0
    /// After how much of it a slow round is looked at.
    static let longSeconds = 45.0

    /// When the fault was mended.
    let mended: Double
    /// When the harness looked at the servers itself.
    private(set) var looks: [ClosedRange<Double>] = []

    init(since mended: Double) {
        self.mended = mended
    }

    /// Takes a look out of the time.
    mutating func takeOut(from begin: Double, to end: Double) { looks.append(begin...max(begin, end)) }

    /// Since the mending, without the looks, in seconds.
    func passed(at now: Double) -> Double { max(0, now - mended - looks.reduce(0) { $0 + $1.upperBound - $1.lowerBound }) }

    /// What of that counts, where the servers did not answer for so long, in seconds.
    func counted(at now: Double, stalled: Double) -> Double { max(0, passed(at: now) - stalled) }

    func isOver(at now: Double, stalled: Double) -> Bool {
        counted(at: now, stalled: stalled) >= Self.seconds || passed(at: now) >= Self.utmostSeconds
    }
}
