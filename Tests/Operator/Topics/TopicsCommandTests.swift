import CommandLine
import Contracts
import Embedded
import Foundation
import Kafka
import Testing

@testable import OperatorService

/// Looking at the topics.
@Suite(.serialized) struct TopicsCommandTests {
    private static func arguments(_ words: String..., broker: MockBroker) throws -> Arguments {
        let database = words.first == "create" ? [] : ["--database-url", "postgresql://127.0.0.1:1/none"]
        return try CommandLines.parse(["topics"] + words + ["--kafka-bootstrap-servers", broker.bootstrapServers] + database)
    }

    @Test func theTopicsAreListedWithTheirPartitionsAndMessages() throws {
        let broker = try MockBroker(topics: TopicsCommand.specifications(partitions: 4))
        let producer = try KafkaProducer(broker.settings(clientID: "topics-tests"))
        try producer.produce((0..<3).map { ProducedMessage(topic: "redress.intake", key: Data("k\($0)".utf8), value: Data("v".utf8)) })
        let survey = try TopicSurvey(Self.arguments("list", broker: broker))
        #expect(survey.pictures.map(\.topic) == Topic.all.map(\.name))
        let intake = try #require(survey.pictures.first { $0.topic == "redress.intake" })
        #expect(intake.partitions == 4 && intake.messages == 3 && intake.differences.isEmpty)
        #expect(intake.detail.reduce(0) { $0 + $1.end } == 3)
        #expect(survey.gaps.contains { $0.hasPrefix("how far intake is behind: ") }, "the database is away: \(survey.gaps)")
        #expect(TopicsListCommand.text(survey.pictures).contains("redress.intake"))
    }

    @Test func aTopicThatIsMissingOrHasOtherPartitionsIsTold() throws {
        let specifications = TopicsCommand.specifications(partitions: 4).filter { $0.name != "redress.alerts" }.map { topic in
            topic.name == "redress.risks" ? TopicSpecification(name: topic.name, partitions: 3) : topic
        }
        let broker = try MockBroker(topics: specifications)
        let survey = try TopicSurvey(Self.arguments("list", broker: broker))
        func differences(_ name: String) -> [String] { survey.pictures.first { $0.topic == name }?.differences ?? [] }
        #expect(differences("redress.risks") == ["has 3 partitions, expected 4"])
        #expect(differences("redress.alerts") == ["is not there; redress topics create makes it"])
        #expect(differences("redress.intake") == [])
    }

    @Test func creatingTopicsOfAnotherNumberOfPartitionsIsAnInstallationThatDoesNotFit() throws {
        let broker = try MockBroker(topics: TopicsCommand.specifications(partitions: 8))
        let arguments = try Self.arguments("create", "--partitions", "12", broker: broker)
        let create = try #require(TopicsCommand.command.subcommands.first { $0.command.name == "create" })
        let error = try #require(throws: KafkaError.self) { try create.run(arguments) }
        let report = FailureReport(error)
        #expect(report.code == .configuration)
        #expect(report.text.contains("has 8 partitions, expected 12"))
    }

    @Test func aTopicIsShownByItsNameWithOrWithoutWhatStandsBeforeIt() throws {
        let broker = try MockBroker(topics: TopicsCommand.specifications(partitions: 2))
        for name in ["redress.work-orders", "work-orders"] {
            #expect(try TopicsShowCommand.command.run(Self.arguments("show", name, broker: broker)) == .ok)
        }
        #expect(try TopicsShowCommand.command.run(Self.arguments("show", "nope", broker: broker)) == .negative)
    }
}
