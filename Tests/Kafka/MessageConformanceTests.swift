import Embedded
import Foundation
import Kafka
import Testing

@Suite struct MessageConformanceTests {
    @Test(arguments: BrokerUnderTest.available)
    func aKeysMessagesComeInTheOrderInWhichTheyWereSent(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        let member = Member(try bench.link())
        #expect(member.link.send(bench.messages(0..<600) { "key-\($0 % 10)" }).isEmpty)
        #expect(try member.run { $0.messages.count >= 600 && $0.reports.count >= 600 })

        #expect(member.messages.count == 600)
        for (key, ofKey) in Dictionary(grouping: member.messages, by: \.key) {
            #expect(ofKey.map(\.number) == ofKey.map(\.number).sorted(), "the key \(String(describing: key))")
        }
        member.link.close()
    }

    @Test(arguments: BrokerUnderTest.available)
    func everyMessageSentIsReportedOnceUnderItsTokenWithItsPlace(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        let member = Member(try bench.link())
        #expect(member.link.send(bench.messages(0..<200) { "key-\($0)" }).isEmpty)
        #expect(member.link.outstandingMessages > 0)
        #expect(member.link.flush(timeoutMilliseconds: 20_000))
        #expect(member.link.outstandingMessages == 0)
        #expect(try member.run { $0.messages.count >= 200 && $0.reports.count >= 200 })

        #expect(member.reports.map(\.token).sorted() == (0..<200).map(UInt64.init))
        #expect(member.reports.allSatisfy { $0.error == nil })
        let places = Dictionary(uniqueKeysWithValues: member.reports.map { (Int($0.token), $0) })
        for message in member.messages {
            #expect(places[message.number]?.partition == message.partition)
            #expect(places[message.number]?.offset == message.offset)
        }
        member.link.close()
    }

    @Test(arguments: BrokerUnderTest.available)
    func nullEmptyAndFullStayDifferent(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 1)
        let long = Data((0..<70_000).map { UInt8(truncatingIfNeeded: $0) })
        let bodies: [(key: Data?, value: Data?)] = [
            (Data("k".utf8), nil), (Data(), Data("v".utf8)), (nil, Data()), (Data([0, 255]), long),
        ]
        let producer = try KafkaProducer(bench.settings())
        try producer.produce(bodies.map { ProducedMessage(topic: bench.topic, partition: 0, key: $0.key, value: $0.value) })
        let read = try KafkaReader(bench.settings(), topics: bench.topics, from: .beginning).readToEnd()

        #expect(read.map(\.key) == bodies.map(\.key))
        #expect(read.map(\.value) == bodies.map(\.value))
        #expect(read.map(\.offset) == [0, 1, 2, 3])
    }

    @Test(arguments: BrokerUnderTest.available)
    func headersKeepOrderRepetitionAndBytes(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 1)
        let headers: [(name: String, value: Data?)] = [
            ("ce_type", Data("complaint.registered".utf8)), ("ce_source", Data("渠道".utf8)), ("again", Data([1])), ("again", Data([0, 2])),
            ("empty", Data()), ("null", nil), ("", Data([7])),
        ]
        let producer = try KafkaProducer(bench.settings())
        try producer.produce([ProducedMessage(topic: bench.topic, key: Data("k".utf8), value: nil, headers: MessageHeaders(headers))])
        let read = try KafkaReader(bench.settings(), topics: bench.topics, from: .beginning).readToEnd()

        let message = try #require(read.first)
        #expect(message.headers.map(\.name) == headers.map(\.name))
        #expect(message.headers.map(\.value) == headers.map(\.value))
        #expect(message.header("again") == Data([0, 2]))
        #expect(message.header("absent") == nil)
        #expect(message.header("null") == nil)
        #expect(message.header("empty") == Data(), "empty is another thing than null")
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        #expect(abs((message.timestampMilliseconds ?? 0) - now) < 600_000)
    }

    @Test(arguments: BrokerUnderTest.available)
    func librdkafkaPlacesAKeyWhereOurMurmur2Does(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 7)
        let keys = (0..<300).map { "1380013\($0)" } + ["", "a", "投诉", "foobar", "21"]
        let producer = try KafkaProducer(bench.settings())
        let reports = try producer.produce(
            keys.map { ProducedMessage(topic: bench.topic, key: Data($0.utf8), value: Data($0.utf8)) })

        #expect(reports.map(\.partition) == keys.map { Murmur2.partition(of: Data($0.utf8), count: 7) })
    }

    @Test(arguments: BrokerUnderTest.available)
    func aMessageAboveTheLimitIsRefusedBeforeItIsSentAndNothingOvertakesIt(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        let member = Member(try bench.link())
        let messages = [
            ProducedMessage(topic: bench.topic, key: Data("k".utf8), value: Data("0".utf8), token: 1),
            ProducedMessage(topic: bench.topic, key: Data("k".utf8), value: Data(count: 5_000_000), token: 2),
            ProducedMessage(topic: bench.topic, key: Data("k".utf8), value: Data("2".utf8), token: 3),
        ]
        let failures = member.link.send(messages)

        #expect(failures.map(\.token) == [2, 3])
        #expect(failures.map(\.wasRefused) == [true, false])
        #expect(failures.first?.error.isMessageTooLarge == true)
        #expect(failures.first?.error.isRetriable == false)
        #expect(failures.first?.error.context == "send to \(bench.topic)")
        #expect(try member.run { $0.reports.count >= 1 && $0.messages.count >= 1 })
        #expect(member.reports.map(\.token) == [1])
        member.link.close()
    }

    @Test(arguments: BrokerUnderTest.available)
    func theNumberOfPartitionsAndTheHighWatermarkAreKnown(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 5)
        let member = Member(try bench.link())
        #expect(try member.link.partitionCount(of: bench.topic, timeoutMilliseconds: 10_000) == 5)
        #expect(try member.link.partitionCount(of: "no-such-topic", timeoutMilliseconds: 10_000) == nil)

        let place = TopicPartition(topic: bench.topic, partition: 2)
        #expect(member.link.highWatermark(place) == nil)
        let messages = (0..<4).map { ProducedMessage(topic: bench.topic, partition: 2, key: nil, value: Data("\($0)".utf8)) }
        #expect(member.link.send(messages).isEmpty)
        #expect(try member.run { $0.messages.count >= 4 })
        // The mark is told with a fetch, which may be the one after that of the messages.
        #expect(try member.run { $0.link.highWatermark(place) == 4 })
        member.link.close()
    }
}
