import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import Testing

@testable import Runtime

/// What is stored goes out in order, and the watermark follows what is confirmed without a hole.
@Suite struct PublisherTests {
    private static let lane = LaneID(group: "ledger", number: 0)
    private let broker = MemoryBroker(topics: ["out": 1, "commands": 3])

    private static func publisher(position: Int64 = 0, confirmed: Int64 = 0, _ rows: [JournalRow] = []) throws -> Publisher {
        var publisher = Publisher(source: "/redress/ledger", sealer: PlainSealer())
        publisher.take(
            LaneHolding(
                lane: lane, epoch: 1, offsets: [:], position: position, confirmed: confirmed, serial: 0, nextDue: nil, parked: 0,
                unconfirmed: rows))
        for row in rows { try publisher.enqueue(row) }
        return publisher
    }

    private static func row(_ position: Int64, _ content: JournalRow.Content? = nil) -> JournalRow {
        JournalRow(
            lane: lane, position: position, topic: "out", key: "k1", id: "k1-\(position)", time: Instant(seconds: 1_775_016_000),
            content: content ?? .event(type: "noted", sequence: position, data: Data("{\"n\":\(position)}".utf8)))
    }

    private static func report(_ token: UInt64, _ error: KafkaError? = nil) -> DeliveryReport {
        DeliveryReport(token: token, partition: 0, offset: 0, error: error)
    }

    @Test func theWatermarkNeverPassesWhatIsNotConfirmed() throws {
        var publisher = try Self.publisher()
        for position in Int64(1)...4 { try publisher.enqueue(Self.row(position)) }
        _ = publisher.confirm([Self.report(4), Self.report(2)])
        #expect(publisher.watermark(of: Self.lane) == 0)
        #expect(publisher.unconfirmed(of: Self.lane) == 4)
        _ = publisher.confirm([Self.report(1)])
        #expect(publisher.watermark(of: Self.lane) == 2)
        _ = publisher.confirm([Self.report(3)])
        #expect(publisher.watermark(of: Self.lane) == 4)
        #expect(publisher.unconfirmed == 0)
    }

    @Test func thousandsAreConfirmedInAnyOrderAndNoneTwice() throws {
        var publisher = try Self.publisher()
        for position in Int64(1)...10_000 { try publisher.enqueue(Self.row(position)) }
        // Back to front within stretches of a hundred, as five requests in flight may answer.
        for first in stride(from: UInt64(1), through: 9_901, by: 100) {
            for token in (first..<first + 100).reversed() { _ = publisher.confirm([Self.report(token)]) }
            #expect(publisher.watermark(of: Self.lane) == Int64(first) + 99)
        }
        #expect(publisher.unconfirmed == 0)
        #expect(
            !publisher.confirm([Self.report(5_000), Self.report(10_001)]).hasConfirmed, "one is confirmed already, one was never given")
    }

    @Test func whatWasOnItsWayBeforeTheProducerWasEmptiedConfirmsNothing() throws {
        var publisher = try Self.publisher()
        for position in Int64(1)...3 { try publisher.enqueue(Self.row(position)) }
        _ = publisher.confirm([Self.report(1)])
        publisher.clear()
        for position in Int64(2)...3 { try publisher.enqueue(Self.row(position)) }

        #expect(!publisher.confirm([Self.report(2), Self.report(3)]).hasConfirmed, "these tokens were given before")
        #expect(publisher.watermark(of: Self.lane) == 1)
        #expect(publisher.confirm([Self.report(4), Self.report(5)]).hasConfirmed)
        #expect(publisher.watermark(of: Self.lane) == 3)
    }

    @Test func aWatermarkHasMovedUntilItIsStored() throws {
        var publisher = try Self.publisher(position: 5, confirmed: 5)
        #expect(publisher.moved.isEmpty)
        try publisher.enqueue(Self.row(6))
        #expect(publisher.confirm([Self.report(1)]).hasConfirmed)
        #expect(publisher.moved == [Self.lane])
        publisher.stored([LaneFence(lane: Self.lane, epoch: 1, offsets: [:], confirmed: 6)])
        #expect(publisher.moved.isEmpty)
    }

    @Test func whatLiesAboveTheWatermarkOfATakenLaneGoesOutFirst() throws {
        var publisher = try Self.publisher(position: 7, confirmed: 5, [Self.row(6), Self.row(7)])
        #expect(publisher.unconfirmed(of: Self.lane) == 2)
        try publisher.enqueue(Self.row(8))
        let log = MemoryLog(broker)
        try publisher.offer(to: log)
        #expect(publisher.hasOffered)
        log.deliver()
        let sent = try broker.messages(of: "out").map { try CloudEventReader.read(value: $0.value, headers: $0.headers).id }
        #expect(sent == ["k1-6", "k1-7", "k1-8"])
    }

    @Test func aTombstoneHasNoPayload() throws {
        var publisher = try Self.publisher(position: 0, confirmed: 0, [Self.row(1, .tombstone(type: "gone"))])
        let log = MemoryLog(broker)
        try publisher.offer(to: log)
        log.deliver()
        let sent = try #require(broker.messages(of: "out").first)
        #expect(sent.value == nil)
        #expect(sent.headers.contains { $0.name == "ce_type" && $0.value == Data("gone".utf8) })
    }

    @Test func aMessageToBeForwardedThatCannotBeOpenedIsSaidWithItsPlace() throws {
        var publisher = try Self.publisher()
        let error = #expect(throws: Publisher.UnreadableRow.self) {
            try publisher.enqueue(Self.row(1, .forwarded(sealed: Data("nothing of ours".utf8), partition: 2)))
        }
        #expect(error?.reason.hasPrefix("journal row 1 of ledger/0, a message to be forwarded, cannot be opened") == true)
    }

    @Test func aConfirmationOfALaneThatWasTakenAgainCountsAndOfOneThatIsGoneDoesNot() throws {
        var publisher = try Self.publisher()
        try publisher.enqueue(Self.row(1))
        try publisher.enqueue(Self.row(2))
        publisher.releaseAll()
        _ = publisher.confirm([Self.report(1)])
        #expect(publisher.watermark(of: Self.lane) == 0)
        publisher.take(
            LaneHolding(
                lane: Self.lane, epoch: 2, offsets: [:], position: 2, confirmed: 1, serial: 0, nextDue: nil, parked: 0, unconfirmed: []))
        _ = publisher.confirm([Self.report(2)])
        #expect(publisher.watermark(of: Self.lane) == 2)
    }

    @Test func theFirstFailureIsTheOneThatIsTold() throws {
        var publisher = try Self.publisher(position: 0, confirmed: 0, [Self.row(1), Self.row(2)])
        let first = KafkaError(code: 10, context: "send")
        let told = publisher.confirm([Self.report(1, first), Self.report(2, KafkaError(code: -192, context: "send"))])
        #expect(told.failure?.description == first.description)
        #expect(!told.hasConfirmed)
        #expect(publisher.watermark(of: Self.lane) == 0)
    }

    @Test func watermarksThatNoTransactionTakesAlongAreStoredOnceAPeriod() throws {
        var publisher = try Self.publisher()
        #expect(publisher.isFlushDue(at: 1_000, every: 200) == true)
        #expect(publisher.flushDue(every: 200) == nil, "nothing has moved")
        #expect(publisher.isFlushDue(at: 1_199, every: 200) == false)
        #expect(publisher.isFlushDue(at: 1_200, every: 200) == true)
        try publisher.enqueue(Self.row(1))
        #expect(publisher.confirm([Self.report(1)]).hasConfirmed)
        #expect(publisher.flushDue(every: 200) == 1_400)
    }
}
