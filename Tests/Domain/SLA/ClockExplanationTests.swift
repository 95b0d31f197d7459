import Testing

@testable import Domain

struct ClockExplanationTests {
    @Test func henansFiveWorkingDaysShowTheNationalDayAndTheMakeUpSaturday() throws {
        let policy = try Clocks.policy([Clocks.answer()])
        var scenario = ClockScenario(policy)
        let start = try Clocks.time("2026-09-30T16:00:00")
        try scenario.take(Clocks.registered(start, province: "CN-HA"), at: start)
        let explanation = try #require(scenario.explanations(at: start.adding(.days(9))).first)
        #expect(explanation.rule == "Henan Telecom Regulations art. 38")
        #expect(explanation.allowance == "5 working days")
        #expect(explanation.dueAt == (try Clocks.time("2026-10-14T00:00:00")))
        #expect(explanation.status == .running)
        #expect(explanation.usedPercent == 33)
        #expect(
            explanation.steps.map { "\($0.date) \($0.reason.rawValue) \($0.holiday ?? "-") \($0.counted) \($0.total)" } == [
                "2026-09-30 start-day - 0s 0s", "2026-10-01 holiday 国庆节 0s 0s", "2026-10-02 holiday 国庆节 0s 0s",
                "2026-10-03 holiday 国庆节 0s 0s", "2026-10-04 holiday 国庆节 0s 0s", "2026-10-05 holiday 国庆节 0s 0s",
                "2026-10-06 holiday 国庆节 0s 0s", "2026-10-07 holiday 国庆节 0s 0s", "2026-10-08 workday - 1d 1d",
                "2026-10-09 workday - 1d 2d", "2026-10-10 make-up-workday 国庆节 1d 3d", "2026-10-11 weekend - 0s 3d",
                "2026-10-12 workday - 1d 4d", "2026-10-13 workday - 1d 5d",
            ])
    }

    @Test func aRestIsShownWithWhatItLeftToCount() throws {
        let policy = try Clocks.policy([Clocks.solve(.workingTime(PolicyDuration(.hours(8))))])
        var scenario = ClockScenario(policy)
        for (input, time) in [
            (Clocks.registered(try Clocks.time("2026-09-21T09:00:00")), "2026-09-21T09:00:00"),
            (Clocks.dispatched(try Clocks.time("2026-09-21T09:00:00")), "2026-09-21T09:00:00"),
            (Clocks.held(try Clocks.time("2026-09-21T11:00:00")), "2026-09-21T11:00:00"),
        ] {
            try scenario.take(input, at: Clocks.time(time))
        }
        let resting = try #require(
            scenario.explanations(at: Clocks.time("2026-09-22T09:00:00")).first)
        #expect(resting.status == .resting)
        #expect(resting.usedPercent == 25)
        #expect(resting.dueAt == (try Clocks.time("2026-09-22T16:30:00")))
        #expect(resting.thresholds.map(\.reachedAt) == [nil, nil, nil])
        try scenario.take(Clocks.resumed(Clocks.time("2026-09-22T14:00:00")), at: Clocks.time("2026-09-22T14:00:00"))
        let resumed = try #require(
            scenario.explanations(at: Clocks.time("2026-09-22T14:00:00")).first)
        #expect(resumed.status == .running)
        #expect(
            resumed.rests == [
                ClockRest(
                    reason: "waiting-for-customer", from: try Clocks.time("2026-09-21T11:00:00"),
                    until: try Clocks.time("2026-09-22T14:00:00"))
            ])
        #expect(
            resumed.steps.map { "\($0.date) \($0.counted) \($0.rested)" }
                == [
                    "2026-09-21 2h true", "2026-09-22 4h true", "2026-09-23 2h false",
                ])
    }

    @Test func aClockThatHasNotStartedIsShownWaiting() throws {
        let policy = try Clocks.policy([Clocks.solve(.workingDays(5))])
        var scenario = ClockScenario(policy)
        let start = try Clocks.time("2026-09-21T09:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        let explanation = try #require(scenario.explanations(at: start).first)
        #expect(explanation.status == .waiting)
        #expect(explanation.startedOn == .dispatched)
    }

    @Test func aFinishedFileStillTellsWhatHappened() throws {
        let policy = try Clocks.policy([Clocks.answer(), Clocks.solve(.elapsed(PolicyDuration(.hours(48))))])
        var scenario = ClockScenario(policy)
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        try scenario.runAndTake(Clocks.answered(start.adding(.hours(50))), at: start.adding(.hours(50)))
        try scenario.runAndTake(Clocks.customerTold(start.adding(.hours(51))), at: start.adding(.hours(51)))
        try scenario.runAndTake(Clocks.archived(start.adding(.hours(52))), at: start.adding(.hours(52)))
        let explanations = try scenario.explanations(at: start.adding(.days(60)))
        #expect(explanations.map(\.status) == [.met, .breached])
        #expect(explanations[1].thresholds.map(\.firedAt) == [start.adding(.hours(24)), start.adding(.hours(48)), nil])
        #expect(explanations[1].endedOn == .answered)
    }

    @Test func aDeadlineInAnUnpublishedYearIsMarked() throws {
        let policy = try Clocks.policy([Clocks.solve(.workingDays(5))])
        var scenario = ClockScenario(policy)
        let start = try Clocks.time("2026-12-30T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        let explanation = try #require(scenario.explanations(at: start).first)
        #expect(explanation.isProvisional)
        #expect(explanation.steps.filter(\.isProvisional).first?.date == CivilDate("2027-01-01"))
    }

    @Test func aRolledDeadlineShowsTheDaysItRolledOver() throws {
        let policy = try Clocks.policy([Clocks.answer(rolls: true)])
        var scenario = ClockScenario(policy)
        let start = try Clocks.time("2026-09-20T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        let explanation = try #require(scenario.explanations(at: start).first)
        #expect(
            explanation.steps.suffix(4).map { "\($0.date) \($0.reason.rawValue)" } == [
                "2026-10-05 calendar-day", "2026-10-06 rolled", "2026-10-07 rolled", "2026-10-08 rolled",
            ])
    }
}
