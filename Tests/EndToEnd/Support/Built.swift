import Foundation

/// Where the built executables and the repository's files lie.
enum Built {
    /// The folder of the test bundle, in which the executables were built beside it.
    static let folder: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: own).deletingLastPathComponent().path
    }()

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL

    static func executable(_ name: String) -> String { "\(folder)/\(name)" }

    static func file(_ path: String) -> String { repository.appending(path: path).path }

    /// The Python of the tests, which knows confluent-kafka and cloudevents; `nil` where `Ops/install` has not made it.
    static let python: String? = {
        let path = file(".build/venv/bin/python3")
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    static func has(_ program: String) -> Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") + ["/usr/bin", "/usr/local/bin"]
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }
}
