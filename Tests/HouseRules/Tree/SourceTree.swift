import Foundation

/// The text files of this repository, as they lie on the disk.
struct SourceTree {
    let files: [SourceFile]

    /// The tree that this test stands in, read once.
    static let here = Result { try SourceTree(at: root) }

    /// The root of the repository: this file stands three folders below it.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What tools make for themselves and nobody wrote.
    private static let ignoredFolders: Set<String> = [".git", ".build", ".swiftpm", ".venv", "__pycache__", "node_modules"]

    init(files: [SourceFile]) {
        self.files = files
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
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The Swift files of the product: the shared parts and the services.
    var sources: [SourceFile] { files.filter { $0.isSwift && $0.lies(in: ["Shared", "Services"]) } }
    var swiftFiles: [SourceFile] { files.filter(\.isSwift) }
    var documents: [SourceFile] { files.filter(\.isDocument) }

    subscript(path: String) -> SourceFile? { files.first { $0.path == path } }

    /// Whether a file or a folder of this path exists.
    func contains(_ path: String) -> Bool {
        files.contains { $0.lies(in: [path]) }
    }

    /// Whether the product's code spells the given string literal.
    func spells(_ literal: String) -> Bool {
        sources.contains { $0.text.contains("\"\(literal)\"") }
    }
}
