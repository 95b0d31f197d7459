import Foundation

/// A module of Shared, without those that only name a C library.
struct Module {
    let name: String
    let files: [SourceFile]

    var folder: String { "Shared/" + name }

    static func all(in tree: SourceTree) -> [Module] {
        let shared = tree.sources.filter { $0.path.hasPrefix("Shared/") }
        return Dictionary(grouping: shared) { String($0.path.split(separator: "/")[1]) }
            .map { Module(name: $0.key, files: $0.value) }.sorted { $0.name < $1.name }
    }

    /// What the manifest says it needs: `shared("Kafka", needs: ["CRDKafka", …])`; `nil` where the manifest does not know it.
    func needs(in manifest: SourceFile) throws -> Set<String>? {
        let pattern = try NSRegularExpression(pattern: #"shared\(\s*"\#(name)"(?:,\s*needs:\s*\[([^\]]*)\])?"#)
        let text = manifest.text
        guard let match = pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) else { return nil }
        guard let range = Range(match.range(at: 1), in: text) else { return [] }
        return Set(
            text[range].split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
                String($0.element)
            })
    }

    /// Whether a file of it declares a type of that name.
    func declares(_ type: String) -> Bool {
        let declarations = ["struct", "class", "enum", "protocol", "actor", "typealias"].map { "\($0) \(type)" }
        return files.contains { file in
            declarations.contains { declaration in
                file.code.ranges(of: declaration).contains { range in
                    file.code[range.upperBound...].first.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
                }
            }
        }
    }
}

/// The files and folders that a text names between backticks or as a link.
enum PathMention {
    /// Each path below the top folders of the tree, in order.
    static func all(in text: String) -> [String] {
        let codes = MarkdownTable.codes(in: text).filter { code in
            code.contains("/") && ["Shared/", "Services/", "Ops/", "Tests/", "Examples/"].contains(where: code.hasPrefix)
        }
        let links = text.components(separatedBy: "](").dropFirst().map { String($0.prefix { $0 != ")" && $0 != "#" }) }
        return codes.filter { !$0.contains("*") && !$0.contains(" ") } + links.filter { !$0.contains(":") }
    }
}

extension SourceFile {
    /// The part of a document under the heading `## title`, up to the next of its rank.
    func section(_ title: String) -> String? {
        let parts = ("\n" + text).components(separatedBy: "\n## ")
        return parts.dropFirst().first { $0.hasPrefix(title + "\n") }
    }
}
