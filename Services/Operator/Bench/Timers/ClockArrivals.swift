import Domain

/// How late the alerts of clocks were, from when each clock was due until its alert was read.
struct ClockArrivals {
    private let clocks: ArmedClocks
    private var seconds: [Double?]
    private var last: Double
    private(set) var seen = 0

    init(_ clocks: ArmedClocks) {
        self.clocks = clocks
        seconds = Array(repeating: nil, count: clocks.dueSoon)
        last = Self.seconds(clocks.firstDue.milliseconds)
    }

    var isComplete: Bool { seen == clocks.dueSoon }

    /// An alert of that complaint was read, in seconds since 1970. Only the first of each clock that is due soon counts.
    mutating func see(_ number: String, at now: Double) {
        guard let index = ArmedClocks.index(of: number), index < seconds.count, seconds[index] == nil else { return }
        seconds[index] = now - Self.seconds(clocks.due(index).milliseconds)
        seen += 1
        last = max(last, now)
    }

    var lateness: Percentiles { Percentiles(seconds.compactMap(\.self)) }

    /// Alerts a second from the moment the first clock was due until the last alert was read.
    var perSecond: Double { Double(seen) / max(0.001, last - Self.seconds(clocks.firstDue.milliseconds)) }

    private static func seconds(_ milliseconds: Int64) -> Double { Double(milliseconds) / 1_000 }
}
