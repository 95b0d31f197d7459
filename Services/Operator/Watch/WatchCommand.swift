import CommandLine
import Contracts
import Domain
import Foundation
import Kafka
import Runtime

/// `redress watch`: what happens, as it happens.
enum WatchCommand {
    /// The topics of facts, whose events hold nothing personal in clear, by their short names.
    private static let topics = Topic.all.filter { !$0.isWrittenByOutsiders }.map { String($0.name.dropFirst(prefix.count)) }
    private static let prefix = "redress."

    static let command = OperatorCommand(
        Command(
            "watch", summary: "Watch alerts, or other events, as they happen.",
            discussion: """
                Prints one line per event until you interrupt it; with --json each line is an object. It joins no consumer group, so any number \
                of people can watch at the same time.

                "answers" is the id of the outside event that led to this one: a gateway's event, or a desk's command. With --json each event \
                has its id, its causationid (the id of the event that directly caused it) and its correlationid, which all events of one \
                complaint share: the id of the event the complaint was registered from, or that event's own correlationid.

                While you watch alerts, a warning on the standard error says if sla-monitor has missed three heartbeats.

                Exit codes: 0 the limit or the time was reached, 69 no broker answers.
                """,
            examples: [
                "redress watch", "redress watch --topic work-orders --topic compensations --complaint C20260401000001",
                "redress watch --from beginning --for 5s --json | jq -r .key",
                "redress watch --topic complaints --from beginning --for 5s --json | jq 'select(.causationid == \"hall-20260401-0001\")'",
            ],
            options: [
                Option("topic", value: .choice(topics), repeated: true, help: "What to watch; alerts by default."),
                Option(
                    "from", value: .string(placeholder: "beginning|end|TIME"), default: "end",
                    help: "Where to begin: with the oldest event, with new events only, or at a time, RFC 3339."),
                Option("complaint", value: .string(placeholder: "NUMBER"), help: "Only the events of this complaint."),
                Option("limit", value: .int(1...Int.max), help: "Stop after this many events."),
                Option("heartbeats", help: "Also show the heartbeats of sla-monitor."),
                Option("for", value: .duration, help: "Stop after this time."),
                JSONOutput.option, TimeText.option,
            ] + ServiceCommand.kafka)
    ) { arguments in
        let given = arguments.strings("topic")
        let names = (given.isEmpty ? ["alerts"] : given).map { prefix + $0 }
        let reader = try KafkaReader(
            ServiceSettings.kafka(arguments, clientID: "redress-watch"), topics: names, from: start(arguments))
        try follow(reader, arguments)
        return .ok
    }

    private static func follow(_ reader: KafkaReader, _ arguments: Arguments) throws {
        let times = try TimeText(arguments)
        let terminal = Terminal(.output)
        let coder = WireCoder()
        let deadline = arguments.duration("for").map { ContinuousClock.now.advanced(by: $0) }
        let given = arguments.strings("topic")
        var pulse = given.isEmpty || given.contains("alerts") ? HeartbeatWatch(at: ContinuousClock.now) : nil
        var left = arguments.int("limit") ?? .max
        while left > 0 {
            let timeout = min(deadline.map { ContinuousClock.now.duration(to: $0) } ?? .seconds(60), .seconds(10))
            guard timeout > .zero else { return }
            let messages = try reader.next(timeoutMilliseconds: max(1, Int(timeout.wholeMilliseconds)))
            if let silence = pulse?.look(at: messages, ContinuousClock.now) { StandardStream.errors.write(silence + "\n") }
            for message in messages where left > 0 {
                guard let event = readable(message, coder, times), isWanted(event, arguments) else { continue }
                StandardStream.output.write(arguments.flag("json") ? try JSONOutput.text(event) + "\n" : event.text(times, terminal))
                left -= 1
            }
        }
    }

    /// A message that cannot be read is reported, and does not end the watch.
    private static func readable(_ message: ConsumedMessage, _ coder: WireCoder, _ times: TimeText) -> WatchedEvent? {
        do throws(Fault) {
            return try WatchedEvent(message, coder: coder, times: times)
        } catch {
            StandardStream.errors.write("redress: \(message.topic)/\(message.partition)/\(message.offset): \(error)\n")
            return nil
        }
    }

    private static func isWanted(_ event: WatchedEvent, _ arguments: Arguments) -> Bool {
        guard event.type != Heartbeat.wireType || arguments.flag("heartbeats") else { return false }
        return arguments.string("complaint").map { $0 == event.key } ?? true
    }

    private static func start(_ arguments: Arguments) throws(UsageError) -> KafkaReader.Start {
        switch arguments.string("from") {
        case "beginning": return .beginning
        case "end", nil: return .end
        case let text?:
            guard let time = Instant(text) else {
                throw UsageError(
                    command: "redress watch", subject: "--from", given: text,
                    expected: "beginning, end, or a time with offset, such as 2026-04-01T00:00:00+08:00")
            }
            return .timestamp(milliseconds: time.milliseconds)
        }
    }
}
