import Foundation
import JSON

extension BenchReport {
    /// The report as one JSON object. The figures outside `workers` are those of the first round.
    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        Self.writeHeading(plan, broker, &writer)
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
        writer.name("figures")
        writer.beginObject()
        for figure in figures { Self.write(figure.name, figure.value, &writer) }
        writer.endObject()
        writer.endObject()
        return String(decoding: writer.data, as: UTF8.self)
    }

    /// What was measured: the members that every report begins with, as ``heading(_:_:)`` says them in words.
    static func writeHeading(_ plan: BenchPlan, _ broker: DeployedBroker.Kind, _ writer: inout JSONWriter) {
        writer.member("broker", broker.rawValue)
        writer.member("events", plan.events)
        writer.member("warmUp", plan.warmUp)
        writer.member("partitions", plan.partitions)
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
        // The members of a release that watched one rate.
        if let latency = round.latencies.first(where: { $0.rate == 500 }) ?? round.latencies.first {
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

    private static func write(_ name: String, _ value: Double, _ writer: inout JSONWriter) {
        writer.name(name)
        writer.value(rounded(value))
    }

    /// Three digits after the point are more than any of these figures is good for.
    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
