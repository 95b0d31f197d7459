/// Keeps what goes wrong again and again from taking the rest with it.
///
/// A sender whose messages cannot be taken is quarantined alone: what it sends is put aside in order, and the others go on. Where it is not one
/// sender's messages that cannot be decided, the fault is hardly theirs, and the worker has to pause.
public struct FloodGuard {
    /// What must be passed before it bites; run and share both.
    public struct Limits: Sendable {
        /// How many messages in a row may fail.
        public var runLength = 100
        /// The share of about the last thousand messages that may fail, 0 to 1.
        public var share = 0.5
        /// Whether it watches at all.
        public var isOn = true
        /// How many senders are counted at most, and how many are in quarantine at most; from 2.
        public var senders = 1_000
        /// How long a sender stays in quarantine, in milliseconds of the machine's time.
        public var quarantineMilliseconds: Int64 = 600_000

        public init() {}
    }

    /// Who sent a message.
    enum Sender: Hashable {
        /// An outsider, by its CloudEvents source; all whose source cannot be read are one.
        case outsider(String)
        /// A service of ours, which is never put in quarantine: its facts may not be passed over.
        case service
    }

    /// How somebody's messages have fared of late. Old ones fade, so that about the last thousand weigh.
    private struct Tally {
        var run = 0
        var taken = 0.0
        var faulty = 0.0

        mutating func count(isFaulty: Bool) {
            run = isFaulty ? run + 1 : 0
            taken = taken * 0.999 + 1
            faulty = faulty * 0.999 + (isFaulty ? 1 : 0)
        }

        func passes(_ limits: Limits) -> Bool { run >= limits.runLength && faulty / max(taken, 1) >= limits.share }
    }

    private let limits: Limits
    private var tallies: [String: Tally] = [:]
    /// What was decided or could not be, whoever sent it.
    private var decisions = Tally()
    /// Those whose messages are the present run of what could not be decided; more than two are not told apart.
    private var undecided: Set<Sender> = []
    /// When each sender's quarantine ends, by the machine's time.
    private var ends: [String: Int64] = [:]

    init(limits: Limits) {
        self.limits = limits
    }

    /// Counts one message.
    ///
    /// - Parameter isRead: whether it could be read, so that what went wrong, if anything, went wrong in deciding or storing it.
    /// - Returns: whether its sender is put in quarantine with it.
    mutating func count(_ sender: Sender, _ outcome: MessageOutcome, isRead: Bool, at monotonic: Int64) -> Bool {
        guard limits.isOn, let isFaulty = outcome.isFaulty else { return false }
        if outcome != .deadLettered {
            decisions.count(isFaulty: false)
            undecided = []
        } else if isRead || sender == .service {
            decisions.count(isFaulty: true)
            if undecided.count < 2 { undecided.insert(sender) }
        }
        guard case .outsider(let source) = sender else { return false }
        if tallies[source] == nil { makeRoom() }
        tallies[source, default: Tally()].count(isFaulty: isFaulty)
        guard tallies[source]?.passes(limits) == true, !isOurFault else { return false }
        tallies[source] = nil
        if ends.count >= limits.senders, let first = ends.min(by: { $0.value < $1.value }) { ends[first.key] = nil }
        ends[source] = monotonic + limits.quarantineMilliseconds
        return true
    }

    /// Whether nothing can be decided, and not by one outsider's doing.
    var isOurFault: Bool {
        limits.isOn && decisions.passes(limits) && (undecided.count > 1 || undecided.contains(.service))
    }

    /// The senders in quarantine, in order.
    var quarantined: [String] { ends.keys.sorted() }

    func isQuarantined(_ sender: Sender) -> Bool {
        guard case .outsider(let source) = sender, !ends.isEmpty else { return false }
        return ends[source] != nil
    }

    /// Lets out whose time is over.
    mutating func release(at monotonic: Int64) -> [String] {
        let over = ends.filter { $0.value <= monotonic }.keys.sorted()
        for source in over { release(source) }
        return over
    }

    /// Lets a sender out on probation: a tenth of the run brings it back, one good message ends that.
    ///
    /// - Returns: whether it was in quarantine.
    @discardableResult
    mutating func release(_ source: String) -> Bool {
        guard ends.removeValue(forKey: source) != nil else { return false }
        makeRoom()
        let run = limits.runLength - max(1, limits.runLength / 10)
        tallies[source] = Tally(run: run, taken: Double(run), faulty: Double(run))
        return true
    }

    /// Drops the half of the senders that had the shortest runs where there are too many.
    private mutating func makeRoom() {
        guard tallies.count >= limits.senders else { return }
        let kept = tallies.sorted { ($0.value.run, $0.value.taken) > ($1.value.run, $1.value.taken) }.prefix(limits.senders / 2)
        tallies = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}

extension MessageOutcome {
    /// Whether it counts against its sender; `nil` where it says nothing of the message.
    var isFaulty: Bool? {
        switch self {
        case .deadLettered, .refused, .rejected: true
        case .decided, .duplicate, .skipped, .forwarded: false
        case .parked, .quarantined: nil
        }
    }
}
