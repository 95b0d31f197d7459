import Contracts
import Foundation
import Kafka

/// From the moment a complaint is sent until its dispatched work order arrives at an independent reader, at a steady rate.
///
/// Each complaint carries a `traceparent` with its number, and the work order carries it on.
struct LatencyRun {
    /// Complaints a second.
    let rate: Int
    /// What the complaints took, in milliseconds.
    let dispatched: Percentiles
    /// What the same events took from the sender straight to a reader: the part that is the broker's own.
    let floor: Percentiles

    init(rate: Int, dispatched: Percentiles, floor: Percentiles) {
        (self.rate, self.dispatched, self.floor) = (rate, dispatched, floor)
    }

    init(_ run: ScenarioRun, rate: Int, seconds: Int) throws {
        self.rate = rate
        let count = rate * seconds
        let first = run.makeEvents(1) { _ in nil }
        // No number twice in a run of the services, whatever is sent once more.
        let base = run.produced
        let messages = run.makeEvents(count) { Self.traceParent(base + $0) }
        let servers = run.deployment.broker.bootstrapServers
        let echo = try TopicWatch(bootstrapServers: servers, topics: [Topic.intake.name], from: .end)
        let sender = LatencySender(first: first[0], then: messages, bootstrapServers: servers, perSecond: rate)
        var arrivals = Arrivals(count: count, from: base)
        var echoes = Arrivals(count: count, from: base)
        var last = ContinuousClock.now
        while !arrivals.isComplete || !echoes.isComplete {
            let isDispatched = try run.watch.advance(timeoutMilliseconds: 1) { arrivals.see($0, since: sender.due) }
            let isEchoed = try echo.advance(timeoutMilliseconds: 1) { echoes.see($0, since: sender.due) }
            if isDispatched || isEchoed { last = .now }
            try sender.check()
            try run.checkDeadLetters()
            guard last.duration(to: .now) < .seconds(BenchPlan.timeoutSeconds) else {
                throw DeploymentError("watch the latency", "nothing has arrived for \(BenchPlan.timeoutSeconds) s")
            }
        }
        try sender.join()
        dispatched = Percentiles(arrivals.milliseconds)
        floor = Percentiles(echoes.milliseconds)
    }

    /// The trace context of the complaint of that number, from 0.
    static func traceParent(_ number: Int) -> String {
        let digits = String(number + 1, radix: 16)
        return "00-" + String(repeating: "0", count: 32 - digits.count) + digits + "-00000000000000ab-01"
    }

    /// The number in a trace context of ours; `nil` for any other text.
    static func number(in traceParent: String) -> Int? {
        let parts = traceParent.split(separator: "-")
        guard parts.count == 4, parts[2] == "00000000000000ab", let number = Int(parts[1], radix: 16), number > 0 else { return nil }
        return number - 1
    }

    /// The number of a message's trace context; `nil` where it has none of ours.
    ///
    /// Binary mode has the trace context in a header, structured mode in the document.
    static func number(of message: ConsumedMessage) -> Int? {
        if let header = message.header("ce_traceparent") { return number(in: String(decoding: header, as: UTF8.self)) }
        guard let value = message.value else { return nil }
        let text = String(decoding: value, as: UTF8.self)
        guard let name = text.firstRange(of: "\"traceparent\":\"") else { return nil }
        return number(in: String(text[name.upperBound...].prefix { $0 != "\"" }))
    }
}

/// The first arrival of each of a number of events.
private struct Arrivals {
    private(set) var milliseconds: [Double] = []
    private var seen: Set<Int> = []
    private let count: Int
    private let base: Int

    /// - Parameter base: the number of the first of them.
    init(count: Int, from base: Int) {
        (self.count, self.base) = (count, base)
    }

    var isComplete: Bool { seen.count == count }

    mutating func see(_ message: ConsumedMessage, since due: (Int) -> ContinuousClock.Instant?) {
        guard let number = LatencyRun.number(of: message).map({ $0 - base }), (0..<count).contains(number), let due = due(number),
            seen.insert(number).inserted
        else { return }
        milliseconds.append((ContinuousClock.now - due) / .milliseconds(1))
    }
}
