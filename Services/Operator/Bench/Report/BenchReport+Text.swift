import CommandLine
import Foundation

extension BenchReport {
    /// The report for a person.
    var text: String {
        let parts = rounds.flatMap { [throughput(of: $0), latency(of: $0), processor(of: $0)] } + [gains, services] + findings.map(\.text)
        return ([Self.heading(plan, broker)] + parts.filter { !$0.isEmpty }).joined(separator: "\n")
    }

    static func heading(_ plan: BenchPlan, _ broker: DeployedBroker.Kind) -> String {
        let kind = broker == .embedded ? "the embedded broker" : "Apache Kafka"
        var text = """
            \(plan.events) complaints a scenario after \(plan.warmUp) to warm up, \(plan.partitions) partitions, \(kind), \
            PostgreSQL with fsync and synchronous_commit on.

            """
        if broker == .embedded {
            text +=
                "The embedded broker keeps little, so production stays at most \(BenchPlan.embeddedLead) complaints ahead of the slowest service.\n"
        }
        return text
    }

    private func throughput(of round: Round) -> String {
        guard !round.outcomes.isEmpty else { return "" }
        var table = TextTable(
            ["\(round.workers) worker(s) a service", "complaints/s", "seconds", "ceiling/s"], alignments: [.left, .right, .right, .right])
        for scenario in Scenario.allCases {
            guard let outcome = round.outcomes[scenario] else { continue }
            let ceiling = scenario == .intake ? round.ceilingPerSecond : nil
            table.add([scenario.title, Self.whole(outcome.perSecond), FixedText.of(outcome.seconds, 2), ceiling.map(Self.whole) ?? ""])
        }
        guard round.ceilingPerSecond != nil else { return table.render() }
        return table.render() + "Ceiling: PostgreSQL alone writing the same rows, one connection, batches of \(CeilingRun.batchSize).\n"
    }

    private func latency(of round: Round) -> String {
        guard !round.latencies.isEmpty else { return "" }
        var table = TextTable(
            ["milliseconds, \(round.workers) worker(s)", "median", "95 %", "99 %", "worst"],
            alignments: [.left, .right, .right, .right, .right])
        for latency in round.latencies {
            let rows = [
                ("\(latency.rate)/s: sent to dispatched", latency.dispatched),
                ("\(latency.rate)/s: sent to read back (floor)", latency.floor),
            ]
            for (name, figures) in rows {
                table.add([name] + [figures.median, figures.p95, figures.p99, figures.maximum].map { FixedText.of($0, 1) })
            }
        }
        return table.render()
    }

    private func processor(of round: Round) -> String {
        let scenarios = Scenario.allCases.filter { round.outcomes[$0] != nil }
        guard !scenarios.isEmpty else { return "" }
        var table = TextTable(["µs of CPU a complaint"] + scenarios.map(\.title), alignments: [.left] + scenarios.map { _ in .right })
        func add(_ title: String, _ value: (ScenarioRun.Outcome) -> String?) {
            table.add([title] + scenarios.map { round.outcomes[$0].flatMap(value) ?? "" })
        }
        for part in DeploymentPlan.services + [ProcessorTimes.broker, ProcessorTimes.database, ProcessorTimes.bench] {
            add(part) { $0.cpuMicroseconds[part].map(Self.whole) }
        }
        add("services") { Self.whole($0.servicesMicroseconds) }
        add("together, without the bench") { Self.whole($0.productMicroseconds) }
        add("the broker's share of that") { Self.whole($0.brokerShare) + " %" }
        return table.render()
    }

    private var gains: String {
        guard let first = rounds.first, rounds.count > 1, !first.outcomes.isEmpty else { return "" }
        var table = TextTable(["workers a service"] + Scenario.allCases.map(\.title), alignments: [.left, .right, .right, .right])
        for round in rounds.dropFirst() {
            table.add(
                ["\(round.workers) / \(first.workers)"]
                    + Scenario.allCases.map { round.gain(in: $0, over: first).map { FixedText.of($0, 2) + " ×" } ?? "" })
        }
        return table.render()
    }

    private var services: String {
        guard !startSeconds.isEmpty || rounds.contains(where: { !$0.memory.isEmpty }) else { return "" }
        let titles = rounds.flatMap { ["MiB, \($0.workers) worker(s)", "most"] }
        var table = TextTable(
            ["service", "start, s", "most MiB"] + titles, alignments: [.left] + Array(repeating: .right, count: titles.count + 2))
        for service in DeploymentPlan.services {
            let memory = rounds.flatMap { round in
                [round.memory[service]?.resident, round.memory[service]?.peak].map { $0.map { FixedText.of($0, 1) } ?? "" }
            }
            table.add(
                [service, startSeconds[service].map { FixedText.of($0, 3) } ?? "", startPeak[service].map { FixedText.of($0, 1) } ?? ""]
                    + memory)
        }
        return table.render()
    }

    private static func whole(_ number: Double) -> String { FixedText.of(number, 0) }
}
