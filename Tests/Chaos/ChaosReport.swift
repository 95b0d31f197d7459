/// What all rounds gave.
struct ChaosReport {
    private(set) var rounds: [Round] = []
    /// What a last reading of everything from the beginning found; `nil` where there was none.
    var reading: Tally?
    /// What kept the rounds from going on; `nil` where nothing did.
    var failure: String?
    /// Facts that came once more, as they may.
    var repetitions = 0
    /// What was left out, and why.
    let omissions: [String]
    let seed: UInt64
    var seconds = 0.0

    init(seed: UInt64, omissions: [String]) {
        self.seed = seed
        self.omissions = omissions
    }

    mutating func note(_ round: Round) { rounds.append(round) }

    var isGood: Bool { failure == nil && !rounds.isEmpty && rounds.allSatisfy(\.isGood) && reading?.isClean == true }

    private var tally: Tally { reading ?? rounds.last?.tally ?? Tally() }

    private var byKind: [(kind: FaultKind, rounds: [Round])] {
        FaultKind.allCases.compactMap { kind in
            let rounds = rounds.filter { $0.kind == kind }
            return rounds.isEmpty ? nil : (kind, rounds)
        }
    }

    var json: String {
        let faults = byKind.map { "\"\($0.kind.rawValue)\": \($0.rounds.count)" }.joined(separator: ", ")
        return """
            {"rounds": \(rounds.count), "lost": \(tally.lost.count), "doubled": \(tally.doubled.count), \
            "reordered": \(tally.reordered.count), "deadLettered": \(tally.deadLettered.count), "faults": {\(faults)}, \
            "unexpected": \(tally.unexpected.count), "unsettled": \(rounds.count { $0.settledSeconds == nil }), \
            "complaints": \(rounds.last?.accepted ?? 0), "repeated": \(repetitions), "seed": \(seed), "seconds": \(Int(seconds))}
            """
    }

    var text: String {
        var lines = byKind.map { kind, rounds in
            let times = rounds.compactMap(\.recoverySeconds).sorted()
            let middle = times.isEmpty ? "-" : Round.tenths(times[times.count / 2])
            let longest = times.last.map { Round.tenths($0) } ?? "-"
            return "\(kind.rawValue): \(rounds.count) rounds, recovered in \(middle) s (longest \(longest) s)"
        }
        lines += omissions
        lines.append(
            "\(rounds.count) rounds in \(Int(seconds)) s, \(rounds.last?.accepted ?? 0) complaints; \(tally.lost.count) lost, "
                + "\(tally.doubled.count) doubled, \(tally.reordered.count) reordered, \(tally.deadLettered.count) dead-lettered, "
                + "\(tally.unexpected.count) unexpected, \(rounds.count { $0.settledSeconds == nil }) rounds did not settle; "
                + "\(repetitions) facts came once more, with the same id and sequence, as they may")
        if !tally.isClean { lines.append(tally.text) }
        if let failure { lines.append("ended by: \(failure)") }
        return lines.joined(separator: "\n")
    }
}
