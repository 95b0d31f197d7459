import CommandLine
import Contracts
import Kafka
import Runtime

/// `redress topics`: makes the topics, and says who may use them.
enum TopicsCommand {
    static let command = OperatorCommand("topics", summary: "The topics.", subcommands: [create, TopicAccessCommand.command])

    private static let create = OperatorCommand(
        Command(
            "create", summary: "Create the topics that are missing.",
            discussion:
                "A topic that exists with another number of partitions is refused by name. redress.customer-keys is made compacted.",
            examples: ["redress topics create --partitions 12 --replication 3"],
            options: ServiceCommand.kafka + [
                Option(
                    "partitions", value: .int(1...999), environment: "REDRESS_PARTITIONS",
                    help: "Partitions of each topic that services read; 12 where it is not given."),
                Option(
                    "replication", value: .int(1...9), environment: "REDRESS_REPLICATION", default: "1", help: "Copies of each partition."),
                JSONOutput.option,
            ])
    ) { arguments in
        let settings = try ServiceSettings.kafka(arguments, clientID: "redress-topics")
        let created = try KafkaAdmin(settings).createTopics(
            specifications(partitions: arguments.int("partitions"), replication: arguments.int("replication") ?? 1))
        if arguments.flag("json") {
            try JSONOutput.write(["created": created])
            return .ok
        }
        for name in created { print("created \(name)") }
        if created.isEmpty { print("all topics are there") }
        return .ok
    }

    static func specifications(partitions: Int?, replication: Int = 1) -> [TopicSpecification] {
        Topic.all.map { topic in
            TopicSpecification(
                name: topic.name,
                partitions: topic.hasOwnPartitionCount ? topic.defaultPartitionCount : partitions ?? topic.defaultPartitionCount,
                replication: replication, configuration: configuration(of: topic))
        }
    }

    private static func configuration(of topic: Topic) -> [String: String] {
        if topic.isCompacted { return compaction }
        return topic.isErasable ? compaction.merging(["cleanup.policy": "compact,delete"]) { $1 } : [:]
    }

    /// A key that is replaced by its tombstone is gone within a day or so; the tombstone stays a week for readers that were away.
    private static let compaction = [
        "cleanup.policy": "compact", "max.compaction.lag.ms": "86400000", "delete.retention.ms": "604800000",
    ]
}
