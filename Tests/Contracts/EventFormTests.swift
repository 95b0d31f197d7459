import Contracts
import Domain
import Foundation
import Testing

/// The published schemas of events have the fields that the payloads' own descriptions have, all the way down.
struct EventFormTests {
    @Test func everyFactsTypeIsDescribed() throws {
        let described = try EventForm.all().map(\.type)
        #expect(Set(described).count == described.count)
        #expect(Set(Fact.types).subtracting(described).isEmpty)
        #expect(Set(described).isSubset(of: EventType.all.map(\.name)))
    }

    @Test func everySchemaSaysWhatTheDescriptionSays() throws {
        for form in try EventForm.all() {
            let object = try JSONSerialization.jsonObject(with: Data(contentsOf: ContractFiles.schemaFile(of: form.type)))
            let schema = try #require(object as? [String: Any])
            let differences = Self.differences(form.shape, schema, at: form.type)
            #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
        }
    }

    /// A payload gains a field and loses one; what people wrote of the others stays.
    @Test func aSchemaIsWrittenFromTheDescriptionAndKeepsWhatPeopleWrote() throws {
        let written = """
            {
              "title": "A thing",
              "description": "It happens.",
              "type": "object",
              "required": ["gone", "level"],
              "properties": {
                "gone": {"description": "Once.", "type": "string"},
                "level": {"description": "How high.", "type": "string", "enum": ["b", "a"]},
                "kind": {"description": "Of any kind.", "type": "string"},
                "note": {"description": "Words.", "type": "integer", "maxLength": 9}
              },
              "examples": [{"level": "a"}]
            }
            """
        let shape = DocumentShape.object([
            DocumentField(name: "note", isRequired: true, shape: .text),
            DocumentField(name: "level", isRequired: true, shape: .words(["a", "b", "c"])),
            DocumentField(name: "kind", isRequired: false, shape: .words(["x"])),
            DocumentField(name: "at", isRequired: false, shape: .list(.format("date-time"))),
        ])
        let node = EventForm(type: "t", shape: shape).schema(keeping: try SchemaNode(json: Data(written.utf8)))
        let again = EventForm(type: "t", shape: shape).schema(keeping: node)
        #expect(again == node, "what was written is written again as it is")
        #expect(node["title"]?.text == "A thing" && node["examples"] == .array([.object([.init("level", .text("a"))])]))
        #expect(node["required"] == .texts(["level", "note"]))
        #expect(node["properties"]?["gone"] == nil)
        #expect(node["properties"]?["level"]?["enum"] == .texts(["b", "a", "c"]))
        #expect(node["properties"]?["kind"] == .object([.init("description", .text("Of any kind.")), .init("type", .text("string"))]))
        #expect(
            node["properties"]?["note"]
                == .object([.init("description", .text("Words.")), .init("type", .text("string")), .init("maxLength", .number(9))]))
        #expect(node["properties"]?["at"]?["items"] == .object([.init("type", .text("string")), .init("format", .text("date-time"))]))
        let new = EventForm(type: "t", shape: shape).schema(keeping: nil)
        #expect(new["properties"]?["kind"]?["enum"] == .texts(["x"]))
        #expect(new["$id"]?.text == "https://redress.example/contracts/schemas/t.json")
    }

    @Test func everyPropertyOfAnEventIsExplained() throws {
        for form in try EventForm.all() {
            let schema = try SchemaNode(json: Data(contentsOf: ContractFiles.schemaFile(of: form.type)))
            guard case .object(let properties)? = schema["properties"] else {
                Issue.record("\(form.type) has no properties")
                continue
            }
            for property in properties { #expect(property.value["description"]?.text?.isEmpty == false, "\(form.type): \(property.name)") }
            #expect(schema["title"]?.text?.isEmpty == false && schema["description"]?.text?.isEmpty == false, "\(form.type)")
        }
    }

    @Test func aSchemaThatSaysOtherwiseIsFound() {
        let shape = DocumentShape.object([
            DocumentField(name: "at", isRequired: true, shape: .format("date-time")),
            DocumentField(name: "level", isRequired: false, shape: .words(["a", "b"])),
        ])
        let schema: [String: Any] = [
            "type": "object", "required": ["at", "level"],
            "properties": ["at": ["type": "string"], "level": ["type": "string", "enum": ["a"]], "more": ["type": "string"]],
        ]
        #expect(Self.differences(shape, schema, at: "t").count == 4)
    }

    /// What a schema says otherwise than a shape. It may say more: how long a text is, how large a number; and it
    /// may leave open which words there will be.
    private static func differences(_ shape: DocumentShape, _ schema: [String: Any], at path: String) -> [String] {
        switch shape {
        case .text: expect(schema, "type", "string", path)
        case .format(let format): expect(schema, "type", "string", path) + expect(schema, "format", format, path)
        case .words(let words):
            expect(schema, "type", "string", path) + (schema["enum"] == nil ? [] : same(schema["enum"], words, "words", path))
        case .truth: expect(schema, "type", "boolean", path)
        case .whole: expect(schema, "type", "integer", path)
        case .number: expect(schema, "type", "number", path)
        case .list(let element): expect(schema, "type", "array", path) + within(schema["items"], element, "\(path)[]")
        case .table(let value): expect(schema, "type", "object", path) + within(schema["additionalProperties"], value, "\(path).*")
        case .object(let fields): differences(fields, schema, at: path)
        }
    }

    private static func differences(_ fields: [DocumentField], _ schema: [String: Any], at path: String) -> [String] {
        let properties = schema["properties"] as? [String: Any] ?? [:]
        return expect(schema, "type", "object", path) + same(Array(properties.keys), fields.map(\.name), "properties", path)
            + same(schema["required"] ?? [String](), fields.filter(\.isRequired).map(\.name), "required", path)
            + fields.flatMap { field in
                properties[field.name] == nil ? [] : within(properties[field.name], field.shape, "\(path).\(field.name)")
            }
    }

    private static func expect(_ schema: [String: Any], _ member: String, _ word: String, _ path: String) -> [String] {
        schema[member] as? String == word ? [] : ["\(path): \(member) is not \(word)"]
    }

    private static func same(_ found: Any?, _ words: [String], _ what: String, _ path: String) -> [String] {
        let found = Set(found as? [String] ?? [])
        return found == Set(words)
            ? [] : ["\(path): \(what) differ in \(found.symmetricDifference(words).sorted().joined(separator: ", "))"]
    }

    private static func within(_ schema: Any?, _ shape: DocumentShape, _ path: String) -> [String] {
        guard let schema = schema as? [String: Any] else { return ["\(path): is not described"] }
        return differences(shape, schema, at: path)
    }
}
