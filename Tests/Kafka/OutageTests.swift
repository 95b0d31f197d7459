import Embedded
import Foundation
import Kafka
import Testing

/// Faults that only the mock cluster can be asked for; each test has a cluster of its own.
@Suite struct OutageTests {
    @Test func anOutageIsToldAndNothingIsLostDoubledOrReordered() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker, partitions: 2)
        let member = Member(try bench.link())
        #expect(member.link.send(bench.messages(0..<50) { "key-\($0 % 5)" }).isEmpty)
        #expect(try member.run { $0.messages.count >= 50 && $0.reports.count >= 50 })

        broker.goDown()
        #expect(try member.run { $0.wentDown })
        #expect(member.link.send(bench.messages(50..<150) { "key-\($0 % 5)" }).isEmpty)
        #expect(!member.link.flush(timeoutMilliseconds: 200))
        #expect(member.link.outstandingMessages == 100)

        broker.comeUp()
        #expect(try member.run(seconds: 60) { $0.messages.count >= 150 && $0.reports.count >= 150 })
        #expect(member.reports.allSatisfy { $0.error == nil })
        #expect(member.numbers.sorted() == Array(0..<150))
        for (_, ofKey) in Dictionary(grouping: member.messages, by: \.key) {
            #expect(ofKey.map(\.number) == ofKey.map(\.number).sorted())
        }
        member.link.close()
    }

    /// A topic that has just been made, or whose leader has changed, has no leader that answers for a moment.
    @Test func whoIsAskedForOffsetsAndLeadsNoMoreIsAskedAgain() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker, partitions: 1)
        try KafkaProducer(bench.settings()).produce(bench.messages(0..<10) { "key-\($0)" })
        let reader = try KafkaReader(bench.settings(), topics: bench.topics, from: .beginning)

        broker.failNext(.listOffsets, with: [6, 5])
        #expect(try reader.bounds().values.reduce(0) { $0 + $1.count } == 10)

        broker.failNext(.listOffsets, with: [Int32](repeating: 6, count: 100))
        #expect { try reader.bounds(timeoutMilliseconds: 300) } throws: { ($0 as? KafkaError)?.isRetriable == true }
    }

    /// librdkafka's question for one partition's offsets would wait for minutes, and a worker with it.
    @Test func whereABrokerTakesAQuestionAndDoesNotAnswerNobodyWaitsLongerThanHeIsTold() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker, partitions: 2)
        try KafkaProducer(bench.settings()).produce(bench.messages(0..<10) { "key-\($0)" })
        let reader = try KafkaReader(bench.settings(), topics: bench.topics, from: .last(5))
        #expect(try reader.bounds().values.reduce(0) { $0 + $1.count } == 10)
        let link = try bench.link()
        _ = try link.bounds(of: TopicPartition(topic: bench.topic, partition: 0), timeoutMilliseconds: 10_000)

        broker.setRoundTripTime(milliseconds: 600_000)
        let began = ContinuousClock.now
        #expect(throws: KafkaError.self) { try reader.bounds(timeoutMilliseconds: 500) }
        #expect(throws: KafkaError.self) {
            try link.bounds(of: TopicPartition(topic: bench.topic, partition: 0), timeoutMilliseconds: 500)
        }
        #expect(ContinuousClock.now - began < .seconds(50), "a question that is left unanswered ends by itself after 60 s, at best")
        broker.setRoundTripTime(milliseconds: 0)
    }

    @Test func aRequestThatFailsInPassingIsRepeatedWithoutADouble() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker, partitions: 1)
        let member = Member(try bench.link())
        #expect(try member.run { $0.owned.count == 1 })
        // NOT_ENOUGH_REPLICAS, then a cut connection, then NOT_LEADER_FOR_PARTITION.
        broker.failNext(.produce, with: [19, -195, 6])
        #expect(member.link.send(bench.messages(0..<20) { _ in "k" }).isEmpty)
        #expect(try member.run { $0.messages.count >= 20 && $0.reports.count >= 20 })
        #expect(member.numbers == Array(0..<20))
        #expect(member.reports.allSatisfy { $0.error == nil })
        member.link.close()
    }

    @Test func aFullQueueTakesWhatFitsAndNamesTheRestInOrder() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker, partitions: 1)
        let member = Member(try bench.link(["queue.buffering.max.messages": "10"]))
        broker.goDown()
        let messages = bench.messages(0..<25) { _ in "k" }
        let failures = member.link.send(messages)
        #expect(failures.map(\.token) == (10..<25).map(UInt64.init))
        #expect(failures.allSatisfy { $0.error.isQueueFull && $0.error.isRetriable })

        broker.comeUp()
        var rest = Array(messages.suffix(failures.count))
        #expect(
            try member.run(seconds: 60) { member in
                rest = Array(rest.suffix(member.link.send(rest).count))
                return member.messages.count >= 25
            })
        #expect(member.numbers == Array(0..<25))
        member.link.close()
    }

    @Test func aPurgeForgetsWhatWasSentAndTheProducerGoesOn() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker, partitions: 1)
        let member = Member(try bench.link())
        #expect(try member.run { $0.owned.count == 1 })
        broker.goDown()
        #expect(member.link.send(bench.messages(0..<10) { _ in "k" }).isEmpty)
        try member.link.purge()
        #expect(member.link.outstandingMessages == 0)

        broker.comeUp()
        #expect(member.link.send(bench.messages(10..<20) { _ in "k" }).isEmpty)
        #expect(try member.run(seconds: 60) { $0.messages.count >= 10 && $0.reports.count >= 10 })
        #expect(member.reports.map(\.token) == (10..<20).map(UInt64.init))
        #expect(member.numbers == Array(10..<20))
        member.link.close()
    }

    @Test func aProducerThatLostItsOrderSaysSoAndIsBuiltAgainByAPurge() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker, partitions: 1)
        let member = Member(try bench.link())
        #expect(member.link.send(bench.messages(0..<1) { _ in "k" }).isEmpty)
        #expect(try member.run { $0.numbers == [0] })
        // OUT_OF_ORDER_SEQUENCE_NUMBER for the head of the line: the broker and we disagree, which nothing can mend.
        broker.failNext(.produce, with: [45])
        #expect(member.link.send(bench.messages(1..<2) { _ in "k" }).isEmpty)
        #expect(try member.run { !$0.producerFailures.isEmpty })
        #expect(member.producerFailures.first?.isFatal == true)
        #expect(member.link.send(bench.messages(2..<3) { _ in "k" }).map(\.token) == [2])

        try member.link.purge()
        #expect(member.link.send(bench.messages(1..<3) { _ in "k" }).isEmpty)
        #expect(try member.run { $0.messages.count >= 3 })
        #expect(member.numbers == [0, 1, 2])
        member.link.close()
    }

    @Test func nothingPassesAMessageThatIsRefusedForGood() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker, partitions: 1)
        // A request a message, and one at a time: a real broker refuses by their numbers what is on its way behind, this one does not.
        let member = Member(
            try bench.link(["batch.num.messages": "1", "max.in.flight.requests.per.connection": "1"]))
        #expect(try member.run { $0.owned.count == 1 })
        // TOPIC_AUTHORIZATION_FAILED.
        broker.failNext(.produce, with: [29])
        #expect(member.link.send(bench.messages(0..<20) { _ in "k" }).isEmpty)
        #expect(try member.run { member in !member.producerFailures.isEmpty || member.reports.contains { $0.error != nil } })

        try member.link.purge()
        #expect(member.link.send(bench.messages(0..<20) { _ in "k" }).isEmpty)
        #expect(try member.run { $0.messages.count >= 20 && $0.numbers.last == 19 })
        #expect(member.numbers == Array(0..<20))
        member.link.close()
    }

    @Test func aLinkOpenedBeforeItsBrokerIsUpJoinsWhenItIs() throws {
        let broker = try MockBroker()
        let bench = try Bench(broker)
        broker.goDown()
        let member = Member(try bench.link())
        #expect(try member.run { $0.wentDown })
        broker.comeUp()
        #expect(try member.run(seconds: 60) { $0.owned.count == 3 })
        member.link.close()
    }

    /// With no time at all the group's last question is still on its way when the client ends.
    @Test(arguments: [0, 1, 20, 1000])
    func closingWhileTheBrokerIsAwayEndsInTime(milliseconds: Int) throws {
        let broker = try MockBroker()
        let bench = try Bench(broker)
        let member = Member(try bench.link())
        #expect(try member.run { $0.owned.count == 3 })
        broker.goDown()
        #expect(member.link.send(bench.messages(0..<5) { _ in "k" }).isEmpty)
        let start = ContinuousClock.now
        member.link.close(timeoutMilliseconds: milliseconds)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test(arguments: [0, 1, 20])
    func closingWithoutTimeRightAfterAnAssignmentEnds(milliseconds: Int) throws {
        let bench = try Bench(MockBroker())
        let member = Member(try bench.link())
        #expect(try member.run { $0.owned.count == 3 })
        member.link.close(timeoutMilliseconds: milliseconds)
    }

    @Test func aLinkWhoseAssignmentWasNeverAnsweredEnds() throws {
        let bench = try Bench(MockBroker())
        for isClosed in [true, false] {
            let link = try bench.link()
            var isAssigned = false
            while !isAssigned {
                isAssigned = link.poll(limit: 1, timeoutMilliseconds: 30_000).events.contains {
                    if case .assigned = $0 { true } else { false }
                }
            }
            if isClosed { link.close(timeoutMilliseconds: 2000) }
        }
    }
}
