/// A command line, environment variable or settings file that cannot be used as it is.
public struct UsageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The command as typed, as in `redress policy check`.
    public let command: String
    /// What is wrong: an option, an operand, an environment variable, a line of the settings file.
    public let subject: String
    /// What was given there, `***` for a secret; nil when nothing was.
    public let given: String?
    /// What is wrong with it, where that is more than that something else was expected: `unknown option`.
    public let problem: String?
    /// What is expected there instead, as a noun phrase or a sentence; empty where there is nothing to say.
    public let expected: String
    /// The known name nearest to an unknown one.
    public let suggestion: String?

    /// States a fault; programs may state their own.
    public init(
        command: String, subject: String, given: String? = nil, problem: String? = nil, expected: String, suggestion: String? = nil
    ) {
        self.command = command
        self.subject = subject
        self.given = given
        self.problem = problem
        self.expected = expected
        self.suggestion = suggestion
    }

    /// `EX_USAGE`, 64.
    public var exitCode: ExitCode { .usage }

    /// Two lines: the fault, and where help is.
    public var description: String {
        var parts: [String] = []
        if let given { parts.append("\"\(given)\" was given") }
        if let problem { parts.append(problem) }
        if !expected.isEmpty { parts.append("expected \(expected)") }
        var text = "\(command): \(subject): " + parts.joined(separator: "; ")
        if let suggestion { text += " (did you mean \"\(suggestion)\"?)" }
        return text + "\nTry '\(command) --help'."
    }
}
