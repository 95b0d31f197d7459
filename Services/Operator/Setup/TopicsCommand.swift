import CommandLine
import Contracts
import Kafka
import Runtime

/// `redress topics`: looks at the topics, makes them, and says who may use them.
enum TopicsCommand {
    static let command = OperatorCommand(
        "topics", summary: "List, create and protect the topics.",
        subcommands: [TopicsListCommand.command, TopicsShowCommand.command, create, TopicAccessCommand.command])

    private static let create = OperatorCommand(
        Command(
            "create", summary: "Create the topics that are missing.",
            discussion: """
                A topic that already exists with another number of partitions is an error that names it. redress.customer-keys is created \
                compacted. If no broker answers yet, it waits for one, at most as long as --wait says.

                Exit codes: 0 all topics exist, 69 no broker answers, 77 the brokers refuse, 78 a topic has another number of partitions.
                """,
            examples: ["redress topics create --partitions 12 --replication 3"],
            options: ServiceCommand.kafka + [
                Option(
                    "partitions", value: .int(1...999), environment: "REDRESS_PARTITIONS",
                    help: "Partitions of each topic that services read; 12 by default."),
                Option(
                    "replication", value: .int(1...9), environment: "REDRESS_REPLICATION", default: "1", help: "Copies of each partition."),
                ServerWait.option, JSONOutput.option,
            ])
    ) { arguments in
        let settings = try ServiceSettings.kafka(arguments, clientID: "redress-topics")
        let topics = specifications(partitions: arguments.int("partitions"), replication: arguments.int("replication") ?? 1)
        let created = try ServerWait(for: "the brokers", arguments).perform {
            let admin = try KafkaAdmin(settings)
            _ = try admin.brokerCount(timeoutMilliseconds: answerMilliseconds)
            return try admin.createTopics(topics)
        }
        if arguments.flag("json") {
            try JSONOutput.write(["created": created])
            return .ok
        }
        for name in created { print("created \(name)") }
        if created.isEmpty { print("all topics exist") }
        return .ok
    }

    /// How long the brokers may take to say that they are there, in milliseconds.
    private static let answerMilliseconds = 5_000

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
