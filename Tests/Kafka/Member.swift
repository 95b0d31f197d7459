import Foundation
import Kafka

/// A link driven as a worker drives one: it answers rebalances and remembers what it saw.
final class Member {
    let link: KafkaLink
    /// Where to start each partition that is assigned; shared between members of a group.
    let positions: Positions
    private(set) var owned: Set<TopicPartition> = []
    private(set) var messages: [ConsumedMessage] = []
    private(set) var reports: [DeliveryReport] = []
    private(set) var errors: [KafkaError] = []
    private(set) var wentDown = false
    private(set) var consumerFailures: [KafkaError] = []
    private(set) var producerFailures: [KafkaError] = []

    /// The next offset of each partition, as a database would hold it.
    final class Positions {
        var next: [TopicPartition: Int64] = [:]
    }

    init(_ link: KafkaLink, positions: Positions = Positions()) {
        self.link = link
        self.positions = positions
    }

    /// Its consumer is another now.
    func letGo() { owned = [] }

    var numbers: [Int] { messages.map(\.number) }

    func step(milliseconds: Int = 20) throws {
        let (events, reports) = link.poll(limit: 100, timeoutMilliseconds: milliseconds)
        self.reports += reports
        for event in events {
            switch event {
            case .message(let message):
                messages.append(message)
                positions.next[message.topicPartition] = message.offset + 1
            case .assigned(let partitions):
                owned = Set(partitions)
                try link.assign(partitions.map { ($0, offset: positions.next[$0] ?? KafkaOffset.beginning) })
            case .revoked:
                owned = []
                try link.unassign()
            case .error(let error): errors.append(error)
            case .consumerFailed(let error): consumerFailures.append(error)
            case .producerFailed(let error): producerFailures.append(error)
            case .allBrokersDown: wentDown = true
            case .log: break
            }
        }
    }

    /// Steps until that holds; false if it does not in time.
    func run(seconds: Double = 30, until isDone: (Member) -> Bool) throws -> Bool {
        try run([self], seconds: seconds) { isDone(self) }
    }
}

/// Steps members in turn until that holds; false if it does not in time.
func run(_ members: [Member], seconds: Double = 30, until isDone: () -> Bool) throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !isDone() {
        if ContinuousClock.now > deadline { return false }
        for member in members { try member.step() }
    }
    return true
}

extension Member {
    private func run(_ members: [Member], seconds: Double, until isDone: () -> Bool) throws -> Bool {
        try KafkaTests.run(members, seconds: seconds, until: isDone)
    }
}

extension ConsumedMessage {
    /// The number that `Bench.messages` wrote as the value; -1 if it is none.
    var number: Int { value.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? -1 }
}
