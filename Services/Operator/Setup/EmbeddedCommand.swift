import CommandLine
import Embedded

/// `redress embedded broker`: a broker for one machine, in this process.
enum EmbeddedCommand {
    static let command = OperatorCommand("embedded", summary: "Servers for one machine, for trying and testing.", subcommands: [broker])

    private static let broker = OperatorCommand(
        Command(
            "broker", summary: "Serve an in-memory Kafka broker with the topics until the input ends or SIGTERM comes.",
            discussion: "Prints one line, `kafka ready on HOST:PORT`. It keeps at most 5 MB a partition and keeps nothing when it ends.",
            options: [Option("partitions", value: .int(1...999), default: "4", help: "Partitions of each topic that services read.")])
    ) { arguments in
        try EmbeddedBroker.run(topics: TopicsCommand.specifications(partitions: arguments.int("partitions")), endsWithInput: true)
        return .ok
    }
}
