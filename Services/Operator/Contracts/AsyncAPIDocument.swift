import Contracts
import Domain

/// `asyncapi.yaml`: every topic with its messages, and who sends and receives them, by the table of topics and the types of the code.
struct AsyncAPIDocument {
    /// By type.
    let words: [String: ContractFolder.Words]

    var text: String {
        let channels = Topic.all.flatMap(channel)
        let operations = Topic.all.flatMap { topic in
            topic.writers.filter(\.isService).flatMap { sending(by: $0, to: topic) }
                + topic.readers.filter(\.isService).flatMap { receiving(by: $0, from: topic) }
        }
        let messages = EventType.all.flatMap(message)
        let lines = ["channels:"] + channels + ["operations:"] + operations + ["components:", "  messages:"] + messages
        return AsyncAPIFrame.head + lines.joined(separator: "\n") + "\n" + AsyncAPIFrame.headers
    }

    // MARK: Channels

    private func channel(_ topic: Topic) -> [String] {
        var lines = ["  \(id(of: topic)):", "    address: \(topic.name)"] + Self.member("description", topic.account, indent: "    ")
        lines.append("    messages:")
        for type in types(of: topic) {
            lines += ["      \(id(of: type)):", "        $ref: '#/components/messages/\(id(of: type))'"]
        }
        lines += ["    bindings:", "      kafka:", "        topic: \(topic.name)", "        partitions: \(topic.defaultPartitionCount)"]
        let policies = topic.isCompacted ? ["compact"] : topic.isErasable ? ["compact", "delete"] : []
        if !policies.isEmpty {
            lines += ["        topicConfiguration:", "          cleanup.policy:"] + policies.map { "            - \($0)" }
        }
        return lines + ["        bindingVersion: 0.5.0"]
    }

    // MARK: Operations

    private func sending(by service: Party, to topic: Topic) -> [String] {
        // Of what outsiders write, a service writes only what it tells itself.
        let own = types(of: topic).filter { !topic.isWrittenByOutsiders || $0.name == MergerReader.type }
        let summary =
            topic.isWrittenByOutsiders
            ? "\(service.rawValue) writes to itself what one of two merged complaints tells the other."
            : "\(service.rawValue) writes \(topic.name)."
        return operation("\(Self.camel(service.rawValue))Sends\(Self.capital(id(of: topic)))", "send", topic, summary, service)
            + messages(own, of: topic)
    }

    private func receiving(by service: Party, from topic: Topic) -> [String] {
        operation(
            "\(Self.camel(service.rawValue))Receives\(Self.capital(id(of: topic)))", "receive", topic,
            "\(service.rawValue) reads \(topic.name).", service)
            + [
                "    bindings:", "      kafka:", "        groupId:", "          type: string",
                "          const: redress-\(service.rawValue)",
                "        bindingVersion: 0.5.0",
            ] + messages(types(of: topic), of: topic)
    }

    private func operation(_ id: String, _ action: String, _ topic: Topic, _ summary: String, _ service: Party) -> [String] {
        ["  \(id):", "    action: \(action)", "    channel:", "      $ref: '#/channels/\(self.id(of: topic))'"]
            + Self.member("summary", summary, indent: "    ") + ["    tags:", "      - name: \(service.rawValue)"]
    }

    private func messages(_ types: [EventType], of topic: Topic) -> [String] {
        ["    messages:"] + types.map { "      - $ref: '#/channels/\(id(of: topic))/messages/\(id(of: $0))'" }
    }

    // MARK: Messages

    private func message(_ type: EventType) -> [String] {
        let words = words[type.name]
        var lines = ["    \(id(of: type)):", "      name: \(type.name)"]
        lines += Self.member("title", words?.title ?? type.name, indent: "      ")
        lines += Self.member("summary", words?.summary ?? "", indent: "      ")
        lines += [
            "      contentType: application/json", "      headers:", "        allOf:",
            "          - $ref: '#/components/schemas/CloudEventHeaders'", "          - type: object", "            properties:",
            "              ce_type:", "                type: string", "                const: \(type.name)", "      payload:",
            "        $ref: ./schemas/\(type.name).json", "      bindings:", "        kafka:", "          key:", "            type: string",
        ]
        // A unit's digest goes to the unit, on the topic of what goes to customers.
        let key = type.name == Self.digestType ? Topic.Key.unit : type.topic.key
        lines += Self.member("description", key.account, indent: "            ")
        if let maximum = key.maximum { lines.append("            maxLength: \(maximum)") }
        if let example = key.example { lines += ["            examples:", "              - '\(example)'"] }
        return lines + ["          bindingVersion: 0.5.0"]
    }

    private static let digestType = "redress.notification.digest-requested.v1"

    // MARK: Names and texts

    private func types(of topic: Topic) -> [EventType] { EventType.all.filter { $0.topic == topic } }

    private func id(of topic: Topic) -> String { Self.camel(String(topic.name.dropFirst("redress.".count))) }

    /// `complaintRegistered` for `redress.complaint.registered.v1`.
    private func id(of type: EventType) -> String {
        Self.camel(type.name.split(separator: ".").dropFirst().dropLast().joined(separator: "-"))
    }

    private static func camel(_ name: String) -> String {
        let parts = name.split(separator: "-").map(String.init)
        return parts[0] + parts.dropFirst().map(capital).joined()
    }

    private static func capital(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// A text of one line in quotes, one of several as a block.
    private static func member(_ name: String, _ text: String, indent: String) -> [String] {
        guard text.contains("\n") else { return ["\(indent)\(name): '\(text.replacing("'", with: "''"))'"] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return ["\(indent)\(name): |"] + lines.map { $0.isEmpty ? "" : "\(indent)  \($0)" }
    }
}
