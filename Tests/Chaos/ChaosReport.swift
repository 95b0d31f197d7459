/// What all rounds gave.
struct ChaosReport {
    private(set) var rounds: [Round] = []
    /// What a last reading of everything from the beginning found; `nil` where there was none.
    var reading: Tally?
    /// What kept the rounds from going on; `nil` where nothing did.
    private(set) var failure: String?
    /// Facts that came once more, as they may.
    var repetitions = 0
    /// How often each type of message was given and took effect.
    var commands: [(type: String, count: CommandTally.Count)] = []
    /// Whether the load had every course, and so every command.
    var isWhole = true
    /// What was left out, and why.
    let omissions: [String]
    let seed: UInt64
    var seconds = 0.0

    init(seed: UInt64, omissions: [String]) {
        self.seed = seed
        self.omissions = omissions
    }

    mutating func note(_ round: Round) { rounds.append(round) }

    /// Notes what kept the rounds from going on.
    ///
    /// - Throws: the error itself where it is an `Unavailable` and no round was played: then the machine was at fault, and nothing is known of the
    ///   services.
    mutating func end(by error: any Error) throws {
        if rounds.isEmpty, error is Unavailable { throw error }
        failure = "\(error)"
    }

    /// What the rounds say of the services.
    enum Verdict {
        /// Every promise was kept.
        case kept
        /// One was not, or the rounds could not be played, or a command was never given.
        case broken
        /// Nothing was broken, and the servers stalled too long for a round to settle.
        case inconclusive
    }

    var verdict: Verdict {
        if isGood { return .kept }
        let isStalled = rounds.last?.settling.isServersStall == true
        let others = rounds.dropLast().allSatisfy(\.isGood)
        let isUnbroken = rounds.allSatisfy(\.tally.broken.isEmpty) && (reading?.broken.isEmpty ?? true)
        return failure == nil && isStalled && others && isUnbroken && unused.isEmpty ? .inconclusive : .broken
    }

    private var isGood: Bool {
        failure == nil && !rounds.isEmpty && rounds.allSatisfy(\.isGood) && reading?.isClean == true && unused.isEmpty
    }

    /// Types that were never given, or never seen to take effect: then the rounds prove nothing of them.
    var unused: [String] { isWhole ? commands.filter { $0.count.effective == 0 }.map(\.type) : [] }

    private var tally: Tally { reading ?? rounds.last?.tally ?? Tally() }

    private var byKind: [(kind: FaultKind, rounds: [Round])] {
        FaultKind.allCases.compactMap { kind in
            let rounds = rounds.filter { $0.kind == kind }
            return rounds.isEmpty ? nil : (kind, rounds)
        }
    }

    /// How many rounds' servers stalled, for how long altogether, and the longest answers, in seconds.
    private var servers: (rounds: Int, seconds: Double, kafka: Double, postgres: Double) {
        let found = rounds.map(\.settling.servers)
        return (
            found.count { $0.stalled > 0 }, found.reduce(0) { $0 + $1.stalled }, found.map(\.longestKafka).max() ?? 0,
            found.map(\.longestPostgres).max() ?? 0
        )
    }

    var json: String {
        let faults = byKind.map { "\"\($0.kind.rawValue)\": \($0.rounds.count)" }.joined(separator: ", ")
        let given = commands.map { "\"\($0.type)\": {\"given\": \($0.count.given), \"effective\": \($0.count.effective)}" }
        return """
            {"rounds": \(rounds.count), "lost": \(tally.lost.count), "doubled": \(tally.doubled.count), \
            "reordered": \(tally.reordered.count), "deadLettered": \(tally.deadLettered.count), "faults": {\(faults)}, \
            "unexpected": \(tally.unexpected.count), "unsettled": \(rounds.count { $0.settling.settled == nil }), \
            "stalled": \(rounds.count { $0.settling.isServersStall }), "servers": {"stalledRounds": \(servers.rounds), \
            "stalledSeconds": \(Round.tenths(servers.seconds)), "longestKafkaSeconds": \(Round.tenths(servers.kafka)), \
            "longestPostgresSeconds": \(Round.tenths(servers.postgres))}, "commands": {\(given.joined(separator: ", "))}, \
            "unused": \(unused.count), \
            "complaints": \(rounds.last?.accepted ?? 0), "repeated": \(repetitions), "seed": \(seed), "seconds": \(Int(seconds))}
            """
    }

    var text: String {
        var lines = byKind.map { kind, rounds in
            let times = rounds.compactMap(\.settling.recovered).sorted()
            let middle = times.isEmpty ? "-" : Round.tenths(times[times.count / 2])
            let longest = times.last.map { Round.tenths($0) } ?? "-"
            return "\(kind.rawValue): \(rounds.count) rounds, recovered in \(middle) s (longest \(longest) s)"
        }
        lines += omissions
        lines.append(
            "the servers stalled in \(servers.rounds) rounds, for \(Round.tenths(servers.seconds)) s; the longest answer took "
                + "\(Round.tenths(servers.kafka)) s of Kafka, \(Round.tenths(servers.postgres)) s of PostgreSQL")
        lines.append(
            "\(commands.count - unused.count) of \(commands.count) types of messages were given and took effect"
                + (unused.isEmpty ? "" : "; never: " + unused.joined(separator: ", ")))
        lines.append(
            "\(rounds.count) rounds in \(Int(seconds)) s, \(rounds.last?.accepted ?? 0) complaints; \(tally.lost.count) lost, "
                + "\(tally.doubled.count) doubled, \(tally.reordered.count) reordered, \(tally.deadLettered.count) dead-lettered, "
                + "\(tally.unexpected.count) unexpected, \(rounds.count { $0.settling.settled == nil }) rounds did not settle; "
                + "\(repetitions) facts came once more, with the same id and sequence, as they may")
        if !tally.isClean { lines.append(tally.text) }
        if let failure { lines.append("ended by: \(failure)") }
        return lines.joined(separator: "\n")
    }
}
