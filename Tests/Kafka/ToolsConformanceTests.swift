import Embedded
import Foundation
import Kafka
import Testing

/// The simple producer, the reader without a group, and administration.
@Suite struct ToolsConformanceTests {
    @Test(arguments: BrokerUnderTest.available)
    func aReaderCountsWhatIsThereAndFollowsWhatComes(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, topics: 2)
        let producer = try KafkaProducer(bench.settings())
        try producer.produce(bench.topics.flatMap { topic in bench.messages(0..<500, topic: topic) { "key-\($0)" } })

        let reader = try KafkaReader(bench.settings(), topics: bench.topics, from: .beginning)
        let read = try reader.readToEnd()
        #expect(read.count == 1000)
        #expect(Set(read.map { "\($0.topic) \($0.number)" }).count == 1000)
        #expect(reader.isAtEnd)

        try producer.produce(bench.messages(500..<501) { "key-\($0)" })
        #expect(try reader.next(timeoutMilliseconds: 20_000).map(\.number) == [500])
    }

    @Test(arguments: BrokerUnderTest.available)
    func aReaderFromTheEndSeesOnlyWhatIsWrittenAfterItWasMade(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        let producer = try KafkaProducer(bench.settings())
        try producer.produce(bench.messages(0..<10) { "key-\($0)" })
        let reader = try KafkaReader(bench.settings(), topics: bench.topics, from: .end)
        try producer.produce(bench.messages(10..<13) { "key-\($0)" })
        var numbers: [Int] = []
        while numbers.count < 3 { numbers += try reader.next(timeoutMilliseconds: 20_000).map(\.number) }
        #expect(numbers.sorted() == [10, 11, 12])
    }

    @Test(arguments: BrokerUnderTest.available.filter { $0 != .embedded })
    func aReaderFromATimeStartsWithTheFirstMessageNotOlder(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 1)
        let producer = try KafkaProducer(bench.settings())
        try producer.produce(bench.messages(0..<10) { _ in "k" })
        let all = try KafkaReader(bench.settings(), topics: bench.topics, from: .beginning).readToEnd()
        let moment = try #require(all.last?.timestampMilliseconds)
        let expected = all.drop { ($0.timestampMilliseconds ?? 0) < moment }.map(\.number)
        let reader = try KafkaReader(bench.settings(), topics: bench.topics, from: .timestamp(milliseconds: moment))
        #expect(try reader.readToEnd().map(\.number) == expected)
    }

    @Test(arguments: BrokerUnderTest.available)
    func aReaderFromOffsetsStartsThereAndWhereNoneIsNamedAtTheBeginning(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 2)
        try KafkaProducer(bench.settings()).produce(bench.messages(0..<20) { "k\($0)" })
        let place = TopicPartition(topic: bench.topic, partition: 1)
        let all = try KafkaReader(bench.settings(), topics: bench.topics, from: .beginning).readToEnd()
        let expected = all.filter { $0.partition == 0 || $0.offset >= 3 }

        let reader = try KafkaReader(bench.settings(), topics: bench.topics, from: .offsets([place: 3]))

        #expect(Set(try reader.readToEnd().map(\.number)) == Set(expected.map(\.number)))
        #expect(expected.count == all.count - 3)
    }

    @Test(arguments: BrokerUnderTest.available)
    func aTopicThatIsNotThereIsNamed(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        #expect { try KafkaReader(bench.settings(), topics: ["no-such-topic"], from: .beginning) } throws: { error in
            (error as? KafkaError)?.isUnknownTopic == true && "\(error)".contains("no-such-topic")
        }
    }

    @Test(arguments: BrokerUnderTest.available)
    func theProducerSaysWhichMessageWasTooLargeAndWorksOn(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        let producer = try KafkaProducer(bench.settings())
        let large = ProducedMessage(topic: bench.topic, key: Data("k".utf8), value: Data(count: 5_000_000))
        #expect { try producer.produce(bench.messages(0..<2) { _ in "k" } + [large]) } throws: { error in
            (error as? KafkaError)?.isMessageTooLarge == true && "\(error)".hasPrefix("message 2:")
        }
        #expect(try producer.produce(bench.messages(7..<9) { _ in "k" }).map(\.token) == [7, 8])
    }

    @Test(arguments: BrokerUnderTest.available)
    func theProducerDeliversMoreThanItsQueueHolds(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        let producer = try KafkaProducer(bench.settings(["queue.buffering.max.messages": "100"]))
        let reports = try producer.produce(bench.messages(0..<5000) { "key-\($0 % 50)" })
        #expect(reports.map(\.token) == (0..<5000).map(UInt64.init))
    }

    @Test(arguments: BrokerUnderTest.available)
    func makingTopicsTwiceIsFineButAnotherNumberOfPartitionsIsNot(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 3)
        try bench.broker.ensure([TopicSpecification(name: bench.topic, partitions: 3)])
        #expect(try KafkaAdmin(bench.settings()).topics()[bench.topic] == 3)
        #expect { try bench.broker.ensure([TopicSpecification(name: bench.topic, partitions: 4)]) } throws: { error in
            "\(error)".contains("the topic \(bench.topic) has 3 partitions, expected 4")
        }
    }

    @Test(arguments: BrokerUnderTest.available.filter { $0 != .embedded })
    func topicsAreCreatedWithTheirConfigurationAndDeleted(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        let admin = try KafkaAdmin(bench.settings())
        let name = "\(bench.topic)-more"
        let wanted = TopicSpecification(name: name, partitions: 2, configuration: ["retention.ms": "3600000"])
        #expect(try admin.createTopics([wanted]) == [name])
        #expect(try admin.createTopics([wanted]) == [])
        #expect {
            try admin.createTopics([TopicSpecification(name: "\(name)-2", partitions: 1, configuration: ["no.such": "1"])])
        } throws: {
            "\($0)".contains("\(name)-2")
        }
        try admin.deleteTopics([name, "no-such-topic"])
        #expect(try admin.topics()[name] == nil)
    }

    @Test func onTheEmbeddedBrokerCreatingATopicOverTheWireEndsWithTheTimeGiven() throws {
        let bench = try Bench(BrokerUnderTest.embedded.broker)
        let new = TopicSpecification(name: "\(bench.topic)-new", partitions: 1)
        #expect { try KafkaAdmin(bench.settings()).createTopics([new], timeoutMilliseconds: 1500) } throws: {
            ($0 as? KafkaError)?.isTimeout == true
        }
    }

    @Test func aPropertyThatLibrdkafkaRefusesIsNamed() {
        let settings = KafkaSettings(bootstrapServers: "127.0.0.1:1", clientID: "t", extra: ["linger.ms": "soon"])
        #expect { try KafkaProducer(settings) } throws: { "\($0)".contains("'linger.ms'") }
    }

    @Test func theEmbeddedBrokerRunsAsAProcessOfItsOwnUntilItsInputEnds() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            try EmbeddedBroker.run(topics: [TopicSpecification(name: "redress.intake", partitions: 12)], endsWithInput: true)
        }
        #expect(String(decoding: result.standardOutputContent, as: UTF8.self).contains("kafka ready on 127.0.0.1:"))
    }
}
