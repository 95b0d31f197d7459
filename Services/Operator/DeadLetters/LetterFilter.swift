import CommandLine
import Contracts
import Domain
import Postgres
import Runtime

/// Which dead letters somebody means: all that is given must hold.
struct LetterFilter {
    /// The options that choose letters of the services.
    static let options: [Option] = [
        Option("service", value: .choice(OperatorDatabase.services.map(\.name)), repeated: true, help: "Only of this service."),
        Option("key", value: .string(placeholder: "KEY"), help: "Only with this key: a complaint's number, or a line's token."),
        Option("topic", value: .string(placeholder: "TOPIC"), help: "Only from this topic, such as intake; or timer."),
        Option(
            "source", value: .string(placeholder: "SOURCE"), help: "Only from this sender: the CloudEvents source, such as /gateway/app."),
        Option("type", value: .string(placeholder: "TYPE"), help: "Only of this CloudEvents type, such as redress.intake.submitted.v1."),
        Option("fault", value: .string(placeholder: "TEXT"), help: "Only with a fault that contains this text, such as disputedAmount."),
        Option("since", value: .string(placeholder: "TIME"), help: "Only since this time, RFC 3339."),
        Option("until", value: .string(placeholder: "TIME"), help: "Only before this time, RFC 3339."),
        Option(
            "waiting", help: "Also messages that only wait behind another with their key; they are processed after it without a request."),
    ]

    var services: [String] = []
    var key: String?
    var topic: String?
    var source: String?
    var type: String?
    var fault: String?
    var since: Instant?
    var until: Instant?
    var withWaiting = false

    init() {}

    /// - Throws: a `UsageError` for a time that is none.
    init(_ arguments: Arguments, command: String) throws(UsageError) {
        services = arguments.strings("service")
        key = arguments.string("key")
        topic = arguments.string("topic").map { name in
            name == "timer" || Topic.named(name) != nil ? name : "redress." + name
        }
        source = arguments.string("source")
        type = arguments.string("type")
        fault = arguments.string("fault")
        since = try Self.time("since", arguments, command)
        until = try Self.time("until", arguments, command)
        withWaiting = arguments.flag("waiting")
    }

    private static func time(_ option: String, _ arguments: Arguments, _ command: String) throws(UsageError) -> Instant? {
        guard let text = arguments.string(option) else { return nil }
        guard let time = Instant(text) else {
            throw UsageError(
                command: "redress dead-letters \(command)", subject: "--\(option)", given: text,
                expected: "a time with offset, such as 2026-10-01T00:00:00+08:00")
        }
        return time
    }

    /// Whether the letter `d` is meant; the parameters are the first eight.
    static let condition = """
        ($1::text IS NULL OR d.key = $1) AND ($2::text IS NULL OR d.topic = $2) AND ($3::text IS NULL OR d.source = $3) \
        AND ($4::text IS NULL OR d.type = $4) AND ($5::text IS NULL OR strpos(lower(concat_ws(' ', d.fault->>'field', \
        d.fault->>'problem', d.fault->>'expected')), lower($5)) > 0) AND ($6::timestamptz IS NULL OR d.at >= $6) \
        AND ($7::timestamptz IS NULL OR d.at < $7) AND ($8 OR d.kind = 'poison')
        """

    var parameters: [Value] {
        let texts = [key, topic, source, type, fault].map(Self.value)
        let times = [since, until].map(Self.value)
        return texts + times + [.bool(withWaiting)]
    }

    private static func value(_ text: String?) -> Value { text.map { .text($0) } ?? .null(.text) }

    private static func value(_ time: Instant?) -> Value { time.map { .timestamp($0.microseconds) } ?? .null(.timestamp) }

    /// Whether letters of a service are meant.
    func includes(_ service: String) -> Bool { services.isEmpty || services.contains(service) }
}
