import Contracts
import Foundation
import Testing
import YAML

/// The AsyncAPI document names every topic, every type, and who writes and reads them.
struct AsyncAPITests {
    private static func document() throws -> YAMLNode { try YAMLNode.parse(contentsOf: ContractFiles.asyncAPI) }

    @Test func eachTopicIsAChannelWithItsTypes() throws {
        let root = try Self.document()
        let channels = try #require(root["channels"]?.entries)
        #expect(channels.count == Topic.all.count)
        for topic in Topic.all {
            let channel = try #require(channels.first { $0.value["address"]?.text == topic.name }?.value, "\(topic.name)")
            #expect(channel["bindings"]?["kafka"]?["partitions"]?.text == String(topic.defaultPartitionCount))
            let messages = try #require(channel["messages"]?.entries)
            let names = messages.compactMap { entry in
                entry.value["$ref"]?.text.flatMap { Self.resolve($0, in: root)?["name"]?.text }
            }
            #expect(names.sorted() == EventType.all.filter { $0.topic == topic }.map(\.name).sorted())
        }
    }

    @Test func eachMessageHasItsSchemaItsTypeAndItsKey() throws {
        let root = try Self.document()
        let messages = try #require(root["components"]?["messages"]?.entries)
        #expect(messages.count == EventType.all.count)
        for message in messages.map(\.value) {
            let name = try #require(message["name"]?.text)
            #expect(message["payload"]?["$ref"]?.text == "./schemas/\(name).json")
            #expect(message["headers"]?["allOf"]?[1]?["properties"]?["ce_type"]?["const"]?.text == name)
            let key = try #require(message["bindings"]?["kafka"]?["key"])
            #expect(key["type"]?.text == "string")
            #expect(key["description"]?.text?.isEmpty == false)
        }
    }

    /// A binding has a schema of its own, in which a reference is no key: a validator that does not follow references first calls it a fault.
    @Test func aBindingStandsForItself() throws {
        var places: [String] = []
        func walk(_ node: YAMLNode, at place: String, isInBinding: Bool) {
            for entry in node.entries ?? [] {
                if isInBinding, entry.key == "$ref" { places.append(place) }
                walk(entry.value, at: place + "/" + entry.key, isInBinding: isInBinding || entry.key == "bindings")
            }
        }
        try walk(Self.document(), at: "", isInBinding: false)
        #expect(places.isEmpty)
    }

    @Test func eachServiceSendsAndReceivesAsTheTopicsSay() throws {
        let root = try Self.document()
        let operations = try #require(root["operations"]?.entries)
        var found: Set<String> = []
        for operation in operations.map(\.value) {
            let action = try #require(operation["action"]?.text)
            let service = try #require(operation["tags"]?[0]?["name"]?.text)
            let channel = try #require(operation["channel"]?["$ref"]?.text)
            let address = try #require(Self.resolve(channel, in: root)?["address"]?.text)
            found.insert("\(service) \(action) \(address)")
        }
        var expected: Set<String> = []
        for topic in Topic.all {
            for party in topic.writers where party.isService { expected.insert("\(party.rawValue) send \(topic.name)") }
            for party in topic.readers where party.isService { expected.insert("\(party.rawValue) receive \(topic.name)") }
        }
        #expect(found == expected)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["ASYNCAPI_CHECK"] != nil, "ASYNCAPI_CHECK names no checker"))
    func theOfficialParserFindsNoFault() throws {
        let checker = try #require(ProcessInfo.processInfo.environment["ASYNCAPI_CHECK"])
        let output = try Program.output(of: ["node", checker, ContractFiles.asyncAPI.path])
        #expect(output.contains("\(Topic.all.count) channels"))
        #expect(output.contains("\(EventType.all.count) messages, 0 errors"))
    }

    /// Follows `#/a/b/c` within the document.
    private static func resolve(_ reference: String, in root: YAMLNode) -> YAMLNode? {
        guard reference.hasPrefix("#/") else { return nil }
        var node: YAMLNode? = root
        for step in reference.dropFirst(2).split(separator: "/") { node = node?[String(step)] }
        return node
    }
}
