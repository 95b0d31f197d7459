import World

/// What a run of seeds gave.
struct SimulationReport {
    private(set) var seeds = 0
    private(set) var steps = 0
    /// The violations of each seed that had any.
    private(set) var violations: [Int: [Violation]] = [:]
    var seconds = 0.0

    mutating func note(_ found: [Violation], of seed: Int, steps: Int) {
        seeds += 1
        self.steps += steps
        if !found.isEmpty { violations[seed] = found }
    }

    private var failing: [Int] { violations.keys.sorted() }

    var json: String {
        let count = violations.values.reduce(0) { $0 + $1.count }
        let list = failing.map(String.init).joined(separator: ", ")
        return #"{"seeds": \#(seeds), "violations": \#(count), "failingSeeds": [\#(list)], "steps": \#(steps)}"#
    }

    var text: String {
        var lines = failing.flatMap { seed in (violations[seed] ?? []).prefix(10).map { "seed \(seed): \($0)" } }
        let rate = Double(seeds) / max(seconds, 0.001)
        lines.append("\(seeds) seeds, \(steps) steps, \(Int(rate * 10) / 10) seeds a second; \(failing.count) seeds failed")
        if let first = failing.first { lines.append("once more: Ops/simulate --seeds 1 --first-seed \(first)") }
        return lines.joined(separator: "\n")
    }
}
