import Contracts
import Foundation
import Testing

/// The published contracts, as files of this repository.
enum ContractFiles {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/contracts").standardizedFileURL

    static var asyncAPI: URL { folder.appending(path: "asyncapi.yaml") }

    static func schemaFile(of type: String) -> URL { folder.appending(path: "schemas/\(type).json") }

    static func schemaNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "schemas").path)
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    }

    /// A schema's properties, the names of the required ones, and its example.
    static func schema(of type: String) throws -> (properties: Set<String>, required: Set<String>, example: [String: Any]) {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: schemaFile(of: type)))
        let schema = try #require(object as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        let required = try #require(schema["required"] as? [String])
        let examples = try #require(schema["examples"] as? [[String: Any]])
        return (Set(properties.keys), Set(required), try #require(examples.first))
    }

    /// The example as event data, with some fields left out.
    static func example(of type: String, without dropped: Set<String> = []) throws -> Data {
        let example = try schema(of: type).example.filter { !dropped.contains($0.key) }
        return try JSONSerialization.data(withJSONObject: example)
    }
}

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
        defer { try? FileManager.default.removeItem(at: folder) }
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

    static func exists(_ arguments: [String]) -> Bool {
        do {
            _ = try output(of: arguments)
            return true
        } catch {
            return false
        }
    }
}
