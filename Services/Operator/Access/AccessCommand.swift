import CommandLine
import Domain
import Runtime

/// `redress access`: who saw sealed data.
enum AccessCommand {
    static let command = OperatorCommand(
        "access", summary: "Show who looked at sealed data, of which complaint, and why.", subcommands: [list])

    private static let list = OperatorCommand(
        Command(
            "list", summary: "List who looked at sealed data and when, the latest first.",
            discussion: """
                Every command that reveals sealed data first records it, with the staff number and the reason; what cannot be recorded is not \
                shown.

                The server records the machine's time; if a clock runs fast, the time of that clock is shown.

                Exit codes: 0 listed (even if there are none), 69 the database does not answer, 78 a schema that redress migrate has not made.
                """,
            examples: [
                "redress access list --complaint C20260401000001",
                "redress access list --by staff-1042 --since 2026-10-01T00:00:00+08:00 --json",
            ],
            options: [
                Option(
                    "complaint", value: .string(placeholder: "NUMBER"),
                    help: "Only for this complaint, or for the dead letter at this PLACE."),
                Option("by", value: .string(placeholder: "STAFF"), help: "Only by this person: a staff number."),
                Option("since", value: .string(placeholder: "TIME"), help: "Only since this time, RFC 3339."),
                JSONOutput.option, TimeText.option, ServiceCommand.clock,
            ] + OperatorDatabase.options)
    ) { arguments in
        let since = try arguments.string("since").map { text in
            guard let time = Instant(text) else {
                throw UsageError(
                    command: "redress access list", subject: "--since", given: text,
                    expected: "a time with offset, such as 2026-10-01T00:00:00+08:00")
            }
            return time
        }
        let clock = try ServiceSettings.clock(arguments)
        let entries = try AccessLog(OperationsSchema.connect(arguments)).entries(
            subject: arguments.string("complaint"), actor: arguments.string("by"), since: since.map { clock.machineTime(of: $0) }
        ).map { $0.shown(by: clock) }
        if arguments.flag("json") {
            try JSONOutput.write(entries)
        } else {
            StandardStream.output.write(entries.isEmpty ? "nobody has looked at sealed data\n" : table(entries, try TimeText(arguments)))
        }
        return .ok
    }

    private static func table(_ entries: [AccessLog.Entry], _ times: TimeText) -> String {
        var table = TextTable(["time", "by", "logged in as", "complaint", "command", "reason"])
        for entry in entries {
            table.add([times.text(entry.at), entry.actor, entry.login, entry.subject, entry.command, entry.reason])
        }
        return table.shown()
    }
}
