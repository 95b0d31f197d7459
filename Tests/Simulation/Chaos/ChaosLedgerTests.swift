import Contracts
import Counting
import Domain
import Foundation
import Kafka
import Testing

@testable import Chaos

/// That the ledger would notice each promise that is broken.
@Suite struct ChaosLedgerTests {
    private static let key = "C20260401003000001"

    private struct Written {
        var topic: Topic
        var type: String
        var sequence: Int64
        var data = "{}"
        var trace: String?
        var key = ChaosLedgerTests.key
    }

    /// What a complaint that is plain leads to, its registration first.
    private static let musts = [FactName.registered] + Course.all[0].fate.musts.keys.filter { $0 != FactName.registered }.sorted()

    /// All that one complaint leads to.
    private static let life = life(of: Course.all[0], number: 1, key: key)

    private static func life(of course: Course, number: Int, key: String) -> [Written] {
        let others = course.fate.musts.filter { $0.key != FactName.registered }.sorted { $0.key < $1.key }
        let names = [FactName.registered] + others.flatMap { Array(repeating: $0.key, count: $0.value) }
        var sequences: [Topic: Int64] = [:]
        return names.map { name in
            let words = name.split(separator: " ").map(String.init)
            let topic = topic(of: words[0])
            sequences[topic, default: 0] += 1
            return Written(
                topic: topic, type: words[0], sequence: sequences[topic, default: 0],
                data: words.count > 1 ? #"{"template": "\#(words[1])"}"# : "{}", trace: Trace.parent(of: number), key: key)
        }
    }

    private static func topic(of type: String) -> Topic {
        switch type.split(separator: ".")[1] {
        case "complaint": .complaints
        case "work-order": .workOrders
        case "alert": .alerts
        case "compensation": .compensations
        case "dead-letter": .deadLetters
        default: .notifications
        }
    }

    private func ledger(_ written: [Written]) -> Ledger {
        var ledger = Ledger(Course.all)
        let messages = written.enumerated().map { offset, fact in
            let event = CloudEvent(
                id: "\(fact.key)-\(fact.sequence)", source: "/redress/test", type: fact.type, sequence: fact.sequence,
                traceParent: fact.trace, data: Data(fact.data.utf8))
            return ConsumedMessage(
                topic: fact.topic.name, partition: 0, offset: Int64(offset), key: Data(fact.key.utf8), value: event.data,
                headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
        }
        ledger.take(messages, partitions: [:])
        return ledger
    }

    @Test func aComplaintThatMetItsFateIsCompleteAndBreaksNoPromise() {
        let ledger = ledger(Self.life)
        #expect(ledger.isComplete(1))
        #expect(ledger.hasAcknowledged(1))
        #expect(Tally(ledger, accepted: 1).isClean, "\(Tally(ledger, accepted: 1).text)")
    }

    @Test(arguments: musts)
    func whateverIsMissingIsLostAndNamed(name: String) throws {
        let index = try #require(Self.musts.firstIndex(of: name))
        let topic = Self.life[index].topic
        var rest = Self.life
        rest.remove(at: index)
        // The writer never wrote it, so the numbers behind it are one lower.
        for later in rest.indices where later >= index && rest[later].topic == topic { rest[later].sequence -= 1 }

        let tally = Tally(ledger(rest), accepted: 1)

        #expect(!ledger(rest).isComplete(1))
        #expect(tally.lost.contains { $0.contains(name) } || (index == 0 && tally.lost.count == 1), "\(tally.text)")
        #expect(tally.reordered.isEmpty)
    }

    @Test(arguments: Array(Course.all.indices))
    func everyCourseIsWholeWithItsFateAndNotWithLess(place: Int) {
        let lives = (0...place).map { Self.life(of: Course.all[$0], number: $0 + 1, key: "C2026040100300000\($0)") }
        let tally = Tally(ledger(lives.flatMap(\.self)), accepted: place + 1)
        #expect(tally.isClean, "\(tally.text)")
        let less = ledger(lives.dropLast().flatMap(\.self) + (lives.last?.dropLast() ?? []))
        #expect(!less.isComplete(place + 1))
    }

    @Test func whatBelongsToAnotherCourseIsTold() {
        let odd = Written(topic: .workOrders, type: FactName.workOrder("merged"), sequence: 9)
        #expect(
            Tally(ledger(Self.life + [odd]), accepted: 1).unexpected == [
                "redress.work-order.merged.v1 of a complaint that is plain, 1 times"
            ])
    }

    @Test func whatIsToldBeforeTheRegistrationCountsAllTheSame() {
        let tally = Tally(ledger(Array(Self.life.dropFirst()) + [Self.life[0]]), accepted: 1)
        #expect(tally.isClean, "\(tally.text)")
    }

    @Test func anEventThatWasAcceptedAndLedToNothingIsLost() {
        #expect(Tally(ledger(Self.life), accepted: 2).lost == ["event 2 was accepted, and no complaint is registered"])
    }

    @Test(arguments: musts)
    func whateverIsThereOnceMoreUnderAnotherNumberIsDoubled(name: String) throws {
        var again = Self.life[try #require(Self.musts.firstIndex(of: name))]
        again.sequence = (Self.life.filter { $0.topic == again.topic }.map(\.sequence).max() ?? 0) + 1

        #expect(Tally(ledger(Self.life + [again]), accepted: 1).doubled == ["\(name) of \(Self.key), which is plain"])
    }

    @Test func anEventThatBecameTwoComplaintsIsDoubled() {
        var other = Self.life[0]
        other.key = "C20260401003000002"

        let tally = Tally(ledger(Self.life + [other]), accepted: 1)

        #expect(tally.doubled == ["event 1 became \(Self.key) and \(other.key)"])
    }

    @Test func aRepetitionWithTheSameNumberAndDataIsNone() {
        let ledger = ledger(Self.life + [Self.life[3]])
        #expect(Tally(ledger, accepted: 1).isClean)
        #expect(ledger.sequences.repetitions == 1)
    }

    @Test func aNumberThatComesAgainWithOtherDataIsReordered() {
        var other = Self.life[3]
        other.data = #"{"other": true}"#
        #expect(Tally(ledger(Self.life + [other]), accepted: 1).reordered.count == 1)
    }

    @Test func aGapIsReordered() {
        var late = Self.life
        let places = late.indices.filter { late[$0].topic == .workOrders }
        late.swapAt(places[2], places[3])
        #expect(Tally(ledger(late), accepted: 1).reordered.isEmpty == false)
    }

    @Test func eachNoticeOfAUnitComesInOneDigestAndOnlyThoseOfAWithdrawnComplaintMayComeInNone() {
        var count = NoticeCount()
        count.collect(["complaint": "C1", "what": "dispatched"])
        count.collect(["complaint": "C2", "what": "dispatched"])
        #expect(count.faults == ["2 notices came in no digest"])
        count.gather(1)
        #expect(count.faults == ["1 notices came in no digest"])
        count.collect(["complaint": "C2", "what": "withdrawn"])
        #expect(count.isComplete)
        count.gather(2)
        #expect(count.isComplete)
        count.gather(1)
        #expect(count.faults == ["1 notices came in two digests"])
    }

    @Test func aDeadLetterAndWhatNobodyExpectedAreTold() {
        let letter = Written(topic: .deadLetters, type: DeadLetter.wireType, sequence: 1)
        let odd = Written(
            topic: .workOrders, type: "redress.work-order.command-rejected.v1", sequence: 8,
            data: #"{"commandType": "accept", "state": "archived", "fault": {"field": "command", "problem": "cannot be given"}}"#)

        let tally = Tally(ledger(Self.life + [letter, odd]), accepted: 1)

        #expect(tally.deadLettered.count == 1)
        #expect(tally.unexpected == ["redress.work-order.command-rejected.v1: accept archived command cannot be given, 1 times"])
    }
}
