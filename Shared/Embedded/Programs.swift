internal import Foundation

/// Finds programs on this machine.
enum Programs {
    /// A program in PATH, or in the folders that hold the system's own even when PATH doesn't.
    static func inPath(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init) + ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"]
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The folder of PostgreSQL's server programs: `PG_BIN`, the newest of Debian's, or wherever PATH has `initdb`.
    static func postgresFolder() throws(EmbeddedError) -> String {
        let files = FileManager.default
        if let chosen = ProcessInfo.processInfo.environment["PG_BIN"] {
            guard files.isExecutableFile(atPath: "\(chosen)/initdb") else {
                throw EmbeddedError("find PostgreSQL's server programs", "PG_BIN is \(chosen), and there is no initdb in it")
            }
            return chosen
        }
        let debian = "/usr/lib/postgresql"
        for version in (10...99).reversed() where files.isExecutableFile(atPath: "\(debian)/\(version)/bin/initdb") {
            return "\(debian)/\(version)/bin"
        }
        if let found = inPath("initdb") { return (found as NSString).deletingLastPathComponent }
        throw EmbeddedError("find PostgreSQL's server programs", "install PostgreSQL 15 or newer, or name its folder in PG_BIN")
    }
}
