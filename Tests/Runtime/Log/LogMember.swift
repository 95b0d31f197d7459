import Foundation
import Kafka
import Runtime
import Testing

/// A log driven as the worker drives one: it answers the assignment and remembers what it saw.
final class LogMember {
    let log: any MessageLog
    private let world: any LogWorld
    private(set) var messages: [ConsumedMessage] = []
    private(set) var reports: [DeliveryReport] = []
    private(set) var owned: Set<TopicPartition> = []

    /// Joins, and starts each partition at the beginning.
    init(_ world: any LogWorld) throws {
        self.world = world
        log = try world.open()
        world.giveAll(to: log)
        try run { $0.owned.count == 3 }
    }

    /// Seconds in which anything must have come.
    private static let timeout = 60

    /// Polls until that holds; fails the test if it does not in time.
    func run(until isDone: (LogMember) -> Bool, at location: SourceLocation = #_sourceLocation) throws {
        let deadline = ContinuousClock.now + .seconds(Self.timeout)
        while !isDone(self) {
            guard ContinuousClock.now < deadline else {
                Issue.record(
                    "not within \(Self.timeout) s; \(messages.count) messages, \(reports.count) reports", sourceLocation: location)
                throw Absent()
            }
            try step()
        }
    }

    func step(milliseconds: Int = 20) throws {
        let poll = log.poll(limit: 100, timeoutMilliseconds: milliseconds)
        reports += poll.reports
        for event in poll.events {
            switch event {
            case .message(let message): messages.append(message)
            case .assigned(let partitions):
                owned = Set(partitions)
                try log.assign(partitions.map { StartPosition($0, offset: StartPosition.beginning) })
            case .revoked:
                owned = []
                try log.unassign()
            case .error, .consumerFailed, .producerFailed, .allBrokersDown, .log: continue
            }
        }
    }

    func send(_ messages: [ProducedMessage]) throws {
        #expect(try log.send(messages) == messages.count)
        world.deliver(log)
    }

    func discardMessages() { messages = [] }

    /// The offsets of a partition's messages as the worker takes them: from the start on, and none that is not above the last.
    func news(of partition: Int32, from start: Int64) -> [Int64] {
        messages.lazy.filter { $0.partition == partition }.map(\.offset).reduce(into: []) { taken, offset in
            if offset >= taken.last.map({ $0 + 1 }) ?? start { taken.append(offset) }
        }
    }

    /// The values of a partition's messages, in the order they came.
    func values(of partition: Int32) -> [String] {
        messages.filter { $0.partition == partition }.map { $0.value.map { String(decoding: $0, as: UTF8.self) } ?? "nothing" }
    }
}

extension LogWorld {
    func place(_ partition: Int32) -> TopicPartition { TopicPartition(topic: topic, partition: partition) }

    func numbers(_ range: Range<Int>, to partition: Int32? = nil, key: (Int) -> String = { "k\($0 % 5)" }) -> [ProducedMessage] {
        range.map { number in
            ProducedMessage(
                topic: topic, partition: partition, key: Data(key(number).utf8), value: Data("\(number)".utf8), token: UInt64(number))
        }
    }
}
