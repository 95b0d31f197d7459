/// One command of a program: its options, its operands, and the commands below it.
public struct Command: Sendable {
    /// The name as typed.
    public let name: String
    /// One sentence for the list of commands.
    public let summary: String
    /// Paragraphs for the command's own help, separated by empty lines.
    public let discussion: String
    /// Command lines as a user would type them; a line may end in `  # what it does`.
    public let examples: [String]
    /// The command's options; the commands below it take them too.
    public let options: [Option]
    /// The arguments known by their place; a command with subcommands has none.
    public let operands: [Operand]
    /// The commands below this one.
    public let subcommands: [Command]

    /// Declares a command.
    public init(
        _ name: String, summary: String, discussion: String = "", examples: [String] = [], options: [Option] = [], operands: [Operand] = [],
        subcommands: [Command] = []
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.options = options
        self.operands = operands
        self.subcommands = subcommands
    }

    /// The options of this command and of all below it.
    var allOptions: [Option] { options + subcommands.flatMap(\.allOptions) }

    func with(options: [Option], subcommands: [Command]) -> Command {
        Command(
            name, summary: summary, discussion: discussion, examples: examples, options: options, operands: operands,
            subcommands: subcommands)
    }
}

/// What a command line asks for.
public enum Invocation: Sendable {
    /// Run the command with these arguments.
    case run(Arguments)
    /// Print this text to the standard output and end with ``ExitCode/ok``: help, the version, a completion script.
    case show(String)
}
