import CommandLine
import Foundation

/// What `--json` prints: one JSON value a line, its members in alphabetical order.
enum JSONOutput {
    /// The option every command with an answer has.
    static let option = Option("json", help: "Print the answer as JSON.")

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func write(_ value: some Encodable) throws {
        StandardStream.output.write(try text(value) + "\n")
    }
}

extension TextTable {
    /// The table as the standard output is to have it: as wide as the terminal, its head set apart where colours are used; whole lines for
    /// a program that reads it.
    ///
    /// - Parameter indent: how many spaces stand before each line.
    func shown(indent: Int = 0, on terminal: Terminal = Terminal(.output)) -> String {
        let text = render(width: terminal.tableWidth.map { $0 - indent }) { terminal.styled($0, .bold) }
        guard indent > 0 else { return text }
        return text.split(separator: "\n").map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
    }
}
