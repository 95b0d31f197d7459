import CommandLine
import Foundation

/// A program with two levels of commands and an option of every kind.
enum SampleProgram {
    static let root = Command(
        "redress", summary: "Complaint handling for telecom operators.",
        options: [
            Option(
                "database-url", value: .string(placeholder: "URL"), environment: "DATABASE_URL", secret: true,
                help: "Where the tables are."),
            Option(
                "log-format", value: .choice(["json", "text"]), environment: "LOG_FORMAT", default: "json", help: "How the log is written."),
            Option("verbose", short: "v", environment: "VERBOSE", help: "Say more."),
        ],
        subcommands: [
            Command(
                "submit", summary: "Submit complaints.", discussion: "Reads each file and publishes one event a line.",
                examples: ["redress submit --priority 2 complaints.jsonl"],
                options: [
                    Option(
                        "priority", short: "p", value: .int(1...3), environment: "PRIORITY", default: "2", help: "1 is the most urgent."),
                    Option(
                        "timeout", value: .duration, environment: "SUBMIT_TIMEOUT", default: "30s", help: "How long to wait for the broker."
                    ),
                    Option("tag", short: "t", value: .string(placeholder: "WORD"), repeated: true, environment: "TAGS", help: "A tag."),
                ],
                operands: [Operand("FILE", help: "A file of complaints.", repeated: true)]),
            Command(
                "policy", summary: "Work with policy packs.",
                subcommands: [
                    Command("check", summary: "Check a pack.", operands: [Operand("PACK", help: "The pack's folder.", required: false)])
                ]),
        ])

    static func invoke(_ arguments: String..., environment: [String: String] = [:]) throws(UsageError) -> Invocation {
        try CommandLineParser(root, version: "1.2.3").parse(arguments: arguments, environment: environment)
    }

    static func parse(_ arguments: String..., environment: [String: String] = [:]) throws -> Arguments {
        switch try CommandLineParser(root, version: "1.2.3").parse(arguments: arguments, environment: environment) {
        case .run(let arguments): return arguments
        case .show(let text): throw Shown(text: text)
        }
    }

    struct Shown: Error { let text: String }

    /// Writes a file for the length of one body.
    static func withFile<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
        let file = FileManager.default.temporaryDirectory.appending(path: "redress-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        let value = try body(file.path)
        try FileManager.default.removeItem(at: file)
        return value
    }
}
