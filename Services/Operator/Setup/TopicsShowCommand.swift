import CommandLine
import Contracts
import Runtime

/// `redress topics show`: one topic, partition by partition.
enum TopicsShowCommand {
    static let command = OperatorCommand(
        Command(
            "show", summary: "Show one topic: partitions, the offset each service reads from, configuration.",
            discussion: """
                Exit codes: 0 the topic is as it should be, 1 Redress has no such topic, 69 no broker answers, 78 it is missing or configured otherwise.
                """,
            examples: ["redress topics show redress.complaints", "redress topics show work-orders --json | jq .detail"],
            options: TopicsListCommand.options,
            operands: [Operand("TOPIC", help: "The topic's name, with or without the prefix redress.")])
    ) { arguments in
        let name = arguments.operand("TOPIC") ?? ""
        guard let topic = Topic.named(name) ?? Topic.named("redress." + name) else {
            let names = Topic.all.map(\.name).joined(separator: ", ")
            StandardStream.errors.write("redress: there is no topic \(name); expected one of \(names)\n")
            return .negative
        }
        let survey = try TopicSurvey(arguments)
        guard let picture = survey.pictures.first(where: { $0.topic == topic.name }) else { return .negative }
        if arguments.flag("json") {
            try JSONOutput.write(picture)
        } else {
            StandardStream.output.write(text(picture, topic))
        }
        for gap in survey.gaps { StandardStream.errors.write("redress: left out: \(gap)\n") }
        return picture.differences.isEmpty ? .ok : .configuration
    }

    static func text(_ picture: TopicPicture, _ topic: Topic) -> String {
        var facts = TextTable(["", ""])
        facts.add(["topic", picture.topic])
        facts.add(["written by", topic.writers.map(\.rawValue).joined(separator: ", ")])
        facts.add(["read by", topic.readers.map(\.rawValue).joined(separator: ", ")])
        facts.add([
            "partitions",
            picture.isThere ? "\(picture.partitions), each with at least \(CountText.text(picture.replication, "copy", "copies"))" : "none",
        ])
        facts.add(["messages", "\(picture.messages)"])
        for reader in picture.readers { facts.add(["behind", "\(reader.service) \(reader.behind)"]) }
        for (name, value) in picture.settings.sorted(by: { $0.key < $1.key }) { facts.add([name, value]) }
        let services = picture.readers.map(\.service)
        var table = TextTable(
            ["partition", "earliest", "end"] + services, alignments: Array(repeating: .right, count: 3 + services.count))
        for row in picture.detail {
            table.add(
                ["\(row.partition)", "\(row.earliest)", "\(row.end)"] + services.map { row.next[$0].map(String.init) ?? "-" })
        }
        return facts.shown() + "\n" + table.shown() + TopicsListCommand.differences([picture])
    }
}
