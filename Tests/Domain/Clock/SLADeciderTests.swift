import Testing

@testable import Domain

struct SLADeciderTests {
    @Test func fifteenCalendarDaysWarnBreachAndEscalateOnceEach() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.answer()]))
        try desk.take(Clocks.registered(Clocks.time("2026-09-20T10:00:00")), at: Clocks.time("2026-09-20T10:00:00"))
        #expect(desk.due == (try Clocks.time("2026-10-03T00:00:00")))
        try desk.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(
            desk.fired == [
                "answer/1/80 2026-10-02T16:00:00Z", "answer/1/100 2026-10-05T16:00:00Z", "answer/1/150 2026-10-13T04:00:00Z",
            ])
        try desk.take(.wake, at: Clocks.time("2026-12-02T00:00:00"))
        #expect(desk.alerts.count == 3)
    }

    @Test func anAlertSaysWhatItIsAboutAndWhichRuleItComesFrom() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.answer()]))
        let start = try Clocks.time("2026-09-20T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start.adding(.minutes(1))), at: start.adding(.minutes(1)))
        try desk.run(until: Clocks.time("2026-10-06T00:00:00"))
        let breach = try #require(desk.alerts.last)
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
        var desk = ClockDesk(try Clocks.policy([Clocks.answer([(100, 1)])]))
        let start = try Clocks.time("2026-09-30T16:00:00")
        try desk.take(Clocks.registered(start, province: Province(province)), at: start)
        #expect(desk.due == (try Clocks.time(due)))
        try desk.run(until: Clocks.time("2026-11-01T00:00:00"))
        #expect(desk.alerts.map(\.rule) == [rule])
    }

    @Test func theEndRollsToTheNextWorkdayOnlyWhereThePolicySaysSo() throws {
        let start = try Clocks.time("2026-09-20T10:00:00")
        var desk = ClockDesk(try Clocks.policy([Clocks.answer(rolls: true)]))
        try desk.take(Clocks.registered(start), at: start)
        try desk.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(
            desk.fired == [
                "answer/1/80 2026-10-02T16:00:00Z", "answer/1/100 2026-10-08T16:00:00Z", "answer/1/150 2026-10-16T04:00:00Z",
            ])
    }

    @Test func tellingTheCustomerInTimeStopsTheClock() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.answer()]))
        let start = try Clocks.time("2026-09-20T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.runAndTake(Clocks.customerTold(Clocks.time("2026-10-05T23:59:59")), at: Clocks.time("2026-10-05T23:59:59"))
        try desk.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(desk.fired == ["answer/1/80 2026-10-02T16:00:00Z"])
        #expect(desk.due == nil)
    }

    @Test func aComplaintLearnedOfLateFiresAllThatHasPassedInOrder() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.answer(), Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let now = try Clocks.time("2026-10-10T00:00:00")
        try desk.take(Clocks.dispatched(Clocks.time("2026-09-22T10:00:00")), at: now)
        #expect(desk.due == nil)
        try desk.take(
            Clocks.registered(Clocks.time("2026-09-22T09:00:00"), received: Clocks.time("2026-09-20T10:00:00")), at: now)
        #expect(desk.alerts.isEmpty)
        try desk.run(until: now)
        #expect(
            desk.alerts.map { "\($0.clock)/\($0.threshold)" } == ["solve/50", "solve/100", "solve/200", "answer/80", "answer/100"])
        #expect(desk.due == (try Clocks.time("2026-10-13T12:00:00")))
    }

    @Test func anAnswerThatCameTooLateStillCountsAsABreach() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start), at: start)
        try desk.take(Clocks.answered(start.adding(.hours(49))), at: start.adding(.hours(50)))
        try desk.run(until: start.adding(.hours(50)))
        #expect(desk.alerts.map(\.threshold) == [50, 100])
        #expect(desk.due == nil)
    }

    @Test func aBacklogReadTogetherCallsNothingLateThatWasInTime() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        let now = start.adding(.days(9))
        for input in [Clocks.registered(start), Clocks.dispatched(start), Clocks.answered(start.adding(.hours(20)))] {
            try desk.take(input, at: now)
        }
        try desk.run(until: now)
        #expect(desk.alerts.isEmpty)
        #expect(desk.due == nil)
    }

    @Test func waitingForTheCustomerMovesTheDeadlineByTheTimeWaited() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.solve(.workingTime(PolicyDuration(.hours(8))))]))
        try desk.take(Clocks.registered(Clocks.time("2026-09-21T09:00:00")), at: Clocks.time("2026-09-21T09:00:00"))
        try desk.take(Clocks.dispatched(Clocks.time("2026-09-21T09:00:00")), at: Clocks.time("2026-09-21T09:00:00"))
        #expect(desk.due == (try Clocks.time("2026-09-21T14:30:00")))
        try desk.take(Clocks.held(Clocks.time("2026-09-21T11:00:00")), at: Clocks.time("2026-09-21T11:00:00"))
        #expect(desk.due == nil)
        try desk.runAndTake(Clocks.resumed(Clocks.time("2026-09-24T16:00:00")), at: Clocks.time("2026-09-24T16:00:00"))
        #expect(desk.alerts.isEmpty)
        // Two hours were used before the rest; two more end at closing on Thursday, the last four come after the festival.
        #expect(desk.due == (try Clocks.time("2026-09-24T18:00:00")))
        try desk.run(until: Clocks.time("2026-09-28T15:00:00"))
        #expect(desk.fired == ["solve/1/50 2026-09-24T10:00:00Z", "solve/1/100 2026-09-28T06:30:00Z"])
    }

    @Test func aReasonThePolicyDoesNotNameLetsTheClockRun() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start), at: start)
        try desk.take(Clocks.held(start.adding(.hours(1)), "lunch"), at: start.adding(.hours(1)))
        #expect(desk.due == start.adding(.hours(24)))
    }

    @Test func aRestEndsWhereThePolicyCapsIt() throws {
        let rule = Clocks.solve(.elapsed(PolicyDuration(.hours(48))), longestRest: PolicyDuration(.hours(10)))
        var desk = ClockDesk(try Clocks.policy([rule]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start), at: start)
        try desk.take(Clocks.held(start.adding(.hours(1))), at: start.adding(.hours(1)))
        #expect(desk.due == start.adding(.hours(34)))
        try desk.runAndTake(Clocks.resumed(start.adding(.hours(5))), at: start.adding(.hours(5)))
        #expect(desk.due == start.adding(.hours(28)))
        try desk.runAndTake(Clocks.held(start.adding(.hours(6))), at: start.adding(.hours(6)))
        #expect(desk.due == start.adding(.hours(34)))
    }

    @Test func anAnswerSentBackBeginsANewCycleWithItsOwnAlerts() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start), at: start)
        try desk.runAndTake(Clocks.answered(start.adding(.hours(30))), at: start.adding(.hours(30)))
        try desk.run(until: start.adding(.hours(30)))
        #expect(desk.due == nil)
        try desk.runAndTake(Clocks.answerReturned(start.adding(.hours(40))), at: start.adding(.hours(40)))
        #expect(desk.due == start.adding(.hours(64)))
        try desk.run(until: start.adding(.hours(90)))
        #expect(desk.alerts.map { "\($0.cycle)/\($0.threshold)" } == ["1/50", "2/50", "2/100"])
    }

    @Test(arguments: ["withdrawn", "archived"])
    func theEndOfAComplaintStopsEveryClock(by ending: String) throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.answer(), Clocks.solve(.workingDays(5))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start), at: start)
        let end = start.adding(.hours(1))
        try desk.take(ending == "withdrawn" ? Clocks.withdrawn(end) : Clocks.archived(end), at: end)
        #expect(desk.due == nil)
        #expect(desk.file != nil)
    }

    @Test func aComplaintSettledOnTheSpotArmsNothing() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.answer()]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.take(Clocks.registered(start, onSpot: true), at: start)
        #expect(desk.due == nil)
        #expect(desk.alerts.isEmpty)
    }

    @Test func aDispatchClockBehindIntakesDoesNotHideTheEnd() throws {
        let rule = ClockRule(
            name: "first-contact", calendar: "china", startsOn: .registered, stopsOn: [.accepted, .dispatched],
            allowance: Sourced(.elapsed(PolicyDuration(.hours(48))), source: "made up"), thresholds: Clocks.steps([(100, 1)]))
        var desk = ClockDesk(try Clocks.policy([rule]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start.adding(.seconds(-2))), at: start.adding(.seconds(1)))
        #expect(desk.due == nil)
    }

    @Test func hearingTheSameAgainChangesNothing() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.answer(), Clocks.solve(.workingDays(5))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        let inputs = [Clocks.registered(start), Clocks.dispatched(start), Clocks.held(start.adding(.hours(1)))]
        for input in inputs { try desk.take(input, at: start.adding(.hours(2))) }
        let once = desk
        for input in inputs { try desk.take(input, at: start.adding(.hours(3))) }
        #expect(desk.file == once.file)
        #expect(desk.due == once.due)
    }

    @Test func aRefusedYearIsAFaultOfTheInput() throws {
        var desk = ClockDesk(
            try Clocks.policy([Clocks.solve(.workingDays(5))], calendar: Calendars.chinaDefinition(unpublished: .refused)))
        let start = try Clocks.time("2026-12-30T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        #expect(throws: Fault.self) { try desk.take(Clocks.dispatched(start), at: start) }
    }

    @Test func aComplaintKeepsThePolicyItWasAcceptedUnder() throws {
        let old = try Clocks.policy([Clocks.answer([(100, 1)])])
        let new = try Clocks.policy([Clocks.solve(.workingDays(1))])
        let both = PolicyVersions(version: "2027.1", current: new.current, earlier: [Clocks.version: old.current])
        var desk = ClockDesk(both)
        let start = try Clocks.time("2026-09-20T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        #expect(desk.due == (try Clocks.time("2026-10-06T00:00:00")))
        let file = try #require(desk.file)
        #expect(try SLADecider.explain(file, policy: both, at: start).map(\.reckonedBy) == [Clocks.version])
        let without = PolicyVersions(version: "2027.1", current: new.current)
        #expect(try SLADecider.explain(file, policy: without, at: start).map(\.reckonedBy) == ["2027.1"])
    }

    @Test func whatIsAboutNoComplaintLeavesNothing() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.answer()]))
        try desk.take(.wake, at: Clocks.time("2026-09-20T10:00:00"))
        #expect(desk.file == nil)
    }
}
