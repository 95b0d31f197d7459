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
