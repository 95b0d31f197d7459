/// What the probe has measured: when each of its questions was asked, and how long the answer took. Times are seconds since the probe began.
struct ProbeLog: Sendable {
    /// One question and its answer.
    struct Sample: Equatable, Sendable {
        /// What was asked, such as `broker partition 1` or `PostgreSQL`.
        let channel: String
        let began: Double
        let ended: Double
        /// Whether it was answered rightly; an error or a time-out is none.
        let isAnswered: Bool

        var seconds: Double { ended - began }
    }

    /// What a stretch of time showed.
    struct Finding: Equatable, Sendable {
        /// How long at least one server did not answer within the limit, in seconds.
        var stalled = 0.0
        /// The longest answer of any broker and of PostgreSQL, in seconds.
        var longestKafka = 0.0
        var longestPostgres = 0.0
        /// How many questions were asked, and how many not answered.
        var asked = 0
        var failed = 0
    }

    /// An answer that takes longer is a stall, in seconds: a quarter of the sessions' time.
    static let limit = 1.0
    /// Questions come each second; where none was asked for longer, the machine did not let the probe run, in seconds.
    static let gap = 2.5
    static let postgres = "PostgreSQL"

    private(set) var samples: [Sample] = []
    /// When each channel asked what is not answered yet.
    private var open: [String: Double] = [:]
    private var lastEnd: [String: Double] = [:]

    mutating func ask(_ channel: String, at time: Double) {
        // A silence before a question is the machine's.
        if let last = lastEnd[channel], time - last > Self.gap {
            samples.append(Sample(channel: channel, began: last + Self.limit, ended: time, isAnswered: false))
        }
        open[channel] = time
    }

    mutating func answer(_ channel: String, at time: Double, isAnswered: Bool) {
        guard let began = open.removeValue(forKey: channel) else { return }
        lastEnd[channel] = time
        samples.append(Sample(channel: channel, began: began, ended: time, isAnswered: isAnswered))
    }

    /// What is known at a moment of a stretch of time that may reach to it; a question that is still open counts as far as it has lasted.
    ///
    /// - Parameter looks: stretches in which the harness itself kept the servers busy; what stalled then does not count.
    func finding(from start: Double, to end: Double, without looks: [ClosedRange<Double>] = []) -> Finding {
        var finding = Finding()
        var stalls: [ClosedRange<Double>] = []
        let pending = open.filter { $0.value < end }.map { Sample(channel: $0.key, began: $0.value, ended: end, isAnswered: true) }
        for sample in samples + pending where sample.ended > start && sample.began < end {
            finding.asked += 1
            if !sample.isAnswered { finding.failed += 1 }
            if sample.channel == Self.postgres {
                finding.longestPostgres = max(finding.longestPostgres, sample.seconds)
            } else {
                finding.longestKafka = max(finding.longestKafka, sample.seconds)
            }
            if sample.seconds > Self.limit || !sample.isAnswered { stalls.append(max(start, sample.began)...min(end, sample.ended)) }
        }
        finding.stalled = Self.length(of: stalls + looks) - Self.length(of: looks)
        return finding
    }

    /// Whether each channel's last so many answers all came within half the limit.
    func isSteady(channels: [String], answers: Int) -> Bool {
        channels.allSatisfy { channel in
            let last = samples.filter { $0.channel == channel }.suffix(answers)
            return last.count == answers && last.allSatisfy { $0.isAnswered && $0.seconds <= Self.limit / 2 }
        }
    }

    /// How long they are together, where they overlap once.
    private static func length(of stretches: [ClosedRange<Double>]) -> Double {
        var total = 0.0
        var reached = -Double.infinity
        for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) where stretch.upperBound > reached {
            total += stretch.upperBound - max(reached, stretch.lowerBound)
            reached = stretch.upperBound
        }
        return total
    }
}
