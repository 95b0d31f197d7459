import CommandLine
import Foundation
import Runtime

/// Where a pack lies that a person names: by its folder, or by a version that the pack in force keeps.
struct PolicyPlace {
    let folder: URL
    /// An earlier version keeps its clocks and calendars alone.
    let isEarlier: Bool

    static let option = ServiceCommand.policies

    /// - Parameter earlierFolder: where a pack keeps its former versions.
    /// - Throws: a `UsageError` for a name that is neither a folder nor a version.
    init(_ name: String, near current: String, earlierFolder: String, version: String) throws(UsageError) {
        if FileManager.default.fileExists(atPath: name + "/.") {
            folder = URL(filePath: name)
            isEarlier = false
            return
        }
        let earlier = URL(filePath: current).appending(path: earlierFolder).appending(path: name)
        if !name.contains("/"), FileManager.default.fileExists(atPath: earlier.path) {
            folder = earlier
            isEarlier = true
        } else if name == version {
            folder = URL(filePath: current)
            isEarlier = false
        } else {
            throw UsageError(
                command: "redress policy", subject: "the pack", given: name,
                expected: "a folder with a pack, \(version), or a version below \(current)/\(earlierFolder)")
        }
    }

    /// A pack as a person names it, besides the one in force.
    init(_ name: String, _ arguments: Arguments, _ earlierFolder: String, versionInForce: String) throws {
        try self.init(
            name, near: InstalledFiles.policies(arguments), earlierFolder: earlierFolder, version: versionInForce)
    }
}
