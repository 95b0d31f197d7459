import World

/// What a run of seeds gave.
struct SimulationReport {
    /// The options by which a seed is the same world once more.
    private let options: String
    private var seeds: [Int: SimulatedSeed] = [:]
    var seconds = 0.0

    init(options: String) { self.options = options }

    mutating func note(_ seed: SimulatedSeed) { seeds[seed.seed] = seed }

    /// The violations of all seeds.
    var violations: [Violation] { inOrder.flatMap(\.violations) }

    private var inOrder: [SimulatedSeed] { seeds.values.sorted { $0.seed < $1.seed } }
    private var failing: [Int] { inOrder.filter { !$0.violations.isEmpty }.map(\.seed) }
    private var steps: Int { inOrder.reduce(0) { $0 + $1.steps } }

    var json: String {
        let list = failing.map(String.init).joined(separator: ", ")
        return #"{"seeds": \#(seeds.count), "violations": \#(violations.count), "failingSeeds": [\#(list)], "steps": \#(steps)}"#
    }

    var text: String {
        var lines = inOrder.compactMap { seed in
            seed.year.map {
                "seed \(seed.seed): \($0.registered) complaints registered, \($0.facts) facts told, \($0.looks) looks at open ones"
            }
        }
        lines += inOrder.flatMap { seed in seed.violations.prefix(40).map { "seed \(seed.seed): \($0)" } }
        let rate = Double(seeds.count) / max(seconds, 0.001)
        lines.append("\(seeds.count) seeds, \(steps) steps, \(Double(Int(rate * 100)) / 100) seeds a second; \(failing.count) seeds failed")
        if let first = failing.first { lines.append("once more: Ops/simulate --seeds 1 --first-seed \(first)\(options)") }
        return lines.joined(separator: "\n")
    }
}
