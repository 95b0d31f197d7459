/// What a command line asks for.
public enum Invocation: Sendable {
    /// Run the command with these arguments.
    case run(Arguments)
    /// Print this text to the standard output and end with ``ExitCode/ok``: help, the version, a completion script.
    case show(String)
}
