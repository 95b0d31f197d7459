import CommandLine
import Foundation

/// What `--json` prints: one JSON value a line, its members in alphabetical order.
enum JSONOutput {
    /// The option every command with an answer has.
    static let option = Option("json", help: "Answer in JSON.")

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func write(_ value: some Encodable) throws {
        StandardStream.output.write(try text(value) + "\n")
    }
}
