import Foundation

/// Arrows point down only: what a folder's files may import. The table of `ARCHITECTURE.md` says it, and nothing else does.
struct LayerRule {
    /// The folder as the table names it, such as `Shared/Domain` or `Services/*/Main`.
    let folder: String
    /// The modules and words of the row: `Domain`, `toolchain`, `its own service`.
    private let words: [String]
    private let groups: [String: [String]]
    private let services: Set<String>

    /// The rules of the tree as it lies here.
    static let all: Result<[LayerRule], any Error> = Result {
        guard let document = try SourceTree.here.get()["ARCHITECTURE.md"] else { throw LayerTableMissing() }
        let folders = Set(try SourceTree.here.get().sources.map(\.path).filter { $0.hasPrefix("Services/") }.map(service)).subtracting([
            "OperatorService"
        ])
        return try rules(in: document, services: folders)
    }

    /// Reads the rows of the table, and the groups below it: `- *system*: *toolchain*, `Glibc`.`
    static func rules(in document: SourceFile, services: Set<String>) throws -> [LayerRule] {
        guard let table = MarkdownTable.named("folder", in: document) else { throw LayerTableMissing() }
        let groups = document.textLines.filter { $0.hasPrefix("- *") && $0.contains("*: ") }.reduce(into: [String: [String]]()) {
            let parts = $1.dropFirst(3).components(separatedBy: "*: ")
            $0[parts[0]] = words(of: parts[1])
        }
        return table.rows.flatMap { row in
            MarkdownTable.codes(in: row.cells[0]).map {
                LayerRule(folder: $0, words: words(of: row.cells[2]), groups: groups, services: services)
            }
        }
    }

    /// What a file in `path` may import, if the row is about it.
    func imports(at path: String) -> Set<String> { modules(words, at: path) }

    /// The modules of the product and the C libraries that the row names, without the toolchain's and the system's.
    var ownImports: Set<String> { Set(words.filter { groups[$0] == nil && !$0.hasSuffix(" service") && !Self.isGiven($0) }) }

    /// What every program of the system has: no target of the package is named so, but for the C shim.
    private static func isGiven(_ module: String) -> Bool { ["Foundation", "Dispatch", "Synchronization", "Glibc"].contains(module) }

    private func modules(_ words: [String], at path: String) -> Set<String> {
        words.reduce(into: []) { found, word in
            switch word {
            case "its own service": found.insert(Self.service(of: path))
            case "every service": found.formUnion(services)
            default: found.formUnion(groups[word].map { modules($0, at: path) } ?? [word])
            }
        }
    }

    private static func service(of path: String) -> String { path.split(separator: "/").dropFirst().first.map { $0 + "Service" } ?? "" }

    private static func words(of cell: some StringProtocol) -> [String] {
        cell.components(separatedBy: ",").map { String($0.filter { !"`*.".contains($0) }.trimmingCharacters(in: .whitespaces)) }
    }

    /// Whether the row is about a file: a star stands for one folder.
    private func isAbout(_ path: String) -> Bool {
        let (pattern, parts) = (folder.split(separator: "/"), path.split(separator: "/"))
        return parts.count > pattern.count && zip(pattern, parts).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// How near a row comes: the longest folder counts, and of those the one with fewest stars.
    private var nearness: (Int, Int) { (folder.split(separator: "/").count, -folder.count { $0 == "*" }) }

    /// Breaches of the layers in one file of Shared or Services.
    static func violations(in file: SourceFile) throws -> [Violation] {
        let matching = try all.get().filter { $0.isAbout(file.path) }
        guard let layer = matching.max(by: { $0.nearness < $1.nearness }) else {
            return [file.violation(line: nil, "lies in no known layer; name the folder and its imports in the table of ARCHITECTURE.md")]
        }
        let allowed = layer.imports(at: file.path)
        return try imports(of: file).filter { !allowed.contains($0.module) }.map { line, module in
            file.violation(
                line: line, "\(layer.folder) must not import \(module); it may import \(allowed.sorted().joined(separator: ", "))")
        }
    }

    /// The modules that a file imports, with their lines.
    static func imports(of file: SourceFile) throws -> [(line: Int, module: String)] {
        let pattern = try NSRegularExpression(
            pattern:
                #"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"#)
        return file.codeLines.enumerated().compactMap { index, line in
            let line = String(line)
            guard let match = pattern.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)),
                let range = Range(match.range(at: 1), in: line)
            else { return nil }
            return (index + 1, String(line[range]))
        }
    }
}

struct LayerTableMissing: Error {}
