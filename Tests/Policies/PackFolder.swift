import Foundation

/// A copy of the China pack in a folder of its own, to be spoilt by a test and removed when it is over.
final class PackFolder {
    let url: URL

    /// The pack as the project ships it.
    static let china = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Ops/policies/china")

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.china, to: url)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            print("the folder \(url.path) is left behind: \(error)")
        }
    }

    func text(of file: String) throws -> String { try String(contentsOf: url.appending(path: file), encoding: .utf8) }

    /// Replaces a text that must be there; returns the line it stands on, from 1.
    @discardableResult
    func replace(_ old: String, by new: String, in file: String) throws -> Int {
        let before = try text(of: file)
        guard let range = before.range(of: old) else { throw NotThere(text: old, file: file) }
        try before.replacingCharacters(in: range, with: new).write(to: url.appending(path: file), atomically: true, encoding: .utf8)
        return before[..<range.lowerBound].count { $0 == "\n" } + 1
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(at: url.appending(path: file)) }

    /// The text a test wanted to spoil has changed.
    struct NotThere: Error {
        let text: String
        let file: String
    }
}
