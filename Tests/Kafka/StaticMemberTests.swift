import Embedded
import Foundation
import Kafka
import Testing

/// Two members under one name, which the embedded broker does not know.
@Suite struct StaticMemberTests {
    static let brokers = BrokerUnderTest.available.filter { $0 != .embedded }

    @Test(arguments: brokers)
    func whoeverLosesItsNameSaysSoOnceAndWorksOnWithoutOne(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 4)
        let name = ["group.instance.id": "one-name"]
        let first = Member(try bench.link(name))
        #expect(try first.run { $0.owned.count == 4 })

        let second = Member(try bench.link(name))
        #expect(try run([first, second]) { !first.consumerFailures.isEmpty || !second.consumerFailures.isEmpty })
        let (loser, other) = first.consumerFailures.isEmpty ? (second, first) : (first, second)
        #expect(loser.consumerFailures.count == 1)
        #expect(loser.consumerFailures.first?.isNameTaken == true)
        #expect(loser.consumerFailures.first?.isFatal == true)

        try loser.link.rejoin()
        loser.letGo()
        #expect(try run([first, second], seconds: 60) { loser.owned.count == 2 && other.owned.count == 2 })
        #expect(loser.owned.isDisjoint(with: other.owned))
        #expect(loser.consumerFailures.count == 1 && other.consumerFailures.isEmpty, "nobody takes the name from the other again")
        first.link.close()
        second.link.close()
    }

    /// A broker answers a question for messages as soon as one comes, however long it may keep it.
    @Test(arguments: brokers)
    func aMessageComesAtOnceHoweverLongABrokerMayWaitForOne(kind: BrokerUnderTest) throws {
        let bench = try Bench(kind.broker, partitions: 1)
        let member = Member(try bench.link(["fetch.wait.max.ms": "20000"]))
        #expect(try member.run { $0.owned.count == 1 })
        try KafkaProducer(bench.settings()).produce(bench.messages(0..<1) { _ in "k" })
        #expect(try member.run { $0.messages.count == 1 })
        let producer = try KafkaProducer(bench.settings())
        for number in 1..<6 {
            let start = ContinuousClock.now
            try producer.produce(bench.messages(number..<number + 1) { _ in "k" })
            #expect(try member.run { $0.messages.count == number + 1 })
            #expect(ContinuousClock.now - start < .seconds(5))
        }
        member.link.close()
    }
}
