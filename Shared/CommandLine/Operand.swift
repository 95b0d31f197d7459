/// An argument of a command that is known by its place and not by a name.
public struct Operand: Sendable {
    /// The name in the help, in capitals, and the key of ``Arguments/operand(_:)``.
    public let name: String
    /// One sentence for the help, and for the fault when the operand is missing.
    public let help: String
    /// The command cannot run without it.
    public let isRequired: Bool
    /// It takes all that is left; only the last operand of a command may.
    public let isRepeated: Bool
    /// The words it may be; empty for any text.
    public let choices: [String]

    /// Declares an operand.
    public init(_ name: String, help: String, required: Bool = true, repeated: Bool = false, choices: [String] = []) {
        self.name = name
        self.help = help
        self.isRequired = required
        self.isRepeated = repeated
        self.choices = choices
    }

    /// What a fault says is expected: the choices, or else the help as a phrase.
    var expectation: String {
        guard choices.isEmpty else { return "one of " + choices.joined(separator: ", ") }
        let phrase = help.hasSuffix(".") ? help.dropLast() : help[...]
        return phrase.prefix(1).lowercased() + phrase.dropFirst()
    }

    /// The operand in a usage line: `FILE`, `[FILE]`, `FILE...`, `[FILE...]`.
    var usage: String {
        let word = name + (isRepeated ? "..." : "")
        return isRequired ? word : "[\(word)]"
    }
}
