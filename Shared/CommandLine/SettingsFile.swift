import Foundation
import YAML

/// The settings file: a YAML mapping of option names to values.
///
/// One file may serve all commands of a program, so it may name any option of any of them, and nothing else.
struct SettingsFile {
    private let entries: [String: YAMLNode.Entry]

    /// Reads a settings file.
    ///
    /// - Throws: ``UsageError`` with file and line when it is no such mapping or names no option.
    init(path: String, known: [Option], command: String) throws(UsageError) {
        let node: YAMLNode
        do {
            node = try YAMLNode.parse(contentsOf: URL(filePath: path))
        } catch {
            throw UsageError(
                command: command, subject: "settings file \(path):\(error.line):\(error.column)",
                expected: "YAML that can be read; \(error.problem)")
        }
        if node.isNull {
            entries = [:]
            return
        }
        guard let found = node.entries else {
            throw UsageError(command: command, subject: "settings file \(node.location)", expected: "a mapping of option names to values")
        }
        let builtIn = [CommandLineParser.help, CommandLineParser.version, CommandLineParser.config].map(\.name)
        let names = known.flatMap { $0.isSecret ? [$0.name, $0.fileName] : [$0.name] }.filter { !builtIn.contains($0) }
        for entry in found where !names.contains(entry.key) {
            throw UsageError(
                command: command, subject: "settings file \(entry.keyLocation): \(entry.key)", problem: "unknown option", expected: "",
                suggestion: NearestName.suggestion(for: entry.key, among: names))
        }
        entries = Dictionary(found.map { ($0.key, $0) }) { first, _ in first }
    }

    func entry(_ name: String) -> YAMLNode.Entry? { entries[name] }
}
