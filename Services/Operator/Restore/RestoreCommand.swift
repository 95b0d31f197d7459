import CommandLine
import Domain
import Kafka
import Runtime

/// `redress restore`: a service's database that was restored to an earlier time.
enum RestoreCommand {
    static let command = OperatorCommand(
        "restore", summary: "Check a service's database after it was restored to an earlier time.", subcommands: [check])

    private static let check = OperatorCommand(
        Command(
            "check", summary: "Compare a service's database with what was published from it, key by key.",
            discussion: """
                Reads the service's own topics and looks up every fact in its journal. It also checks that Kafka still has the messages that the \
                lanes have not read. It changes nothing, and the service may keep running.

                Exit codes: 0 they agree, 1 the database is behind or messages are gone, 69 a server does not answer.
                """,
            examples: [
                "redress restore check --service dispatch",
                "redress restore check --service dispatch --since 2026-11-24T09:00:00+08:00 --json | jq .forgotten",
            ],
            options: [
                Option(
                    "service", value: .choice(OperatorDatabase.services.map(\.name)), required: true,
                    help: "The service whose database to check."),
                Option(
                    "since", value: .string(placeholder: "TIME"),
                    help: "Check only what was published since this time, RFC 3339; by default everything."),
                Option("limit", value: .int(1...1_000_000), default: "50", help: "List at most this many keys."),
                JSONOutput.option, TimeText.option,
            ] + ServiceCommand.kafka + OperatorDatabase.options)
    ) { arguments in
        let name = try arguments.requiredString("service")
        guard let service = OperatorDatabase.services.first(where: { $0.name == name }) else { return .usage }
        let report = try RestoreReport(
            name, on: OperatorDatabase.connect(service, arguments),
            ServiceSettings.kafka(arguments, clientID: "redress-restore"), from: start(arguments))
        if arguments.flag("json") {
            try JSONOutput.write(report)
        } else {
            StandardStream.output.write(report.text(try TimeText(arguments), limit: arguments.int("limit") ?? 50))
        }
        return report.agrees ? .ok : .negative
    }

    private static func start(_ arguments: Arguments) throws(UsageError) -> KafkaReader.Start {
        guard let text = arguments.string("since") else { return .beginning }
        guard let time = Instant(text) else {
            throw UsageError(
                command: "redress restore check", subject: "--since", given: text,
                expected: "a time with offset, such as 2026-11-24T09:00:00+08:00")
        }
        return .timestamp(milliseconds: time.milliseconds)
    }
}
