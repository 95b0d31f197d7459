import Embedded
import Foundation
import Kafka
import Testing

@Suite struct GroupConformanceTests {
    @Test(arguments: BrokerUnderTest.available)
    func twoMembersShareCopartitionedTopicsByPartitionNumber(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, topics: 2, partitions: 4)
        let (first, second) = (Member(try bench.link()), Member(try bench.link()))
        #expect(try run([first, second]) { first.owned.count == 4 && second.owned.count == 4 })

        for member in [first, second] {
            let numbers = bench.topics.map { topic in Set(member.owned.filter { $0.topic == topic }.map(\.partition)) }
            #expect(numbers[0] == numbers[1], "a lane's partitions went to two members")
            #expect(numbers[0].count == 2)
        }
        #expect(first.owned.isDisjoint(with: second.owned))
        first.link.close()
        second.link.close()
    }

    @Test(arguments: BrokerUnderTest.available)
    func eachMessageIsReadOnceThoughMembersJoinAndLeaveWhenPositionsAreOurs(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 4)
        let positions = Member.Positions()
        let first = Member(try bench.link(), positions: positions)
        try KafkaProducer(bench.settings()).produce(bench.messages(0..<100) { "key-\($0)" })
        #expect(try first.run { $0.messages.count >= 100 })
        #expect(first.owned.count == 4)

        let second = Member(try bench.link(), positions: positions)
        #expect(try run([first, second]) { first.owned.count == 2 && second.owned.count == 2 })
        #expect(second.link.send(bench.messages(100..<200) { "key-\($0)" }).isEmpty)
        #expect(try run([first, second]) { first.messages.count + second.messages.count >= 200 })
        #expect(!second.messages.isEmpty)

        first.link.close()
        #expect(try second.run { $0.owned.count == 4 })
        #expect(second.link.send(bench.messages(200..<300) { "key-\($0)" }).isEmpty)
        #expect(try second.run { first.messages.count + $0.messages.count >= 300 })
        #expect((first.numbers + second.numbers).sorted() == Array(0..<300))
        second.link.close()
    }

    @Test(arguments: BrokerUnderTest.available)
    func aMemberThatVanishesIsMissedAndItsPartitionsMoveOn(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 2)
        var first: Member? = Member(try bench.link())
        let second = Member(try bench.link())
        #expect(try run([first, second].compactMap { $0 }) { first?.owned.count == 1 && second.owned.count == 1 })
        first = nil
        #expect(try second.run { $0.owned.count == 2 })
        second.link.close()
    }

    @Test(arguments: BrokerUnderTest.available)
    func aPollEndsAtOnceWhenItIsWoken(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker)
        let member = Member(try bench.link())
        #expect(try member.run { $0.owned.count == 3 })
        // The wake may come before the poll or during it; both must end it long before its ten minutes.
        let waker = member.link.waker
        Thread { waker.wake() }.start()
        let start = ContinuousClock.now
        var isQuiet = false
        while !isQuiet, ContinuousClock.now - start < .seconds(20) {
            let (events, reports) = member.link.poll(limit: 1, timeoutMilliseconds: 600_000)
            isQuiet = events.isEmpty && reports.isEmpty
        }
        #expect(isQuiet)
        member.link.close()
    }

    @Test(arguments: BrokerUnderTest.available)
    func aPollBringsAtMostAsManyMessagesAsAskedForAndTheRestNextTime(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 1)
        try KafkaProducer(bench.settings()).produce(bench.messages(0..<25) { _ in "k" })
        let member = Member(try bench.link())
        #expect(try member.run { $0.owned.count == 1 })
        var sizes: [Int] = []
        while sizes.reduce(0, +) + member.messages.count < 25 {
            let messages = member.link.poll(limit: 10, timeoutMilliseconds: 20_000).events.filter {
                if case .message = $0 { true } else { false }
            }
            sizes.append(messages.count)
        }
        #expect(sizes.allSatisfy { $0 <= 10 })
        #expect(sizes.reduce(0, +) + member.messages.count == 25)
        member.link.close()
    }

    @Test(arguments: BrokerUnderTest.available)
    func committedOffsetsCanBeSeenByToolsAndMoveNothing(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 1)
        let place = TopicPartition(topic: bench.topic, partition: 0)
        try KafkaProducer(bench.settings()).produce(bench.messages(0..<5) { _ in "k" })
        let first = Member(try bench.link())
        #expect(try first.run { $0.messages.count == 5 })
        first.link.commit([(place, 5)])
        first.link.close()
        // The next member starts where it says, not where the group thinks it was.
        let second = Member(try bench.link())
        #expect(try second.run { $0.numbers == [0, 1, 2, 3, 4] })
        second.link.close()
    }
}
