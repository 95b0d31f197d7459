import Seeded
import Testing

@testable import Domain

struct CalendarPropertyTests {
    private static let minutesLookedAt = 45 * 1440

    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func chinasDeadlinesAgreeWithAMinuteCounter(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let hours = [
            ["09:00-12:00", "13:30-18:00"], ["00:00-02:00", "06:00-10:30", "22:00-24:00"], ["08:00-09:00"], ["00:00-24:00"],
        ][Int(seed % 4)]
        let definition = Calendars.chinaDefinition(hours: hours)
        let calendar = try WorkCalendar(definition)
        let counter = try #require(MinuteCounter(definition))
        let first = Int(try #require(Instant("2025-01-20T00:00:00Z")).milliseconds / 60_000)
        for allowance in allowances(&random) {
            let start = first + Int.random(in: 0..<500 * 1440, using: &random)
            let expected = counter.deadline(allowance, from: start, rests: [], lookingAt: Self.minutesLookedAt)
            let calculated = try calendar.adding(allowance, to: Instant(seconds: Int64(start) * 60))
            if let expected { #expect(calculated.instant == Instant(seconds: Int64(expected) * 60), "\(allowance) from minute \(start)") }
        }
    }

    /// Spring and autumn of a zone whose clocks change, with night shifts across the change.
    @Test(arguments: 1...16 as ClosedRange<UInt64>)
    func berlinsWorkingTimeAgreesWithAMinuteCounterAcrossClockChanges(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let calendar = try Calendars.berlin()
        let counter = try #require(MinuteCounter(calendar.definition))
        let first = Int(try #require(Instant(seed % 2 == 0 ? "2026-03-20T00:00:00Z" : "2026-10-15T00:00:00Z")).milliseconds / 60_000)
        for _ in 0..<4 {
            let start = first + Int.random(in: 0..<10 * 1440, using: &random)
            let allowance = Allowance.workingTime(PolicyDuration(.minutes(Int.random(in: 1...4000, using: &random))))
            let expected = try #require(counter.deadline(allowance, from: start, rests: [], lookingAt: Self.minutesLookedAt))
            #expect(
                try calendar.adding(allowance, to: Instant(seconds: Int64(start) * 60)).instant == Instant(seconds: Int64(expected) * 60))
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func aPositionIsReachedAtItsInstantAndNoEarlier(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let calendars = [try Calendars.china(), try Calendars.berlin()]
        let day = try #require(Instant("2026-03-25T00:00:00Z"))
        for _ in 0..<200 {
            let calendar = calendars[Int.random(in: 0...1, using: &random)]
            let allowance = [
                Allowance.elapsed(PolicyDuration(.hours(1))), .workingTime(PolicyDuration(.hours(1))), .workingDays(1), .calendarDays(1),
            ][
                Int.random(in: 0...3, using: &random)]
            let scale = TimeScale(calendar: calendar, allowance: allowance, dayEnd: Bool.random(using: &random) ? .closing : .midnight)
            let start = Instant(milliseconds: day.milliseconds + Int64.random(in: 0..<20 * 86_400_000, using: &random))
            let target = try scale.origin(of: start) + Int64.random(in: 1...5 * 86_400_000, using: &random)
            let reached = try scale.instant(reaching: target)
            #expect(try scale.position(of: reached) >= target)
            #expect(try scale.position(of: Instant(milliseconds: reached.milliseconds - 1)) < target)
        }
    }

    private func allowances(_ random: inout SplitMix64) -> [Allowance] {
        [
            .workingDays(Int.random(in: 1...15, using: &random)), .calendarDays(Int.random(in: 1...30, using: &random)),
            .elapsed(PolicyDuration(.minutes(Int.random(in: 1...5000, using: &random)))),
            .workingTime(PolicyDuration(.minutes(Int.random(in: 1...3000, using: &random)))),
        ]
    }
}
