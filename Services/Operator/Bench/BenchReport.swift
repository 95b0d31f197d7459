import CommandLine
import Foundation
import JSON

/// What a run has found.
struct BenchReport {
    /// Memory of one service after the load of all five, in MiB.
    struct Memory {
        let resident: Double
        let peak: Double
    }

    /// The figures of one round, with so many workers a service.
    struct Round {
        let workers: Int
        var outcomes: [Scenario: ScenarioRun.Outcome] = [:]
        var ceilingPerSecond: Double?
        var latency: LatencyRun?
        var memory: [String: Memory] = [:]
    }

    let plan: BenchPlan
    let broker: DeployedBroker.Kind
    var rounds: [Round] = []
    /// The median of several starts of each service, in seconds.
    var startSeconds: [String: Double] = [:]
}

extension BenchReport {
    /// The report for a person.
    var text: String {
        ([heading] + rounds.flatMap { [throughput(of: $0), latency(of: $0), processor(of: $0)] } + [services]).joined(separator: "\n")
    }

    private var heading: String {
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
        var table = TextTable(
            ["\(round.workers) worker(s) a service", "complaints/s", "seconds", "ceiling/s"], alignments: [.left, .right, .right, .right])
        for scenario in Scenario.allCases {
            guard let outcome = round.outcomes[scenario] else { continue }
            let ceiling = scenario == .intake ? round.ceilingPerSecond : nil
            table.add([scenario.title, Self.whole(outcome.perSecond), Self.fixed(outcome.seconds, 2), ceiling.map(Self.whole) ?? ""])
        }
        guard round.ceilingPerSecond != nil else { return table.render() }
        return table.render() + "Ceiling: PostgreSQL alone writing the same rows, one connection, batches of \(CeilingRun.batchSize).\n"
    }

    private func latency(of round: Round) -> String {
        guard let latency = round.latency else { return "" }
        var table = TextTable(
            ["milliseconds at \(plan.latencyRate)/s", "median", "95 %", "99 %", "worst"],
            alignments: [.left, .right, .right, .right, .right])
        for (name, figures) in [("sent to dispatched", latency.dispatched), ("sent to read back (floor)", latency.floor)] {
            table.add([name] + [figures.median, figures.p95, figures.p99, figures.maximum].map { Self.fixed($0, 1) })
        }
        return table.render()
    }

    private func processor(of round: Round) -> String {
        let scenarios = Scenario.allCases.filter { round.outcomes[$0] != nil }
        var table = TextTable(["µs of CPU a complaint"] + scenarios.map(\.title), alignments: [.left] + scenarios.map { _ in .right })
        let parts = DeploymentPlan.services + [ProcessorTimes.broker, ProcessorTimes.database, ProcessorTimes.bench]
        for part in parts {
            table.add([part] + scenarios.map { round.outcomes[$0]?.cpuMicroseconds[part].map(Self.whole) ?? "" })
        }
        table.add(["together"] + scenarios.map { Self.whole(round.outcomes[$0]?.cpuMicroseconds.values.reduce(0, +) ?? 0) })
        return table.render()
    }

    private var services: String {
        let titles = rounds.flatMap { ["MiB, \($0.workers) worker(s)", "most"] }
        var table = TextTable(["service", "start, s"] + titles, alignments: [.left] + Array(repeating: .right, count: titles.count + 1))
        for service in DeploymentPlan.services {
            let memory = rounds.flatMap { round in
                [round.memory[service]?.resident, round.memory[service]?.peak].map { $0.map { Self.fixed($0, 1) } ?? "" }
            }
            table.add([service, startSeconds[service].map { Self.fixed($0, 3) } ?? ""] + memory)
        }
        return table.render()
    }

    private static func whole(_ number: Double) -> String { fixed(number, 0) }

    private static func fixed(_ number: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", number) }
}

extension BenchReport {
    /// The report as one JSON object. The figures outside `workers` are those of the first round.
    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("broker", broker.rawValue)
        writer.member("events", plan.events)
        writer.member("warmUp", plan.warmUp)
        writer.member("partitions", plan.partitions)
        if let first = rounds.first { Self.write(first, startSeconds, &writer) }
        writer.name("workers")
        writer.beginObject()
        for round in rounds {
            writer.name("\(round.workers)")
            writer.beginObject()
            Self.write(round, startSeconds, &writer)
            writer.endObject()
        }
        writer.endObject()
        writer.endObject()
        return String(decoding: writer.data, as: UTF8.self)
    }

    private static func write(_ round: Round, _ startSeconds: [String: Double], _ writer: inout JSONWriter) {
        for scenario in Scenario.allCases {
            guard let outcome = round.outcomes[scenario] else { continue }
            writer.name(scenario.rawValue)
            writer.beginObject()
            write("perSecond", outcome.perSecond, &writer)
            if scenario == .intake, let ceiling = round.ceilingPerSecond { write("ceilingPerSecond", ceiling, &writer) }
            write("seconds", outcome.seconds, &writer)
            write("cpuMicroseconds", outcome.cpuMicroseconds, &writer)
            writer.endObject()
        }
        if let latency = round.latency {
            write("dispatchedLatency", latency.dispatched, &writer)
            write("brokerLatency", latency.floor, &writer)
        }
        writer.name("services")
        writer.beginObject()
        for service in DeploymentPlan.services {
            writer.name(service)
            writer.beginObject()
            if let memory = round.memory[service] {
                write("rssMiB", memory.resident, &writer)
                write("peakMiB", memory.peak, &writer)
            }
            if let start = startSeconds[service] { write("startSeconds", start, &writer) }
            writer.endObject()
        }
        writer.endObject()
    }

    private static func write(_ name: String, _ figures: Percentiles, _ writer: inout JSONWriter) {
        writer.name(name)
        writer.beginObject()
        write("p50Ms", figures.median, &writer)
        write("p95Ms", figures.p95, &writer)
        write("p99Ms", figures.p99, &writer)
        write("maxMs", figures.maximum, &writer)
        writer.endObject()
    }

    private static func write(_ name: String, _ parts: [String: Double], _ writer: inout JSONWriter) {
        writer.name(name)
        writer.beginObject()
        for (part, value) in parts.sorted(by: { $0.key < $1.key }) { write(part, value, &writer) }
        writer.endObject()
    }

    /// Three digits after the point are more than any of these figures is good for.
    private static func write(_ name: String, _ value: Double, _ writer: inout JSONWriter) {
        writer.name(name)
        writer.value((value * 1000).rounded() / 1000)
    }
}
