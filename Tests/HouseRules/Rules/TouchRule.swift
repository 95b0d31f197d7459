import Foundation

/// How many Swift files of the product speak of a command: its description, its decision, and at most two more, such as where it is told.
struct TouchRule {
    static let limit = 4

    /// A command and the files that would change if it did.
    struct Touch: Equatable {
        /// Its CloudEvents type without the version.
        let type: String
        let caseName: String
        let paths: [String]
    }

    /// What one file speaks of.
    private struct Mentions {
        let path: String
        /// Names behind a dot that begins an expression or follows the type of a command.
        let members: Set<String>
        /// CloudEvents types without their version.
        let types: Set<String>
        /// Whether it names a command's type at all: else a name that other enums have, too, is theirs.
        let speaksOfCommands: Bool
    }

    private let sources: [SourceFile]
    private let mentions: [Mentions]
    /// By the name of a case: the files that declare one of it.
    private let declarations: [String: Set<String>]

    init(sources: [SourceFile]) throws {
        self.sources = sources
        let member = try NSRegularExpression(pattern: #"(?:(?<![\w)\]?>])|\b(?:Command|Name|Report))\.(\w+)"#)
        let type = try NSRegularExpression(pattern: #"(redress\.[a-z-]+\.[a-z-]+)\.v"#)
        let words = ["WorkOrderCommand", "ClaimCommand", "CommandMessage", "CommandVerb", "GatewayReport"]
        mentions = sources.map { file in
            Mentions(
                path: file.path, members: Self.matches(of: member, in: file.code), types: Self.matches(of: type, in: file.text),
                speaksOfCommands: words.contains { file.code.contains($0) })
        }
        var declarations: [String: Set<String>] = [:]
        for file in sources {
            for name in try EnumDeclaration.all(in: file.code).flatMap(\.cases) { declarations[name, default: []].insert(file.path) }
        }
        self.declarations = declarations
    }

    /// Every command that a description of the tree has.
    func touches() throws -> [Touch] {
        try sources.flatMap { file in
            try Self.commands(in: file).map { type, name in
                let isOwn = declarations[name] == [file.path]
                let paths = mentions.filter { mention in
                    mention.path == file.path || mention.types.contains(type)
                        || (mention.members.contains(name) && (isOwn || mention.speaksOfCommands))
                }
                return Touch(type: type, caseName: name, paths: paths.map(\.path))
            }
        }
    }

    private static func matches(of expression: NSRegularExpression, in text: String) -> Set<String> {
        let matches = expression.matches(in: text, range: NSRange(text.startIndex..., in: text))
        return Set(matches.compactMap { Range($0.range(at: 1), in: text).map { String(text[$0]) } })
    }

    func violations() throws -> [Violation] {
        try touches().filter { $0.paths.count > Self.limit }.map { touch in
            Violation(
                path: touch.paths[0], line: nil,
                message:
                    "\(touch.type) is spoken of in \(touch.paths.count) files, over \(Self.limit): \(touch.paths.joined(separator: ", "));"
                    + " take what you need from its description")
        }
    }

    /// The types and the cases that a file describes: those of an enum `Name` that is a `CommandName`.
    private static func commands(in file: SourceFile) throws -> [(type: String, name: String)] {
        guard let head = file.text.range(of: #"enum Name: String,.*CommandName \{"#, options: .regularExpression) else { return [] }
        let body = CodeBody.own(of: file.text[head.upperBound...])
        let line = try NSRegularExpression(pattern: #"(?m)^\s*case (\w+)(?: = "([^"]+)")?$"#)
        guard let subject = body.range(of: #"(?<=subject = ")[^"]+"#, options: .regularExpression) else { return [] }
        return line.matches(in: body, range: NSRange(body.startIndex..., in: body)).compactMap { match in
            guard let name = Range(match.range(at: 1), in: body).map({ String(body[$0]) }) else { return nil }
            let word = Range(match.range(at: 2), in: body).map { String(body[$0]) } ?? name
            return ("redress.\(body[subject]).\(word)", name)
        }
    }
}
