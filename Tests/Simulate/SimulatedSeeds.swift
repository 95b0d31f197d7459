import CommandLine
import World

/// What one seed gave.
struct SimulatedSeed: Sendable {
    let seed: Int
    let steps: Int
    let violations: [Violation]
    var year: YearOutcome?
}

/// The seeds of a run, several at once: each is a world of its own in one thread, so that how many run beside it changes nothing.
struct SimulatedSeeds {
    private let seeds: Range<Int>
    private let options: String
    private let run: @Sendable (Int) throws -> SimulatedSeed

    /// - Parameter count: how many seeds where nobody says.
    init(_ arguments: Arguments, count: Int, _ run: @escaping @Sendable (Int) throws -> SimulatedSeed) {
        let first = arguments.int("first-seed") ?? 0
        seeds = first..<first + (arguments.int("seeds") ?? count)
        let kinds = ["year", "protocol"].filter(arguments.flag)
        let numbers = ["submissions", "steps", "complaints"].compactMap { name in arguments.int(name).map { "\(name) \($0)" } }
        let others = ["refusals"].filter(arguments.flag) + (kinds.isEmpty ? ["trace"] : [])
        options = (kinds + numbers + others).map { " --\($0)" }.joined()
        self.run = run
    }

    func report(jobs: Int) async throws -> SimulationReport {
        var report = SimulationReport(options: options)
        let began = ContinuousClock.now
        try await withThrowingTaskGroup(of: SimulatedSeed.self) { group in
            var left = seeds.makeIterator()
            for _ in 0..<jobs {
                guard let seed = left.next() else { break }
                group.addTask { [run] in try run(seed) }
            }
            while let done = try await group.next() {
                report.note(done)
                if let seed = left.next() { group.addTask { [run] in try run(seed) } }
            }
        }
        report.seconds = (ContinuousClock.now - began) / .seconds(1)
        return report
    }
}
