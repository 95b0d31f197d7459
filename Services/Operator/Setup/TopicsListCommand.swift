import CommandLine
import Runtime

/// `redress topics list`: all topics in one picture.
enum TopicsListCommand {
    /// What both looks at the topics take.
    static let options: [Option] =
        [
            Option(
                "partitions", value: .int(1...999), environment: "REDRESS_PARTITIONS",
                help: "How many partitions each topic should have; by default as many as most of them have."),
            JSONOutput.option,
        ] + ServiceCommand.kafka + OperatorDatabase.options

    static let command = OperatorCommand(
        Command(
            "list", summary: "List the topics with partitions, copies, messages and each service's lag.",
            discussion: """
                Topics that are not configured as they should be are listed below the table. A service's lag is calculated from the offsets in \
                its tables, if the database can be reached.

                Exit codes: 0 all topics are as they should be, 69 no broker answers, 78 a topic is missing or configured otherwise.
                """,
            examples: ["redress topics list", "redress topics list --json | jq '.[] | select(.differences != [])'"],
            options: options)
    ) { arguments in
        let survey = try TopicSurvey(arguments)
        if arguments.flag("json") {
            try JSONOutput.write(survey.pictures)
        } else {
            StandardStream.output.write(text(survey.pictures))
        }
        for gap in survey.gaps { StandardStream.errors.write("redress: left out: \(gap)\n") }
        return survey.pictures.allSatisfy(\.differences.isEmpty) ? .ok : .configuration
    }

    static func text(_ pictures: [TopicPicture]) -> String {
        var table = TextTable(["topic", "partitions", "copies", "messages", "behind"], alignments: [.left, .right, .right, .right])
        for picture in pictures {
            table.add([
                picture.topic, picture.isThere ? "\(picture.partitions)" : "-", picture.isThere ? "\(picture.replication)" : "-",
                "\(picture.messages)", picture.readers.map { "\($0.service) \($0.behind)" }.joined(separator: ", "),
            ])
        }
        return table.shown() + differences(pictures)
    }

    static func differences(_ pictures: [TopicPicture]) -> String {
        pictures.flatMap { picture in picture.differences.map { "\(picture.topic) \($0)\n" } }.joined()
    }
}
