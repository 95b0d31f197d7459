import Embedded
import Foundation

/// A file system of the run's own, which can be filled.
struct Disk {
    let folder: String
    private var balloon: String { "\(folder)/balloon" }

    /// What is left, in bytes: too little for what the tables and the log grow by within a second.
    private static let rest: Int64 = 1 << 16

    /// - Throws: `Unavailable` where the folder is no file system of its own, since filling it would fill others'.
    init(_ folder: String) throws {
        self.folder = folder
        let files = FileManager.default
        let parent = URL(filePath: folder).deletingLastPathComponent().path
        let numbers = try [folder, parent].map { try files.attributesOfItem(atPath: $0)[.systemNumber] as? Int }
        guard numbers[0] != numbers[1] else { throw Unavailable(description: "\(folder) is no file system of its own") }
    }

    /// How often it is tried: the database may take room between the look and the deed.
    private static let attempts = 10

    /// Takes all room but the rest.
    func fill() throws {
        var reason = ""
        for _ in 0..<Self.attempts {
            let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder)
            let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
            let filling = try ChildProcess("fallocate", ["--length", "\(max(1, free - Self.rest))", balloon], errors: .lines)
            if filling.wait(within: 60) == .exited(0) { return }
            reason = filling.standardError?.all.joined(separator: "\n") ?? ""
            if FileManager.default.fileExists(atPath: balloon) { try self.free() }
        }
        throw Unavailable(description: "the disk cannot be filled: \(reason)")
    }

    /// Gives the room back.
    func free() throws { try FileManager.default.removeItem(atPath: balloon) }
}
