/// What a command was called with, every value already checked.
///
/// Looking up an option or operand that the command does not declare is a mistake of the program and stops it.
public struct Arguments: Sendable {
    /// Where a value came from; the earlier ones win over the later.
    public enum Source: String, Sendable {
        case flag, environment, file
        case `default`
    }

    /// One value of an option with where it came from.
    struct Setting: Sendable {
        let values: [String]
        let source: Source
    }

    /// The names of the commands below the program's own, as in `["policy", "check"]`; empty for the program itself.
    public let command: [String]
    let commandLine: String
    let options: [String: Option]
    let settings: [String: Setting]
    let operandNames: Set<String>
    let operandValues: [String: [String]]

    /// The option's value, the last one of a repeated option; nil when it has none.
    public func string(_ name: String) -> String? { values(name).last }

    /// All values of a repeated option, in order.
    public func strings(_ name: String) -> [String] { values(name) }

    /// The value of an `.int` option; nil when it has none.
    public func int(_ name: String) -> Int? { string(name).flatMap { IntegerText.parse($0) } }

    /// The value of a `.duration` option; nil when it has none.
    public func duration(_ name: String) -> Duration? { string(name).flatMap(DurationText.parse) }

    /// Whether a flag is on.
    public func flag(_ name: String) -> Bool { string(name).flatMap(Option.truth) ?? false }

    /// Where the option's value came from; nil when it has none.
    public func source(of name: String) -> Source? {
        check(name)
        return settings[name]?.source
    }

    /// The option's value, for options that have a default or are required.
    ///
    /// - Throws: ``UsageError`` that names the option when there is no value.
    public func requiredString(_ name: String) throws(UsageError) -> String { try require(name, string(name)) }

    /// The value of an `.int` option that has a default or is required.
    ///
    /// - Throws: ``UsageError`` that names the option when there is no value.
    public func requiredInt(_ name: String) throws(UsageError) -> Int { try require(name, int(name)) }

    /// The operand's value; nil when an optional one was not given.
    public func operand(_ name: String) -> String? { operands(name).first }

    /// All values of a repeated operand, in order.
    public func operands(_ name: String) -> [String] {
        precondition(operandNames.contains(name), "the command declares no operand \(name)")
        return operandValues[name] ?? []
    }

    /// Every option that has a value, by name, for the log: secrets are `***`.
    public var summary: [(name: String, value: String, source: Source)] {
        settings.sorted { $0.key < $1.key }.map { name, setting in
            let isSecret = options[name]?.isSecret ?? true
            return (name, isSecret ? "***" : setting.values.joined(separator: ","), setting.source)
        }
    }

    private func values(_ name: String) -> [String] {
        check(name)
        return settings[name]?.values ?? []
    }

    private func check(_ name: String) {
        precondition(options[name] != nil, "the command declares no option \(name)")
    }

    private func require<Value>(_ name: String, _ value: Value?) throws(UsageError) -> Value {
        guard let value else {
            let expected = options[name]?.environment.map { "a value, here or in \($0)" } ?? "a value"
            throw UsageError(command: commandLine, subject: "--\(name)", expected: expected)
        }
        return value
    }
}
