import Testing

@testable import Domain

struct SLADeciderTests {
    @Test func fifteenCalendarDaysWarnBreachAndEscalateOnceEach() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer()]))
        try scenario.take(Clocks.registered(Clocks.time("2026-09-20T10:00:00")), at: Clocks.time("2026-09-20T10:00:00"))
        #expect(scenario.due == (try Clocks.time("2026-10-03T00:00:00")))
        try scenario.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(
            scenario.fired == [
                "answer/1/80 2026-10-02T16:00:00Z", "answer/1/100 2026-10-05T16:00:00Z", "answer/1/150 2026-10-13T04:00:00Z",
            ])
        try scenario.take(.wake, at: Clocks.time("2026-12-02T00:00:00"))
        #expect(scenario.alerts.count == 3)
    }

    @Test func anAlertSaysWhatItIsAboutAndWhichRuleItComesFrom() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer()]))
        let start = try Clocks.time("2026-09-20T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start.adding(.minutes(1))), at: start.adding(.minutes(1)))
        try scenario.run(until: Clocks.time("2026-10-06T00:00:00"))
        let breach = try #require(scenario.alerts.last)
        #expect(breach.alert == "C20260930003000127/answer/1/100")
        #expect(breach.dueAt == (try Clocks.time("2026-10-06T00:00:00")))
        #expect(breach.unit == "network")
        #expect(breach.step == 1)
        #expect(breach.rule == "Order 35 art. 8")
    }

    @Test(arguments: [
        ("CN-HA", "2026-10-14T00:00:00", "Henan Telecom Regulations art. 38"),
        ("CN-CQ", "2026-10-28T00:00:00", "Chongqing Telecom Regulations art. 20"),
        ("CN-JS", "2026-10-16T00:00:00", "Order 35 art. 8"),
    ])
    func aProvincesOwnLawReplacesTheNationalOne(province: String, due: String, rule: String) throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer([(100, 1)])]))
        let start = try Clocks.time("2026-09-30T16:00:00")
        try scenario.take(Clocks.registered(start, province: Province(province)), at: start)
        #expect(scenario.due == (try Clocks.time(due)))
        try scenario.run(until: Clocks.time("2026-11-01T00:00:00"))
        #expect(scenario.alerts.map(\.rule) == [rule])
    }

    @Test func theEndRollsToTheNextWorkdayOnlyWhereThePolicySaysSo() throws {
        let start = try Clocks.time("2026-09-20T10:00:00")
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer(rolls: true)]))
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(
            scenario.fired == [
                "answer/1/80 2026-10-02T16:00:00Z", "answer/1/100 2026-10-08T16:00:00Z", "answer/1/150 2026-10-16T04:00:00Z",
            ])
    }

    @Test func tellingTheCustomerInTimeStopsTheClock() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer()]))
        let start = try Clocks.time("2026-09-20T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.runAndTake(Clocks.customerTold(Clocks.time("2026-10-05T23:59:59")), at: Clocks.time("2026-10-05T23:59:59"))
        try scenario.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(scenario.fired == ["answer/1/80 2026-10-02T16:00:00Z"])
        #expect(scenario.due == nil)
    }

    @Test func aComplaintLearnedOfLateFiresAllThatHasPassedInOrder() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer(), Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let now = try Clocks.time("2026-10-10T00:00:00")
        try scenario.take(Clocks.dispatched(Clocks.time("2026-09-22T10:00:00")), at: now)
        #expect(scenario.due == nil)
        try scenario.take(
            Clocks.registered(Clocks.time("2026-09-22T09:00:00"), received: Clocks.time("2026-09-20T10:00:00")), at: now)
        #expect(scenario.alerts.isEmpty)
        try scenario.run(until: now)
        #expect(
            scenario.alerts.map { "\($0.clock)/\($0.threshold)" } == ["solve/50", "solve/100", "solve/200", "answer/80", "answer/100"])
        #expect(scenario.due == (try Clocks.time("2026-10-13T12:00:00")))
    }

    @Test func anAnswerThatCameTooLateStillCountsAsABreach() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        try scenario.take(Clocks.answered(start.adding(.hours(49))), at: start.adding(.hours(50)))
        try scenario.run(until: start.adding(.hours(50)))
        #expect(scenario.alerts.map(\.threshold) == [50, 100])
        #expect(scenario.due == nil)
    }

    @Test func aBacklogReadTogetherCallsNothingLateThatWasInTime() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        let now = start.adding(.days(9))
        for input in [Clocks.registered(start), Clocks.dispatched(start), Clocks.answered(start.adding(.hours(20)))] {
            try scenario.take(input, at: now)
        }
        try scenario.run(until: now)
        #expect(scenario.alerts.isEmpty)
        #expect(scenario.due == nil)
    }

    @Test func waitingForTheCustomerMovesTheDeadlineByTheTimeWaited() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.solve(.workingTime(PolicyDuration(.hours(8))))]))
        try scenario.take(Clocks.registered(Clocks.time("2026-09-21T09:00:00")), at: Clocks.time("2026-09-21T09:00:00"))
        try scenario.take(Clocks.dispatched(Clocks.time("2026-09-21T09:00:00")), at: Clocks.time("2026-09-21T09:00:00"))
        #expect(scenario.due == (try Clocks.time("2026-09-21T14:30:00")))
        try scenario.take(Clocks.held(Clocks.time("2026-09-21T11:00:00")), at: Clocks.time("2026-09-21T11:00:00"))
        #expect(scenario.due == nil)
        try scenario.runAndTake(Clocks.resumed(Clocks.time("2026-09-24T16:00:00")), at: Clocks.time("2026-09-24T16:00:00"))
        #expect(scenario.alerts.isEmpty)
        // Two hours were used before the rest; two more end at closing on Thursday, the last four come after the festival.
        #expect(scenario.due == (try Clocks.time("2026-09-24T18:00:00")))
        try scenario.run(until: Clocks.time("2026-09-28T15:00:00"))
        #expect(scenario.fired == ["solve/1/50 2026-09-24T10:00:00Z", "solve/1/100 2026-09-28T06:30:00Z"])
    }

    @Test func aReasonThePolicyDoesNotNameLetsTheClockRun() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        try scenario.take(Clocks.held(start.adding(.hours(1)), "lunch"), at: start.adding(.hours(1)))
        #expect(scenario.due == start.adding(.hours(24)))
    }

    @Test func aRestEndsWhereThePolicyCapsIt() throws {
        let rule = Clocks.solve(.elapsed(PolicyDuration(.hours(48))), longestRest: PolicyDuration(.hours(10)))
        var scenario = ClockScenario(try Clocks.policy([rule]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        try scenario.take(Clocks.held(start.adding(.hours(1))), at: start.adding(.hours(1)))
        #expect(scenario.due == start.adding(.hours(34)))
        try scenario.runAndTake(Clocks.resumed(start.adding(.hours(5))), at: start.adding(.hours(5)))
        #expect(scenario.due == start.adding(.hours(28)))
        try scenario.runAndTake(Clocks.held(start.adding(.hours(6))), at: start.adding(.hours(6)))
        #expect(scenario.due == start.adding(.hours(34)))
    }

    @Test func anAnswerSentBackBeginsANewCycleWithItsOwnAlerts() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        try scenario.runAndTake(Clocks.answered(start.adding(.hours(30))), at: start.adding(.hours(30)))
        try scenario.run(until: start.adding(.hours(30)))
        #expect(scenario.due == nil)
        try scenario.runAndTake(Clocks.answerReturned(start.adding(.hours(40))), at: start.adding(.hours(40)))
        #expect(scenario.due == start.adding(.hours(64)))
        try scenario.run(until: start.adding(.hours(90)))
        #expect(scenario.alerts.map { "\($0.cycle)/\($0.threshold)" } == ["1/50", "2/50", "2/100"])
    }

    @Test(arguments: ["withdrawn", "archived"])
    func theEndOfAComplaintStopsEveryClock(by ending: String) throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer(), Clocks.solve(.workingDays(5))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        let end = start.adding(.hours(1))
        try scenario.take(ending == "withdrawn" ? Clocks.withdrawn(end) : Clocks.archived(end), at: end)
        #expect(scenario.due == nil)
        #expect(scenario.file != nil)
    }

    @Test func aComplaintSettledOnTheSpotArmsNothing() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer()]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start, onSpot: true), at: start)
        #expect(scenario.due == nil)
        #expect(scenario.alerts.isEmpty)
    }

    @Test func aDispatchClockBehindIntakesDoesNotHideTheEnd() throws {
        let rule = ClockRule(
            name: "first-contact", calendar: "china", startsOn: .registered, stopsOn: [.accepted, .dispatched],
            allowance: Sourced(.elapsed(PolicyDuration(.hours(48))), source: "made up"), thresholds: Clocks.steps([(100, 1)]))
        var scenario = ClockScenario(try Clocks.policy([rule]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start.adding(.seconds(-2))), at: start.adding(.seconds(1)))
        #expect(scenario.due == nil)
    }

    @Test func hearingTheSameAgainChangesNothing() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer(), Clocks.solve(.workingDays(5))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        let inputs = [Clocks.registered(start), Clocks.dispatched(start), Clocks.held(start.adding(.hours(1)))]
        for input in inputs { try scenario.take(input, at: start.adding(.hours(2))) }
        let once = scenario
        for input in inputs { try scenario.take(input, at: start.adding(.hours(3))) }
        #expect(scenario.file == once.file)
        #expect(scenario.due == once.due)
    }

    @Test func aRefusedYearIsAFaultOfTheInput() throws {
        var scenario = ClockScenario(
            try Clocks.policy([Clocks.solve(.workingDays(5))], calendar: Calendars.chinaDefinition(unpublished: .refused)))
        let start = try Clocks.time("2026-12-30T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        #expect(throws: Fault.self) { try scenario.take(Clocks.dispatched(start), at: start) }
    }

    @Test func aComplaintKeepsThePolicyItWasAcceptedUnder() throws {
        let old = try Clocks.policy([Clocks.answer([(100, 1)])])
        let new = try Clocks.policy([Clocks.solve(.workingDays(1))])
        let both = PolicyVersions(version: "2027.1", current: new.current, earlier: [Clocks.version: old.current])
        var scenario = ClockScenario(both)
        let start = try Clocks.time("2026-09-20T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        #expect(scenario.due == (try Clocks.time("2026-10-06T00:00:00")))
        let file = try #require(scenario.file)
        #expect(try SLADecider.explain(file, policy: both, at: start).map(\.reckonedBy) == [Clocks.version])
        let without = PolicyVersions(version: "2027.1", current: new.current)
        #expect(try SLADecider.explain(file, policy: without, at: start).map(\.reckonedBy) == ["2027.1"])
    }

    @Test func whatIsAboutNoComplaintLeavesNothing() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.answer()]))
        try scenario.take(.wake, at: Clocks.time("2026-09-20T10:00:00"))
        #expect(scenario.file == nil)
    }
}
