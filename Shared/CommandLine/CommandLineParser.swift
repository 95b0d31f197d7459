import Foundation
import YAML

/// Reads command lines by a table of commands, in the manner of GNU: long options may be shortened, operands and options mixed, `--` ends
/// the options.
///
/// A value is looked for on the command line, then in the environment, then in the settings file, then in the table; the first found wins.
/// An environment variable that is set to nothing counts as not set. Every program also takes `--help`, `--version`, `--config FILE`
/// (`REDRESS_CONFIG`: a YAML mapping of option names), and the command `completion bash|zsh|fish`.
public struct CommandLineParser: Sendable {
    static let help = Option("help", short: "h", help: "Show this help.")
    static let version = Option("version", help: "Show the version.")
    static let config = Option("config", value: .path, environment: "REDRESS_CONFIG", help: "Read settings from this YAML file.")
    static let completion = Command(
        "completion", summary: "Print the completion script of a shell.",
        operands: [Operand("SHELL", help: "The shell.", choices: CompletionShell.allCases.map(\.rawValue))])

    private let root: Command
    private let versionText: String
    /// The program does something without a subcommand.
    private let runsAlone: Bool

    /// Prepares a parser for a program.
    ///
    /// Two options of one name within reach of each other are a mistake of the program and stop it.
    public init(_ root: Command, version: String) {
        runsAlone = root.subcommands.isEmpty
        let builtIn = [Self.help, Self.version, Self.config]
        let takesOperands = !root.operands.isEmpty
        self.root = root.with(options: root.options + builtIn, subcommands: root.subcommands + (takesOperands ? [] : [Self.completion]))
        versionText = "\(root.name) \(version)"
        Self.check(self.root, above: [])
    }

    /// Reads a command line.
    ///
    /// - Parameters:
    ///   - arguments: the arguments without the program's name.
    ///   - width: the columns that help is wrapped to.
    /// - Throws: ``UsageError`` for whatever cannot be used as it is given.
    public func parse(arguments: [String], environment: [String: String], width: Int = 80) throws(UsageError) -> Invocation {
        var path = [root]
        var options: [Option] = []
        var found: [GetoptScan.Found] = []
        var rest = arguments
        while let current = path.last {
            options += current.options
            let typed = path.map(\.name).joined(separator: " ")
            let hasCommands = !current.subcommands.isEmpty
            let scan = try GetoptScan(command: typed, arguments: rest, options: options, stopsAtOperand: hasCommands)
            found += scan.found
            rest = scan.rest
            if scan.found.contains(where: { $0.option.name == Self.help.name && !$0.isNegated }) {
                return .show(HelpPage(path: path, width: width).text)
            }
            if scan.found.contains(where: { $0.option.name == Self.version.name && !$0.isNegated }) { return .show(versionText + "\n") }
            guard hasCommands, let name = rest.first else {
                if hasCommands, !(path.count == 1 && runsAlone) { throw missingCommand(current, typed) }
                break
            }
            guard let next = current.subcommands.first(where: { $0.name == name }) else { throw unknownCommand(name, current, typed) }
            path.append(next)
            rest.removeFirst()
        }
        return try finish(path, options: options, found: found, rest: rest, environment: environment)
    }

    /// Reads the process's own command line; shows help and ends, or explains a fault on the standard error and ends, as the case may be.
    public func parseOrExit() -> Arguments {
        do {
            let arguments = Array(ProcessInfo.processInfo.arguments.dropFirst())
            let environment = ProcessInfo.processInfo.environment
            switch try parse(arguments: arguments, environment: environment, width: Terminal(.output, environment: environment).width) {
            case .run(let arguments): return arguments
            case .show(let text):
                StandardStream.output.write(text)
                ExitCode.ok.exit()
            }
        } catch {
            StandardStream.errors.write("\(error)\n")
            error.exitCode.exit()
        }
    }

    private func finish(
        _ path: [Command], options: [Option], found: [GetoptScan.Found], rest: [String], environment: [String: String]
    ) throws(UsageError) -> Invocation {
        let typed = path.map(\.name).joined(separator: " ")
        let operands = try OperandReading(command: typed, operands: path.last?.operands ?? []).read(rest)
        if path.last?.name == Self.completion.name, path.count == 2, let shell = operands["SHELL"]?.first.flatMap(CompletionShell.init) {
            return .show(CompletionScript(root, shell).text)
        }
        var resolver = SettingsResolver(command: typed, environment: environment, found: found)
        if let file = try resolver.resolve(Self.config)?.values.last {
            resolver.file = try SettingsFile(path: file, known: root.allOptions, command: typed)
        }
        var settings: [String: Arguments.Setting] = [:]
        let own = options.filter { option in ![Self.help, Self.version].contains { $0.name == option.name } }
        for option in own { settings[option.name] = try resolver.resolve(option) }
        return .run(
            Arguments(
                command: path.dropFirst().map(\.name), commandLine: typed,
                options: Dictionary(own.map { ($0.name, $0) }) { first, _ in first }, settings: settings,
                operandNames: Set(path.last?.operands.map(\.name) ?? []), operandValues: operands))
    }

    private func missingCommand(_ command: Command, _ typed: String) -> UsageError {
        UsageError(
            command: typed, subject: "command", problem: "none was given",
            expected: "one of " + command.subcommands.map(\.name).joined(separator: ", "))
    }

    private func unknownCommand(_ name: String, _ command: Command, _ typed: String) -> UsageError {
        let names = command.subcommands.map(\.name)
        if runsAlone, command.name == root.name {
            return UsageError(command: typed, subject: "operand", given: name, expected: "no operands")
        }
        return UsageError(
            command: typed, subject: name, problem: "unknown command", expected: "one of " + names.joined(separator: ", "),
            suggestion: NearestName.suggestion(for: name, among: names))
    }

    private static func check(_ command: Command, above: [Option]) {
        let reach = above + command.options
        let names = reach.map(\.name) + reach.compactMap { $0.short.map { "-\($0)" } }
        precondition(Set(names).count == names.count, "\(command.name) declares an option twice: \(names.sorted())")
        precondition(command.subcommands.isEmpty || command.operands.isEmpty, "\(command.name) has both subcommands and operands")
        precondition(reach.allSatisfy { $0.short?.isASCII ?? true }, "\(command.name) has a short option outside ASCII")
        for option in command.options {
            let objection = option.defaultValue.flatMap { option.objection(to: $0) }
            precondition(objection == nil, "the default of --\(option.name) is not \(objection ?? "")")
        }
        for inner in command.subcommands { check(inner, above: reach) }
    }
}
