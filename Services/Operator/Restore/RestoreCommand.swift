import CommandLine
import Domain
import Kafka
import Runtime

/// `redress restore`: a service's database that was restored to an earlier time.
enum RestoreCommand {
    static let command = OperatorCommand(
        "restore", summary: "A service's database that was restored to an earlier time.", subcommands: [check])

    private static let check = OperatorCommand(
        Command(
            "check", summary: "Compare a service's database with what was published from it, key by key.",
            discussion: """
                Reads the service's own topics and looks every fact up in its journal; and tells whether Kafka still has the messages that \
                the lanes have not read. It changes nothing, and the service may run.

                Exit codes: 0 they agree, 1 the database is behind or messages are gone, 69 a server is away.
                """,
            examples: [
                "redress restore check --service dispatch",
                "redress restore check --service dispatch --since 2026-11-24T09:00:00+08:00 --json | jq .forgotten",
            ],
            options: [
                Option(
                    "service", value: .choice(OperatorDatabase.services.map(\.name)), required: true, help: "Whose database."),
                Option(
                    "since", value: .string(placeholder: "TIME"),
                    help: "Look only at what was published from this time on, RFC 3339; at everything where it is not given."),
                Option("limit", value: .int(1...1_000_000), default: "50", help: "How many keys are listed for people."),
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
