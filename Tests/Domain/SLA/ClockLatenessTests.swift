import Testing

@testable import Domain

struct ClockLatenessTests {
    @Test func thresholdsPassedLongAgoAreOneMarkedAlertACycle() throws {
        let policy = try Clocks.policy([Clocks.answer([(50, 0), (80, 0), (100, 1), (150, 2)])], lateAfter: PolicyDuration(.hours(1)))
        var scenario = ClockScenario(policy)
        let now = try Clocks.time("2026-10-06T09:00:00")
        try scenario.take(Clocks.registered(Clocks.time("2026-09-20T10:00:00")), at: now)
        try scenario.run(until: now)
        #expect(scenario.alerts.map(\.threshold) == [100], "S139: an alert for the breach, not a storm of all that came before it")
        let alert = try #require(scenario.alerts.first)
        #expect(alert.overtaken == [50, 80])
        #expect(alert.reachedAt == (try Clocks.time("2026-10-06T00:00:00")))
        #expect(scenario.due == (try Clocks.time("2026-10-13T12:00:00")))
        try scenario.take(.wake, at: now)
        #expect(scenario.alerts.count == 1)
    }

    @Test func whatWasPassedJustNowIsSentBesideTheLateOne() throws {
        let policy = try Clocks.policy([Clocks.answer([(50, 0), (80, 0), (100, 1)])], lateAfter: PolicyDuration(.hours(1)))
        var scenario = ClockScenario(policy)
        let now = try Clocks.time("2026-10-06T00:30:00")
        try scenario.take(Clocks.registered(Clocks.time("2026-09-20T10:00:00")), at: now)
        try scenario.run(until: now)
        #expect(scenario.alerts.map(\.threshold) == [80, 100])
        #expect(scenario.alerts.map(\.overtaken) == [[50], nil])
        #expect(scenario.alerts.map { $0.reachedAt != nil } == [true, false])
    }

    /// A file calculated by a calendar without the festival, then by the notice that has it.
    @Test func aCorrectedCalendarMovesWhatHasNotFiredAndCallsOffWhatHas() throws {
        let plain = try Clocks.policy([Clocks.solve(.workingDays(5))], calendar: Calendars.plainDefinition())
        let corrected = try Clocks.policy([Clocks.solve(.workingDays(5))])
        var scenario = ClockScenario(plain)
        let start = try Clocks.time("2026-09-29T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        try scenario.run(until: Clocks.time("2026-10-03T00:00:00"))
        #expect(scenario.fired == ["solve/1/50 2026-10-02T04:00:00Z"])
        #expect(scenario.due == (try Clocks.time("2026-10-07T00:00:00")))
        var after = ClockScenario(corrected, file: scenario.file)
        try after.take(.wake, at: Clocks.time("2026-10-03T01:00:00"))
        #expect(after.alerts.isEmpty, "what was said is not said again while it is not so")
        #expect(after.open.isEmpty)
        try after.run(until: Clocks.time("2026-10-13T00:00:00"))
        #expect(after.alerts.map(\.alert) == ["\(Clocks.complaint)/solve/1/50/2", "\(Clocks.complaint)/solve/1/100"])
        #expect(
            after.alerts.last?.dueAt == (try Clocks.time("2026-10-13T00:00:00")),
            "the deadline moves behind the National Day and its make-up Saturday")
    }
}
