import Contracts
import Domain
import Foundation
import Testing

/// The examples in the contracts are what they are examples of.
struct ExampleTests {
    static let hasValidator = Program.exists(["python3", "-c", "import jsonschema, yaml"])

    @Test(.enabled(if: hasValidator, "python3-jsonschema and python3-yaml are not installed"))
    func everyExampleIsValidWhereItStands() throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Support/examples.py")
        let lines = try Program.output(of: ["python3", script.path, ContractFiles.folder.path]).split(separator: "\n")
        #expect(try #require(lines.first.flatMap { Int($0) }) > EventType.all.count, "each type has an example")
        #expect(lines.dropFirst().isEmpty, "\(lines.dropFirst().joined(separator: "\n"))")
    }

    @Test(arguments: Fact.types)
    func everyExampleOfAFactIsReadByOurOwnReaders(type: String) throws {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: ContractFiles.schemaFile(of: type)))
        for example in try #require((object as? [String: Any])?["examples"] as? [[String: Any]]) {
            #expect(try Fact.read(type, JSONSerialization.data(withJSONObject: example)) != nil)
        }
    }

    @Test func theAnswersThatTheContractsShowAreThoseThatAreGiven() throws {
        let event = CloudEvent(
            id: "8a20", source: "/gateway/10000", type: IntakeType.submitted.rawValue, data: Data(#"{"line":"1380013800O"}"#.utf8))
        let fault = #expect(throws: Fault.self) { try IntakeReader.read(event, guard: PlainGuard()) }
        let answer = IntakeReader.rejection(
            of: event, try #require(fault), guard: PlainGuard(), at: try #require(Instant("2026-03-02T01:16:00Z")))
        let shown = try Self.examples(of: "redress.complaint.rejected.v1")
        let given = WireCoder().encode(answer)
        #expect(shown.contains(try NSDictionary(dictionary: #require(JSONSerialization.jsonObject(with: given) as? [String: Any]))))
    }

    private static func examples(of type: String) throws -> [NSDictionary] {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: ContractFiles.schemaFile(of: type)))
        return try #require((object as? [String: Any])?["examples"] as? [[String: Any]]).map { NSDictionary(dictionary: $0) }
    }
}
