/// One setting of a command: what it is called on the command line, in the environment and in the settings file, and what it may be.
public struct Option: Sendable {
    /// What an option takes.
    public enum Value: Sendable, Equatable {
        /// Nothing: a flag that is given or not; `--no-NAME` takes it back.
        case none
        /// Any text; the placeholder stands for it in the help.
        case string(placeholder: String)
        /// A whole number in a range.
        case int(ClosedRange<Int>)
        /// A span of time as `250ms`, `30s`, `1h30m`, `7d`.
        case duration
        /// A path in the file system; shells complete it.
        case path
        /// One of these words.
        case choice([String])
    }

    /// The long name without dashes, which is also the key in the settings file.
    public let name: String
    /// The one-letter name, ASCII.
    public let short: Character?
    /// What the option takes.
    public let value: Value
    /// The option may be given several times; in the settings file as a sequence, in the environment separated by commas.
    public let isRepeated: Bool
    /// The environment variable's name.
    public let environment: String?
    /// The value when none is given anywhere.
    public let defaultValue: String?
    /// The command cannot run without a value.
    public let isRequired: Bool
    /// The value is shown as `***`, never in clear, and may be read from a file: `--NAME-file`, `NAME_FILE`.
    public let isSecret: Bool
    /// One or two sentences for the help.
    public let help: String

    /// Declares an option; the name is without dashes.
    public init(
        _ name: String, short: Character? = nil, value: Value = .none, repeated: Bool = false, environment: String? = nil,
        default defaultValue: String? = nil, required: Bool = false, secret: Bool = false, help: String
    ) {
        self.name = name
        self.short = short
        self.value = value
        self.isRepeated = repeated
        self.environment = environment
        self.defaultValue = defaultValue
        self.isRequired = required
        self.isSecret = secret
        self.help = help
    }

    var takesValue: Bool { value != .none }

    /// The name of the option that names a file with the value.
    var fileName: String { name + "-file" }

    /// What stands for the value in the help.
    var placeholder: String {
        switch value {
        case .none: ""
        case .string(let placeholder): placeholder
        case .int: "N"
        case .duration: "TIME"
        case .path: "PATH"
        case .choice(let words): words.joined(separator: "|")
        }
    }

    /// What a value must be, or nil for one that is right.
    func objection(to text: String) -> String? {
        switch value {
        case .none: Self.truth(text) == nil ? "true or false" : nil
        case .string: nil
        case .path: text.isEmpty ? "a path" : nil
        case .int(let range): IntegerText.parse(text).map(range.contains) == true ? nil : Self.describe(range)
        case .duration: DurationText.parse(text) == nil ? "a time such as 250ms, 30s, 1h30m or 7d" : nil
        case .choice(let words): words.contains(text) ? nil : "one of " + words.joined(separator: ", ")
        }
    }

    /// A flag's value in the environment or the settings file.
    static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on", "1": true
        case "false", "no", "off", "0": false
        default: nil
        }
    }

    static func describe(_ range: ClosedRange<Int>) -> String {
        switch (range.lowerBound, range.upperBound) {
        case (.min, .max): "a whole number"
        case (let lowest, .max): "a whole number from \(lowest)"
        case (let lowest, let highest): "a whole number from \(lowest) to \(highest)"
        }
    }
}
