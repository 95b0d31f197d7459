import CommandLine
import Embedded

/// `redress embedded broker`: a broker for one machine, in this process.
enum EmbeddedCommand {
    static let command = OperatorCommand("embedded", summary: "Run servers on this machine, for trials and tests.", subcommands: [broker])

    private static let broker = OperatorCommand(
        Command(
            "broker", summary: "Run an in-memory Kafka broker with all topics until its input ends or it gets SIGTERM.",
            discussion: "Prints one line, `kafka ready on HOST:PORT`. It keeps at most 5 MB per partition, and nothing once it ends.",
            options: [Option("partitions", value: .int(1...999), default: "4", help: "Partitions of each topic that services read.")])
    ) { arguments in
        try EmbeddedBroker.run(topics: TopicsCommand.specifications(partitions: arguments.int("partitions")), endsWithInput: true)
        return .ok
    }
}
