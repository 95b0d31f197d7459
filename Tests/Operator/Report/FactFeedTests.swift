import Contracts
import Domain
import Foundation
import Kafka
import Reporting
import Testing

@testable import OperatorService

struct FactFeedTests {
    @Test func factsOfTheTopicsBecomeOneAccountAComplaint() throws {
        let feed = try Sample.feed(Sample.registered("C1", "2026-10-02T01:00:00Z") + [Sample.told("C1", "2026-10-05T01:00:00Z")])
        #expect(feed.ledger.accounts.count == 1 && feed.read == 3 && feed.unreadable == 0)
        #expect(ReadingProgress.text(feed) == "read 3 events of 1 complaint, up to 2026-10-05")
    }

    @Test func whatIsPublishedAgainChangesNothing() throws {
        let told = Sample.told("C1", "2026-10-05T01:00:00Z")
        let once = try Sample.feed([told]).ledger
        #expect(try Sample.feed([told, told]).ledger == once)
    }

    @Test func whatHappenedAfterwardsIsLeftOutAndItsPartitionIsDone() throws {
        let late = Sample.told("C1", "2026-11-02T01:00:00Z")
        let feed = try Sample.feed(Sample.registered("C1", "2026-10-02T01:00:00Z") + [late])
        #expect(feed.ledger.accounts["C1"]?.first(.told) == nil)
        #expect(feed.passed == [late.topicPartition])
    }

    @Test func aMessageThatCannotBeReadIsCountedAndStopsNothing() throws {
        let broken = Sample.message(.complaints, "redress.complaint.registered.v1", "C2", "2026-10-02T01:00:00Z", "{}")
        let unknown = Sample.message(.complaints, "redress.complaint.sung.v1", "C2", "2026-10-02T01:00:00Z", "{}")
        let feed = try Sample.feed([broken, unknown] + Sample.registered("C1", "2026-10-02T01:00:00Z"))
        #expect(feed.unreadable == 1)
        #expect(feed.ledger.accounts.count == 1)
    }
}
