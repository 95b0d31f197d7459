import Foundation

/// A program of the system that a test asks for its judgement.
enum Tool {
    struct Outcome {
        let status: Int32
        /// What it said, on either stream.
        let output: String
    }

    /// Finds a program on the path, or where `Ops/install` puts what the system lacks.
    static func find(_ name: String) -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map { URL(filePath: String($0)) } + [SourceTree.root.appending(path: ".build/tools/bin")]
        return folders.map { $0.appending(path: name) }.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs a program that ends by itself.
    static func run(_ program: URL, _ arguments: [String], in folder: URL) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}
