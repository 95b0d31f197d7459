public import CommandLine
import Foundation
import Glibc
import Runtime

/// The command `redress`.
public enum OperatorProgram {
    /// All subcommands, in the order of the help.
    public static let commands: [OperatorCommand] = [
        SubmitCommand.command,
        ShowCommand.command,
        ExplainCommand.command,
        ScriptCommand.command,
        OrderCommand.command,
        WatchCommand.command,
        DeadLettersCommand.command,
        RestoreCommand.command,
        ReportCommand.command,
        QualityCommand.command,
        RetentionCommand.command,
        AccessCommand.command,
        PolicyCommand.command,
        RulesCommand.command,
        ContractsCommand.command,
        CalendarCommand.command,
        MigrateCommand.command,
        TopicsCommand.command,
        KeysCommand.command,
        DemoCommand.command,
        EmbeddedCommand.command,
        BenchCommand.command,
    ]

    public static let root = Command(
        "redress", summary: "Complaint handling for telecom operators, from the command line.",
        discussion: """
            Exit codes: 0 done, 1 a negative answer, 64 wrong usage, 65 wrong data, 69 a server does not answer, 70 an internal error, \
            75 try again later, 77 not allowed, 78 wrong settings.
            """,
        subcommands: commands.map(\.command))

    /// Runs the command line and ends the process.
    public static func run() -> Never {
        let arguments = CommandLineParser(root, version: Release.version).parseOrExit()
        do {
            guard let command = find(arguments.command[...], in: commands) else { exit(ExitCode.usage.rawValue) }
            exit(try command.run(arguments).rawValue)
        } catch {
            let report = FailureReport(error)
            StandardStream.errors.write((error is UsageError ? "" : "redress: ") + report.text + "\n")
            exit(report.code.rawValue)
        }
    }

    /// The command the words name, from the outermost group inwards.
    private static func find(_ path: ArraySlice<String>, in commands: [OperatorCommand]) -> OperatorCommand? {
        guard let name = path.first, let command = commands.first(where: { $0.command.name == name }) else { return nil }
        return path.count == 1 ? command : find(path.dropFirst(), in: command.subcommands)
    }
}
