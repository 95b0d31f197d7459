import Domain
import Foundation
import Testing

@testable import Policies

struct ChinaClocksTests {
    private func clocks() throws -> ClockRules {
        var reader = PolicyReader(directory: PackFolder.china)
        let workOrders = reader.read(WorkOrderPolicy.self, "work-order.yaml")
        let rules = reader.clockRules(validatedAgainst: workOrders, reader.read(RoutingPolicy.self, "routing.yaml"))
        #expect(reader.faults.isEmpty)
        return try #require(rules)
    }

    private func calendar() throws -> WorkCalendar { try #require(clocks().calendars["china"]) }

    @Test(arguments: [
        (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
        (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
    ])
    func theNoticesGiveTheWorkdaysOfEachMonth(year: Int, expected: [Int]) throws {
        let calendar = try calendar()
        let counts = try (1...12).map { month in
            try (1...CivilDate.days(in: month, of: year)).filter {
                try calendar.isWorkday(#require(CivilDate(year: year, month: month, day: $0)))
            }.count
        }
        #expect(counts == expected)
    }

    @Test(arguments: [
        ("2024-02-08", 1, "2024-02-09"), ("2024-02-09", 1, "2024-02-18"), ("2024-04-28", 3, "2024-05-06"),
        ("2025-01-24", 5, "2025-02-07"), ("2025-01-26", 5, "2025-02-08"), ("2025-04-25", 5, "2025-05-06"),
        ("2025-09-26", 5, "2025-10-10"), ("2025-09-30", 5, "2025-10-14"), ("2025-10-10", 1, "2025-10-11"),
        ("2025-12-31", 1, "2026-01-04"), ("2025-12-31", 5, "2026-01-08"), ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 5, "2026-02-27"), ("2026-02-14", 1, "2026-02-24"), ("2026-04-30", 5, "2026-05-11"),
        ("2026-09-18", 1, "2026-09-20"), ("2026-09-30", 5, "2026-10-13"),
    ])
    func workingDaysEndWhereTheNoticesPutThem(start: String, days: Int, last: String) throws {
        let from = try #require(Instant("\(start)T10:00:00+08:00"))
        let end = try #require(Instant("\(last)T00:00:00+08:00")).adding(.days(1))
        #expect(try calendar().adding(workingDays: days, to: from).instant == end)
    }

    @Test(arguments: [
        ("2025-01-15", "2025-01-30", "2025-02-05"), ("2025-09-20", "2025-10-05", "2025-10-09"),
        ("2026-02-05", "2026-02-20", "2026-02-24"), ("2026-09-12", "2026-09-27", "2026-09-28"),
        ("2026-09-20", "2026-10-05", "2026-10-08"),
    ])
    func fifteenDaysRollOnlyWhereThePolicySaysSo(start: String, plain: String, rolled: String) throws {
        let from = try #require(Instant("\(start)T16:00:00+08:00"))
        let plainEnd = try #require(Instant("\(plain)T00:00:00+08:00")).adding(.days(1))
        let rolledEnd = try #require(Instant("\(rolled)T00:00:00+08:00")).adding(.days(1))
        #expect(try calendar().adding(calendarDays: 15, to: from).instant == plainEnd, "S014: fifteen days as they are written")
        #expect(try calendar().adding(calendarDays: 15, to: from, rolling: true).instant == rolledEnd)
    }

    @Test func theYearAfterTheLastNoticeIsProvisional() throws {
        let calendar = try calendar()
        #expect(calendar.lastPublishedYear == 2026)
        let from = try #require(Instant("2026-12-31T10:00:00+08:00"))
        #expect(try calendar.adding(workingDays: 1, to: from).isProvisional)
    }

    @Test func theLawsDeadlinesNameTheirArticles() throws {
        let answer = try #require(clocks().policy.clocks.first { $0.name == "answer" })
        #expect(answer.allowance == Sourced(.calendarDays(15), source: "Order 35 art. 8"))
        #expect(answer.restsOn == nil)
        #expect(answer.overrides?.map(\.when.provinces) == [["CN-HA"], ["CN-CQ"]])
        #expect(answer.overrides?.map(\.allowance?.value) == [.workingDays(5), .workingDays(15)])
    }

    /// A figure is the law's, an operator's promise, a rule of the source, or says that it is none of these.
    @Test func everyFigureOfAClockHasASource() throws {
        for clock in try clocks().policy.clocks {
            let sources = [clock.allowance.source, clock.thresholds.source, clock.restsOn?.source, clock.longestRest?.source].compactMap(
                \.self)
            for source in sources {
                let isKnown = ["Order 35", "Regulations", "unconfirmed", "Civil Code", "Penalty Measures"].contains { source.contains($0) }
                #expect(isKnown, "\(clock.name): \(source)")
            }
        }
    }
}
