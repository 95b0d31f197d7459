import Foundation

/// The text files of this repository, as they lie on the disk.
struct SourceTree {
    let files: [SourceFile]
    /// The string literals of one word that the product's code spells: names of settings, commands, metrics, paths.
    private let literals: Set<String>

    /// The tree that this test stands in, read once.
    static let here = Result { try SourceTree(at: root) }

    /// The root of the repository: this file stands three folders below it.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What tools make for themselves and nobody wrote.
    private static let ignoredFolders: Set<String> = [".git", ".build", ".swiftpm", ".venv", "__pycache__", "node_modules"]

    init(files: [SourceFile]) {
        self.files = files.sorted { $0.path < $1.path }
        literals = files.filter(Self.isSource).reduce(into: []) { $0.formUnion(Self.literals(in: $1.text)) }
    }

    init(at root: URL) throws {
        var files: [SourceFile] = []
        var folders = [(url: root, prefix: "")]
        while let folder = folders.popLast() {
            for entry in try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: [.isDirectoryKey]) {
                let name = entry.lastPathComponent
                if try entry.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
                    if !Self.ignoredFolders.contains(name) { folders.append((entry, folder.prefix + name + "/")) }
                } else {
                    let bytes = try Data(contentsOf: entry)
                    guard !bytes.contains(0), let text = String(data: bytes, encoding: .utf8) else { continue }
                    files.append(SourceFile(path: folder.prefix + name, text: text))
                }
            }
        }
        self.init(files: files)
    }

    /// The Swift files of the product: the shared parts and the services.
    var sources: [SourceFile] { files.filter(Self.isSource) }
    var swiftFiles: [SourceFile] { files.filter(\.isSwift) }
    var documents: [SourceFile] { files.filter(\.isDocument) }

    subscript(path: String) -> SourceFile? { files.first { $0.path == path } }

    /// Whether a file or a folder of this path exists.
    func contains(_ path: String) -> Bool {
        files.contains { $0.lies(in: [path]) }
    }

    /// Whether the product's code spells the given string literal.
    func spells(_ literal: String) -> Bool {
        literals.contains(literal)
    }

    private static func isSource(_ file: SourceFile) -> Bool {
        file.isSwift && file.lies(in: ["Shared", "Services"])
    }

    private static func literals(in text: String) -> [String] {
        // What stands between two quotes is a literal or the code between two literals; the latter has spaces and is left out.
        text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            .filter { !$0.isEmpty && $0.count < 100 && !$0.contains { $0 <= UInt8(ascii: " ") } }
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
