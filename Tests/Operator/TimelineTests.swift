import Contracts
import Domain
import Foundation
import Testing

@testable import OperatorService

@Suite struct TimelineTests {
    private let times = TimeText(offset: .utc)

    private func entry(_ seconds: Int64, _ service: String, _ order: Int, _ what: String = "x") -> TimelineEntry {
        TimelineEntry(
            at: Instant(seconds: seconds), service: service, order: order, type: "redress.x.v1",
            account: EventAccount(what, [EventAccount.Detail("unit", "marketing")]))
    }

    @Test func timelinesMergeByTimeAndOfEqualTimesTheEarlierServiceComesFirst() {
        let merged = Timeline.merged([
            [entry(1, "intake", 0), entry(5, "intake", 1)], [entry(1, "dispatch", 0), entry(2, "dispatch", 1)], [],
            [entry(5, "compensation", 0)],
        ])
        #expect(merged.map { "\($0.service)\($0.order)" } == ["intake0", "dispatch0", "dispatch1", "intake1", "compensation0"])
    }

    @Test func aServicesOwnOrderIsKeptThoughItsClockRanBackwards() {
        let merged = Timeline.merged([[entry(9, "intake", 0), entry(3, "intake", 1)], [entry(5, "dispatch", 0)]])
        #expect(merged.map { "\($0.service)\($0.order)" } == ["dispatch0", "intake0", "intake1"])
    }

    @Test func theTableLinesUpAndLeavesNothingBlankBehind() {
        let table = Timeline.table([entry(1_775_005_200, "intake", 0, "registered"), entry(1_775_005_201, "sla-monitor", 0)], times)
        #expect(
            table == """
                time                 service      what happened  by  details
                2026-04-01 01:00:00  intake       registered         unit marketing
                2026-04-01 01:00:01  sla-monitor  x                  unit marketing

                """)
    }

    @Test func timesAreShownAtThePlaceTheyAreAskedFor() throws {
        let instant = try #require(Instant("2026-03-31T23:59:59.999Z"))
        #expect(TimeText(offset: try #require(UTCOffset("+08:00"))).text(instant) == "2026-04-01 07:59:59")
        #expect(TimeText(offset: try #require(UTCOffset("-05:00"))).text(instant) == "2026-03-31 18:59:59")
        #expect(times.text(nil) == "-")
    }

    @Test func everyTypeOfAFactIsToldInWordsAndSealedTextIsNot() throws {
        let answered =
            #"{"complaint":"C1","workOrder":"W1","answer":"v1.k1.c2VjcmV0","by":"10086","at":"2026-04-01T01:00:00Z"}"#
        let account = try EventAccount(
            topic: "redress.work-orders", type: "redress.work-order.answered.v1", data: Data(answered.utf8), coder: WireCoder(),
            times: times)
        #expect(account.what == "answered")
        #expect(account.by == "10086")
        #expect(account.answer == SealedText(ciphertext: "v1.k1.c2VjcmV0"))
        let entry = TimelineEntry(at: Instant(seconds: 0), service: "dispatch", order: 0, type: "t", account: account)
        #expect(!entry.detailText.contains("v1.k1"))
        #expect(try !JSONOutput.text(entry).contains("v1.k1"))
    }

    @Test func aTypeNobodyKnowsIsToldByItsName() throws {
        let account = try EventAccount(
            topic: "redress.work-orders", type: "redress.work-order.cloned.v1", data: Data("{}".utf8), coder: WireCoder(), times: times)
        #expect(account == EventAccount("redress.work-order.cloned.v1"))
    }

    @Test(arguments: [(1250, "12.50 CNY"), (5, "0.05 CNY"), (-1250, "-12.50 CNY"), (0, "0.00 CNY")])
    func moneyIsWrittenInTheMainUnit(_ minorUnits: Int64, _ text: String) {
        #expect(Money(minorUnits: minorUnits).text == text)
    }
}
