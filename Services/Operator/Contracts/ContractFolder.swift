import Contracts
import Domain
import Files
import Foundation
import YAML

/// The files of the contracts' folder that are made from the code.
struct ContractFolder {
    /// One file, by its path within the folder.
    struct File {
        let path: String
        let text: String

        func isWritten(in folder: URL) throws -> Bool {
            let place = folder.appending(path: path)
            guard FileManager.default.fileExists(atPath: place.path) else { return false }
            return try LocalFile.read(place) == Data(text.utf8)
        }
    }

    /// What is said of a type beside its schema.
    struct Words {
        let title: String
        let summary: String
    }

    private let folder: URL

    init(_ folder: URL) {
        self.folder = folder
    }

    /// The schemas that are described in the code, by their types.
    static let described =
        IntakeType.allCases.map(\.schema) + WorkOrderCommand.Name.allCases.map(\.schema) + ClaimCommand.Name.allCases.map(\.schema)
        + GatewayReport.Name.allCases.map(\.schema)

    /// - Throws: what keeps a schema of the folder from being read, where a type is described nowhere else.
    func files() throws -> [File] {
        var words = Dictionary(uniqueKeysWithValues: Self.described.map { ($0.type, Words(title: $0.title, summary: $0.description)) })
        for type in EventType.all where words[type.name] == nil { words[type.name] = try self.words(of: type.name) }
        return Self.described.map { File(path: "schemas/\($0.type).json", text: $0.document.json + "\n") } + [
            File(path: "asyncapi.yaml", text: AsyncAPIDocument(words: words).text),
            File(path: "work-order-states.md", text: StateTable.text),
        ]
    }

    private func words(of type: String) throws -> Words {
        let schema = try YAMLNode.parse(contentsOf: folder.appending(path: "schemas/\(type).json"))
        return Words(title: schema["title"]?.text ?? type, summary: schema["description"]?.text ?? "")
    }
}
