import CommandLine

@testable import OperatorService

/// Command lines as a person types them.
enum CommandLines {
    /// What the program makes of a command line.
    static func parse(_ line: String...) throws -> Arguments { try parse(line) }

    /// The same for words that are put together.
    static func parse(_ line: [String]) throws -> Arguments {
        switch try CommandLineParser(OperatorProgram.root, version: "test").parse(arguments: line, environment: [:]) {
        case .run(let arguments): return arguments
        case .show(let text): throw HelpShown(text: text)
        }
    }

    struct HelpShown: Error {
        let text: String
    }
}
