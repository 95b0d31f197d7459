import Foundation
import Testing

/// Runs a program to its end and gives what it wrote.
enum Program {
    struct Failed: Error {
        let status: Int32
        let output: String
    }

    static func output(of arguments: [String], input: Data = Data()) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        // Files, not pipes: a pipe that nobody empties would stop the program.
        let folder = FileManager.default.temporaryDirectory.appending(path: "contracts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { discard(folder) }
        let inputFile = folder.appending(path: "in")
        let outputFile = folder.appending(path: "out")
        try input.write(to: inputFile)
        try Data().write(to: outputFile)
        let output = try FileHandle(forWritingTo: outputFile)
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus, output: text) }
        return text
    }

    private static func discard(_ folder: URL) {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            Issue.record(error, "the temporary folder stays behind")
        }
    }

    static func exists(_ arguments: [String]) -> Bool {
        do {
            _ = try output(of: arguments)
            return true
        } catch {
            return false
        }
    }
}
