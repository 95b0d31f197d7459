import Contracts
import Domain
import Files
import Foundation

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

    /// The schemas of what outsiders write, which their descriptions say whole.
    static let described =
        IntakeType.allCases.map(\.schema) + WorkOrderCommand.Name.allCases.map(\.schema) + ClaimCommand.Name.allCases.map(\.schema)
        + GatewayReport.Name.allCases.map(\.schema)

    /// - Throws: what keeps a schema of the folder from being read, whose sentences and examples stay.
    func files() throws -> [File] {
        var schemas: [(type: String, node: SchemaNode)] = Self.described.map { ($0.type, $0.document) }
        for form in try EventForm.all() { schemas.append((form.type, form.schema(keeping: try written(form.type)))) }
        var words: [String: Words] = [:]
        for schema in schemas {
            words[schema.type] = Words(title: schema.node["title"]?.text ?? "", summary: schema.node["description"]?.text ?? "")
        }
        return schemas.map { File(path: "schemas/\($0.type).json", text: $0.node.json + "\n") } + [
            File(path: "asyncapi.yaml", text: AsyncAPIDocument(words: words).text),
            File(path: "work-order-states.md", text: StateTable.text),
        ]
    }

    /// A schema as it stands in the folder; `nil` where there is none.
    private func written(_ type: String) throws -> SchemaNode? {
        let place = folder.appending(path: "schemas/\(type).json")
        guard FileManager.default.fileExists(atPath: place.path) else { return nil }
        return try SchemaNode(json: LocalFile.read(place))
    }
}
