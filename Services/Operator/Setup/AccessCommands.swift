import Kafka

/// The plan as commands of Apache Kafka's own tools, for an administrator to read and run.
struct AccessCommands {
    let bootstrapServers: String
    let plan: AccessPlan

    /// The rights, then the limits; each line is one command.
    var lines: [String] { plan.rights.map(grant) + limits }

    /// The limits alone: librdkafka cannot set them.
    var limits: [String] {
        guard let rate = plan.outsiderRate else { return [] }
        return plan.limitedUsers.map { user in
            "kafka-configs.sh \(connection) --alter --add-config producer_byte_rate=\(rate) --entity-type users --entity-name \(Self.quoted(user))"
        }
    }

    private func grant(_ right: KafkaAccess) -> String {
        let pattern = right.isPrefix ? " --resource-pattern-type prefixed" : ""
        let operation = right.operation == .read ? "Read" : "Write"
        return "kafka-acls.sh \(connection) --add --allow-principal \(Self.quoted(right.principal)) --operation \(operation)"
            + " --\(right.resource.rawValue) \(Self.quoted(right.name))\(pattern)"
    }

    /// The file is the administrator's own; its name is what the documentation of Apache Kafka calls it.
    private var connection: String { "--bootstrap-server \(Self.quoted(bootstrapServers)) --command-config admin.properties" }

    private static func quoted(_ word: String) -> String {
        let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:,/@=".contains($0)) }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
