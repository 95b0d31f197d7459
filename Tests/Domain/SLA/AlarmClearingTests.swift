import Testing

@testable import Domain

/// Each alert that went out is called off once, when what it said is not so any more; and not before.
struct AlarmClearingTests {
    private static let id = "C20260930003000127"

    /// A complaint of 20 September, due at the beginning of 6 October.
    private func scenario(_ policy: PolicyVersions<ClockRules>? = nil, until end: String) throws -> ClockScenario {
        var scenario = ClockScenario(try policy ?? Clocks.policy([Clocks.answer()]))
        let start = try Clocks.time("2026-09-20T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start.adding(.minutes(1))), at: start.adding(.minutes(1)))
        try scenario.run(until: Clocks.time(end))
        return scenario
    }

    @Test func aBreachThatWasMetLateIsCalledOffOnceWithAllThatWasSaid() throws {
        var scenario = try scenario(until: "2026-10-07T00:00:00")
        #expect(scenario.open == ["\(Self.id)/answer/1/80", "\(Self.id)/answer/1/100"])
        let told = try Clocks.time("2026-10-07T10:00:00")
        try scenario.runAndTake(Clocks.customerTold(told), at: told.adding(.minutes(5)))
        #expect(scenario.cleared.isEmpty, "a message is noted; only a wake speaks")
        try scenario.run(until: told.adding(.minutes(5)))
        let event = try #require(scenario.cleared.first)
        #expect(scenario.cleared.count == 1)
        #expect(event.cleared == "\(Self.id)/answer/1/100/cleared")
        #expect(event.alerts == ["\(Self.id)/answer/1/80", "\(Self.id)/answer/1/100"])
        #expect(event.reason == .done)
        #expect(event.endedOn == .customerTold)
        #expect(event.wasBreached == true)
        #expect(event.clearedAt == told)
        #expect(event.dueAt == (try Clocks.time("2026-10-06T00:00:00")))
        #expect(event.unit == "network")
        #expect(scenario.due == nil)
        try scenario.take(.wake, at: told.adding(.days(9)))
        #expect(scenario.cleared.count == 1)
        #expect(scenario.open.isEmpty)
    }

    @Test func aWarningIsOverWhenTheDeadlineWasKept() throws {
        var scenario = try scenario(until: "2026-10-03T12:00:00")
        try scenario.runAndTake(Clocks.customerTold(Clocks.time("2026-10-04T10:00:00")), at: Clocks.time("2026-10-04T10:00:00"))
        try scenario.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(scenario.cleared.map(\.alerts) == [["\(Self.id)/answer/1/80"]])
        #expect(scenario.cleared.map(\.wasBreached) == [false])
    }

    @Test func whatNeverWarnedIsNotCalledOff() throws {
        var scenario = try scenario(until: "2026-09-21T00:00:00")
        try scenario.runAndTake(Clocks.customerTold(Clocks.time("2026-09-22T10:00:00")), at: Clocks.time("2026-09-22T10:00:00"))
        try scenario.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(scenario.cleared.isEmpty)
    }

    @Test(arguments: ["archived", "withdrawn"])
    func theEndOfAComplaintEndsItsAlarms(by ending: String) throws {
        var scenario = try scenario(until: "2026-10-07T00:00:00")
        let end = try Clocks.time("2026-10-08T10:00:00")
        try scenario.runAndTake(ending == "archived" ? Clocks.archived(end) : Clocks.withdrawn(end), at: end)
        try scenario.run(until: end)
        #expect(scenario.cleared.map(\.reason) == [.closed])
        #expect(scenario.cleared.map(\.endedOn?.rawValue) == [ending])
        #expect(scenario.open.isEmpty)
        #expect(scenario.due == nil)
    }

    @Test func aHoldEndsNoBreach() throws {
        var scenario = try scenario(Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]), until: "2026-09-23T00:00:00")
        #expect(scenario.open.last == "\(Self.id)/solve/1/100")
        let at = try Clocks.time("2026-09-23T10:00:00")
        try scenario.runAndTake(Clocks.held(at), at: at)
        try scenario.run(until: at.adding(.days(90)))
        #expect(scenario.cleared.isEmpty)
        #expect(scenario.open.last == "\(Self.id)/solve/1/100")
    }

    @Test func aRestThatBecomesKnownLateMovesTheDeadlineAndItsAlarmsComeAgainUnderNewNames() throws {
        var scenario = try scenario(Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]), until: "2026-09-23T00:00:00")
        let begun = try Clocks.time("2026-09-21T11:00:00")
        let read = try Clocks.time("2026-09-23T01:00:00")
        try scenario.runAndTake(Clocks.held(begun), at: read)
        try scenario.run(until: read)
        #expect(scenario.cleared.map(\.reason) == [.moved])
        #expect(scenario.cleared.first?.alerts == ["\(Self.id)/solve/1/100"], "half of the time was used up before the rest began")
        #expect(scenario.cleared.first?.endedOn == nil)
        #expect(scenario.cleared.first?.clearedAt == read)
        #expect(scenario.open == ["\(Self.id)/solve/1/50"])
        let resumed = try Clocks.time("2026-09-24T11:00:00")
        try scenario.runAndTake(Clocks.resumed(resumed), at: resumed)
        try scenario.run(until: resumed.adding(.days(1)))
        #expect(scenario.open == ["\(Self.id)/solve/1/50", "\(Self.id)/solve/1/100/2"], "the new deadline is missed too")
        try scenario.runAndTake(Clocks.answered(resumed.adding(.days(1))), at: resumed.adding(.days(1)))
        try scenario.run(until: resumed.adding(.days(1)))
        #expect(scenario.cleared.last?.cleared == "\(Self.id)/solve/1/100/2/cleared")
        #expect(scenario.open.isEmpty)
    }

    @Test func aCorrectedCalendarCallsOffWhatIsNotLateByIt() throws {
        let rule = Clocks.solve(.workingDays(5))
        var before = ClockScenario(try Clocks.policy([rule], calendar: Calendars.plainDefinition()))
        let start = try Clocks.time("2026-09-29T10:00:00")
        try before.take(Clocks.registered(start), at: start)
        try before.take(Clocks.dispatched(start), at: start)
        try before.run(until: Clocks.time("2026-10-07T01:00:00"))
        #expect(before.open.last == "\(Self.id)/solve/1/100")
        var after = ClockScenario(try Clocks.policy([rule]), file: before.file)
        try after.take(.wake, at: Clocks.time("2026-10-07T02:00:00"))
        #expect(after.cleared.map(\.reason) == [.moved])
        #expect(after.cleared.first?.dueAt == (try Clocks.time("2026-10-13T00:00:00")))
        try after.run(until: Clocks.time("2026-10-13T00:00:00"))
        #expect(after.open.last == "\(Self.id)/solve/1/100/2")
    }

    @Test func aMissedDeadlineWithNothingLeftToFireStaysArmedSoThatACorrectedCalendarFindsIt() throws {
        let scenario = try scenario(Clocks.policy([Clocks.answer([(100, 1)])]), until: "2026-10-07T00:00:00")
        #expect(scenario.due == (try Clocks.time("2026-10-06T00:00:00").adding(.days(30))))
    }

    @Test func whatIsLearnedOfAfterItsEndIsRaisedAndCalledOffTogether() throws {
        var scenario = ClockScenario(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.take(Clocks.registered(start), at: start)
        try scenario.take(Clocks.dispatched(start), at: start)
        try scenario.take(Clocks.answered(start.adding(.hours(49))), at: start.adding(.hours(50)))
        try scenario.run(until: start.adding(.hours(50)))
        #expect(scenario.alerts.map(\.threshold) == [50, 100])
        #expect(scenario.cleared.map(\.alerts) == [["\(Self.id)/solve/1/50", "\(Self.id)/solve/1/100"]])
        #expect(scenario.open.isEmpty)
        #expect(scenario.due == nil)
    }

    @Test func aNewCycleEndsTheLastOnes() throws {
        let rule = ClockRule(
            name: "round", calendar: "china", startsOn: .dispatched, stopsOn: [.archived], restartsOn: [.transferred],
            allowance: Sourced(.elapsed(PolicyDuration(.hours(2))), source: "made up"), thresholds: Clocks.steps([(100, 1)]))
        var scenario = try scenario(Clocks.policy([rule]), until: "2026-09-20T13:00:00")
        let at = try Clocks.time("2026-09-20T14:00:00")
        try scenario.runAndTake(Clocks.transferred(at, to: "billing"), at: at)
        try scenario.run(until: at)
        #expect(scenario.cleared.map(\.reason) == [.restarted])
        #expect(scenario.open.isEmpty)
        try scenario.run(until: at.adding(.hours(3)))
        #expect(scenario.open == ["\(Self.id)/round/2/100"])
    }

    @Test func whatNoRuleAsksForAnyMoreIsCalledOff() throws {
        let before = try scenario(Clocks.policy([Clocks.answer(), Clocks.solve(.workingDays(2))]), until: "2026-10-07T00:00:00")
        var after = ClockScenario(try Clocks.policy([Clocks.answer()]), file: before.file)
        try after.take(.wake, at: Clocks.time("2026-10-07T01:00:00"))
        #expect(after.cleared.map(\.clock) == ["solve"])
        #expect(after.cleared.map(\.reason) == [.dropped])
    }

    @Test func aMachinesClockThatIsSetBackCallsNothingOff() throws {
        var scenario = try scenario(until: "2026-10-06T00:30:00")
        try scenario.take(.wake, at: Clocks.time("2026-10-05T22:00:00"))
        #expect(scenario.cleared.isEmpty)
        #expect(scenario.open.count == 2)
    }

    @Test func aSignThatIsGoneIsCalledOff() throws {
        let held = AbnormalSign(
            name: "held-long", lasts: AbnormalSign.Stretch(from: .held, until: [.resumed]),
            grades: Sourced([AbnormalGrade(after: PolicyDuration(.days(7)), level: 3, step: 0)], source: "made up"))
        let often = AbnormalSign(
            name: "often", counts: .transferred, grades: Sourced([AbnormalGrade(at: 1, level: 3, step: 0)], source: "made up"))
        var scenario = try scenario(Clocks.policy([Clocks.answer([(100, 1)])], abnormal: [held, often]), until: "2026-09-20T12:00:00")
        let start = try Clocks.time("2026-09-21T10:00:00")
        try scenario.runAndTake(Clocks.held(start), at: start)
        try scenario.runAndTake(Clocks.transferred(start, to: "billing"), at: start)
        let resumed = start.adding(.days(8))
        try scenario.runAndTake(Clocks.resumed(resumed), at: resumed)
        try scenario.run(until: resumed)
        #expect(scenario.cleared.map(\.clock) == ["held-long"])
        #expect(scenario.cleared.map(\.kind) == [.sign])
        #expect(scenario.cleared.map(\.reason) == [.done])
        #expect(scenario.cleared.first?.wasBreached == nil)
        #expect(scenario.open == ["\(Self.id)/often/1/1"], "what happened too often stays so until the complaint is over")
        try scenario.runAndTake(Clocks.archived(resumed), at: resumed)
        try scenario.run(until: resumed)
        #expect(scenario.open.isEmpty)
    }

    /// The last release kept the alerts that went out and nothing of their ends, and reads a threshold as a whole number.
    @Test func aFileOfTheLastReleaseIsCalledOffAndOneOfThisReleaseIsReadByTheLast() throws {
        let before = try scenario(until: "2026-10-07T00:00:00")
        var file = try #require(before.file)
        file.workOrderFacts.append(ClockFact(.customerTold, at: try Clocks.time("2026-10-07T10:00:00")))
        var scenario = ClockScenario(before.policy, file: file)
        try scenario.take(.wake, at: Clocks.time("2026-10-08T00:00:00"))
        #expect(scenario.cleared.count == 1)
        let lines = try #require(scenario.file).fired.map(\.description)
        #expect(lines.last == "answer/1/-100 2026-10-07T16:00:00Z")
        for line in lines {
            #expect(FiredThreshold(line)?.description == line)
            #expect(Int(line.split(separator: " ")[0].split(separator: "/")[2]) != nil)
        }
    }
}
