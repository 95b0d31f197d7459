import Foundation
import Kafka
import Testing

@testable import Runtime

/// What was polled waits in order and bounded, and what does not come as it was to come is noticed.
@Suite struct InboxTests {
    private static let lane = LaneID(group: "ledger", number: 0)

    private static func message(_ offset: Int64, bytes: Int = 10) -> ConsumedMessage {
        ConsumedMessage(
            topic: "commands", partition: 0, offset: offset, key: nil, value: Data(count: bytes), headers: [], timestampMilliseconds: nil)
    }

    private static func inbox(_ configure: (inout WorkerSettings) -> Void = { _ in }) -> Inbox {
        var settings = WorkerSettings()
        configure(&settings)
        return Inbox(settings)
    }

    @Test func theFirstMessageOfAPartitionIsTakenWhereverItLies() {
        #expect(Self.inbox().arrival(of: Self.message(17), in: Self.lane, stored: nil) == .expected)
    }

    @Test func whatComesAtTheStoredOffsetIsExpectedAndOnlyOnce() {
        var inbox = Self.inbox()
        #expect(inbox.arrival(of: Self.message(5), in: Self.lane, stored: 5) == .expected)
        inbox.append(Self.message(5), in: Self.lane)
        #expect(inbox.arrival(of: Self.message(5), in: Self.lane, stored: 5) == .earlier(readTo: 5))
        #expect(inbox.arrival(of: Self.message(6), in: Self.lane, stored: 5) == .expected)
    }

    @Test func aRunGoesOnWithTheNextOffsetOfItsPartitionAlone() {
        var inbox = Self.inbox()
        let before = inbox.continues(with: Self.message(5))
        #expect(!before, "nothing has begun a run")
        inbox.append(Self.message(5), in: Self.lane)
        let goesOn = [6, 6, 8].map { inbox.continues(with: Self.message($0)) }
        #expect(goesOn == [true, false, false], "6 comes next; then it has come already; then 7 is missing")
        #expect(inbox.count == 2)
        #expect(inbox.arrival(of: Self.message(6), in: Self.lane, stored: 5) == .earlier(readTo: 5))
        #expect(inbox.arrival(of: Self.message(7), in: Self.lane, stored: 5) == .expected)
    }

    @Test func aRunEndsWithWhateverTakesItsLaneAway() {
        let ends: [(inout Inbox) -> Void] = [
            { (inbox: inout Inbox) in inbox.clear() }, { (inbox: inout Inbox) in inbox.restart() },
            { (inbox: inout Inbox) in inbox.remove { _ in true } },
        ]
        for end in ends {
            var inbox = Self.inbox()
            inbox.append(Self.message(5), in: Self.lane)
            end(&inbox)
            let goesOn = inbox.continues(with: Self.message(6))
            #expect(!goesOn)
        }
    }

    @Test func whatIsMissingAtTheStartIsAGapAndLaterOnlyMarksOfTransactions() {
        var inbox = Self.inbox()
        #expect(inbox.arrival(of: Self.message(9), in: Self.lane, stored: 5) == .gap(from: 5))
        inbox.append(Self.message(9), in: Self.lane)
        #expect(inbox.arrival(of: Self.message(12), in: Self.lane, stored: 5) == .expected)
    }

    @Test func afterReadingStartsAgainTheStoredOffsetCountsAgain() {
        var inbox = Self.inbox()
        inbox.append(Self.message(5), in: Self.lane)
        inbox.restart()
        #expect(inbox.isEmpty)
        #expect(inbox.arrival(of: Self.message(5), in: Self.lane, stored: 5) == .expected)
    }

    @Test func aBatchIsBoundedByNumberAndByBytesAndTakesAtLeastOne() {
        var inbox = Self.inbox {
            $0.batchSize = 3
            $0.batchBytes = 100
        }
        for offset in Int64(0)..<5 { inbox.append(Self.message(offset), in: Self.lane) }
        #expect(inbox.nextBatch().map(\.offset) == [0, 1, 2])
        inbox.done(3)
        #expect(inbox.nextBatch().map(\.offset) == [3, 4])
        inbox.done(2)
        for offset in Int64(5)..<7 { inbox.append(Self.message(offset, bytes: 500), in: Self.lane) }
        #expect(inbox.nextBatch().map(\.offset) == [5], "one that is larger than a batch goes alone")
    }

    @Test func readingRestsOnceSoManyWaitAndIsToldSoOnce() {
        var inbox = Self.inbox {
            $0.batchSize = 2
            $0.backlogBatches = 2
        }
        for offset in Int64(0)..<3 { inbox.append(Self.message(offset), in: Self.lane) }
        #expect(inbox.holdsBack() == false)
        inbox.append(Self.message(3), in: Self.lane)
        #expect(inbox.holdsBack() == true)
        #expect(inbox.holdsBack() == false, "it rests already")
        #expect(inbox.isHoldingBack)
        inbox.done(4)
        #expect(inbox.isHoldingBack, "until reading starts again")
        inbox.restart()
        #expect(!inbox.isHoldingBack)
    }

    @Test func readingRestsOnceSoManyBytesWait() {
        var inbox = Self.inbox {
            $0.batchBytes = 1_000
            $0.backlogBatches = 2
        }
        inbox.append(Self.message(0, bytes: 1_999), in: Self.lane)
        #expect(inbox.holdsBack() == false)
        inbox.append(Self.message(1, bytes: 1), in: Self.lane)
        #expect(inbox.holdsBack() == true)
        inbox.done(2)
        inbox.restart()
        inbox.append(Self.message(2, bytes: 1_000), in: Self.lane)
        #expect(inbox.holdsBack() == false, "what is decided weighs no more")
    }

    @Test func whatIsLostIsTakenOutWithItsWeight() {
        var inbox = Self.inbox {
            $0.batchBytes = 1_000
            $0.backlogBatches = 1
        }
        inbox.append(Self.message(0, bytes: 900), in: Self.lane)
        inbox.append(Self.message(1, bytes: 50), in: Self.lane)
        inbox.remove { $0.offset == 0 }
        #expect(inbox.nextBatch().map(\.offset) == [1])
        inbox.append(Self.message(2, bytes: 900), in: Self.lane)
        #expect(inbox.holdsBack() == false)
    }
}
