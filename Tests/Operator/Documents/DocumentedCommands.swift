import Foundation
import Testing

/// The command lines that the documents show to people.
enum DocumentedCommands {
    /// One command with the document it stands in.
    struct Shown: Sendable, CustomTestStringConvertible {
        let document: String
        let words: [String]
        var testDescription: String { "\(document): \(words.joined(separator: " "))" }
    }

    static let documents = Result {
        let runbooks = try FileManager.default.contentsOfDirectory(atPath: ShippedFile.url("Ops/runbooks").path).sorted()
        return ["README.md", "ARCHITECTURE.md", "Ops/monitoring/README.md", "Ops/data/README.md", "Ops/data/mapping.md"]
            + runbooks.filter { $0.hasSuffix(".md") }.map { "Ops/runbooks/\($0)" }
    }

    /// What stands in blocks of shell text, each to be given as it is.
    static func blocks() throws -> [Shown] {
        try documents.get().flatMap { document in
            let text = try String(contentsOf: ShippedFile.url(document), encoding: .utf8)
            return text.matches(of: #/```(?:sh|bash|shell)\n([\s\S]*?)```/#).flatMap { shown($0.output.1, in: document) }
        }
    }

    /// What stands between two backticks within a sentence: it may leave out what the sentence is not about.
    static func mentions() throws -> [Shown] {
        try documents.get().flatMap { document in
            let text = try String(contentsOf: ShippedFile.url(document), encoding: .utf8).replacing(#/```[\s\S]*?```/#, with: "")
            return text.matches(of: #/`((?:redress|Ops)[\/ ][^`]*)`/#).flatMap { shown($0.output.1, in: document) }
        }
    }

    private static func shown(_ text: Substring, in document: String) -> [Shown] {
        let isHereText = text.contains("<<")
        return text.replacing("\\\n", with: " ").split(separator: "\n").prefix(isHereText ? 0 : .max).flatMap { line in
            ShellWords.commands(String(line)).map { Shown(document: document, words: $0) }
        }
    }
}
