public import CommandLine

/// One subcommand of `redress`: its place in the command table, and what it does.
public struct OperatorCommand: Sendable {
    public let command: Command
    /// Empty for a command that only groups others.
    public let subcommands: [OperatorCommand]
    private let body: @Sendable (Arguments) throws -> ExitCode

    /// A command that does something.
    /// - Parameter body: answers the exit code; an error it throws is shown and ends with the code `FailureReport` gives it.
    public init(_ command: Command, body: @escaping @Sendable (Arguments) throws -> ExitCode) {
        self.command = command
        self.subcommands = []
        self.body = body
    }

    /// A command that groups others.
    public init(_ name: String, summary: String, subcommands: [OperatorCommand]) {
        self.command = Command(name, summary: summary, subcommands: subcommands.map(\.command))
        self.subcommands = subcommands
        self.body = { _ in .usage }
    }

    public func run(_ arguments: Arguments) throws -> ExitCode { try body(arguments) }
}
