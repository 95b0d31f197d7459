import Testing

@testable import Domain

/// Each alert that went out is called off once, when what it said is not so any more; and not before.
struct AlarmClearingTests {
    private static let id = "C20260930003000127"

    /// A complaint of 20 September, due at the beginning of 6 October.
    private func desk(_ policy: PolicyVersions<ClockRules>? = nil, until end: String) throws -> ClockDesk {
        var desk = ClockDesk(try policy ?? Clocks.policy([Clocks.answer()]))
        let start = try Clocks.time("2026-09-20T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start.adding(.minutes(1))), at: start.adding(.minutes(1)))
        try desk.run(until: Clocks.time(end))
        return desk
    }

    @Test func aBreachThatWasMetLateIsCalledOffOnceWithAllThatWasSaid() throws {
        var desk = try desk(until: "2026-10-07T00:00:00")
        #expect(desk.open == ["\(Self.id)/answer/1/80", "\(Self.id)/answer/1/100"])
        let told = try Clocks.time("2026-10-07T10:00:00")
        try desk.runAndTake(Clocks.customerTold(told), at: told.adding(.minutes(5)))
        #expect(desk.cleared.isEmpty, "a message is noted; only a wake speaks")
        try desk.run(until: told.adding(.minutes(5)))
        let event = try #require(desk.cleared.first)
        #expect(desk.cleared.count == 1)
        #expect(event.cleared == "\(Self.id)/answer/1/100/cleared")
        #expect(event.alerts == ["\(Self.id)/answer/1/80", "\(Self.id)/answer/1/100"])
        #expect(event.reason == .done)
        #expect(event.endedOn == .customerTold)
        #expect(event.wasBreached == true)
        #expect(event.clearedAt == told)
        #expect(event.dueAt == (try Clocks.time("2026-10-06T00:00:00")))
        #expect(event.unit == "network")
        #expect(desk.due == nil)
        try desk.take(.wake, at: told.adding(.days(9)))
        #expect(desk.cleared.count == 1)
        #expect(desk.open.isEmpty)
    }

    @Test func aWarningIsOverWhenTheDeadlineWasKept() throws {
        var desk = try desk(until: "2026-10-03T12:00:00")
        try desk.runAndTake(Clocks.customerTold(Clocks.time("2026-10-04T10:00:00")), at: Clocks.time("2026-10-04T10:00:00"))
        try desk.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(desk.cleared.map(\.alerts) == [["\(Self.id)/answer/1/80"]])
        #expect(desk.cleared.map(\.wasBreached) == [false])
    }

    @Test func whatNeverWarnedIsNotCalledOff() throws {
        var desk = try desk(until: "2026-09-21T00:00:00")
        try desk.runAndTake(Clocks.customerTold(Clocks.time("2026-09-22T10:00:00")), at: Clocks.time("2026-09-22T10:00:00"))
        try desk.run(until: Clocks.time("2026-12-01T00:00:00"))
        #expect(desk.cleared.isEmpty)
    }

    @Test(arguments: ["archived", "withdrawn"])
    func theEndOfAComplaintEndsItsAlarms(by ending: String) throws {
        var desk = try desk(until: "2026-10-07T00:00:00")
        let end = try Clocks.time("2026-10-08T10:00:00")
        try desk.runAndTake(ending == "archived" ? Clocks.archived(end) : Clocks.withdrawn(end), at: end)
        try desk.run(until: end)
        #expect(desk.cleared.map(\.reason) == [.closed])
        #expect(desk.cleared.map(\.endedOn?.rawValue) == [ending])
        #expect(desk.open.isEmpty)
        #expect(desk.due == nil)
    }

    @Test func aHoldEndsNoBreach() throws {
        var desk = try desk(Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]), until: "2026-09-23T00:00:00")
        #expect(desk.open.last == "\(Self.id)/solve/1/100")
        let at = try Clocks.time("2026-09-23T10:00:00")
        try desk.runAndTake(Clocks.held(at), at: at)
        try desk.run(until: at.adding(.days(90)))
        #expect(desk.cleared.isEmpty)
        #expect(desk.open.last == "\(Self.id)/solve/1/100")
    }

    @Test func aRestThatBecomesKnownLateMovesTheDeadlineAndItsAlarmsComeAgainUnderNewNames() throws {
        var desk = try desk(Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]), until: "2026-09-23T00:00:00")
        let begun = try Clocks.time("2026-09-21T11:00:00")
        let read = try Clocks.time("2026-09-23T01:00:00")
        try desk.runAndTake(Clocks.held(begun), at: read)
        try desk.run(until: read)
        #expect(desk.cleared.map(\.reason) == [.moved])
        #expect(desk.cleared.first?.alerts == ["\(Self.id)/solve/1/100"], "half of the time was used up before the rest began")
        #expect(desk.cleared.first?.endedOn == nil)
        #expect(desk.cleared.first?.clearedAt == read)
        #expect(desk.open == ["\(Self.id)/solve/1/50"])
        let resumed = try Clocks.time("2026-09-24T11:00:00")
        try desk.runAndTake(Clocks.resumed(resumed), at: resumed)
        try desk.run(until: resumed.adding(.days(1)))
        #expect(desk.open == ["\(Self.id)/solve/1/50", "\(Self.id)/solve/1/100/2"], "the new deadline is missed too")
        try desk.runAndTake(Clocks.answered(resumed.adding(.days(1))), at: resumed.adding(.days(1)))
        try desk.run(until: resumed.adding(.days(1)))
        #expect(desk.cleared.last?.cleared == "\(Self.id)/solve/1/100/2/cleared")
        #expect(desk.open.isEmpty)
    }

    @Test func aCorrectedCalendarCallsOffWhatIsNotLateByIt() throws {
        let rule = Clocks.solve(.workingDays(5))
        var before = ClockDesk(try Clocks.policy([rule], calendar: Calendars.plainDefinition()))
        let start = try Clocks.time("2026-09-29T10:00:00")
        try before.take(Clocks.registered(start), at: start)
        try before.take(Clocks.dispatched(start), at: start)
        try before.run(until: Clocks.time("2026-10-07T01:00:00"))
        #expect(before.open.last == "\(Self.id)/solve/1/100")
        var after = ClockDesk(try Clocks.policy([rule]), file: before.file)
        try after.take(.wake, at: Clocks.time("2026-10-07T02:00:00"))
        #expect(after.cleared.map(\.reason) == [.moved])
        #expect(after.cleared.first?.dueAt == (try Clocks.time("2026-10-13T00:00:00")))
        try after.run(until: Clocks.time("2026-10-13T00:00:00"))
        #expect(after.open.last == "\(Self.id)/solve/1/100/2")
    }

    @Test func aMissedDeadlineWithNothingLeftToFireStaysArmedSoThatACorrectedCalendarFindsIt() throws {
        let desk = try desk(Clocks.policy([Clocks.answer([(100, 1)])]), until: "2026-10-07T00:00:00")
        #expect(desk.due == (try Clocks.time("2026-10-06T00:00:00").adding(.days(30))))
    }

    @Test func whatIsLearnedOfAfterItsEndIsRaisedAndCalledOffTogether() throws {
        var desk = ClockDesk(try Clocks.policy([Clocks.solve(.elapsed(PolicyDuration(.hours(48))))]))
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.take(Clocks.registered(start), at: start)
        try desk.take(Clocks.dispatched(start), at: start)
        try desk.take(Clocks.answered(start.adding(.hours(49))), at: start.adding(.hours(50)))
        try desk.run(until: start.adding(.hours(50)))
        #expect(desk.alerts.map(\.threshold) == [50, 100])
        #expect(desk.cleared.map(\.alerts) == [["\(Self.id)/solve/1/50", "\(Self.id)/solve/1/100"]])
        #expect(desk.open.isEmpty)
        #expect(desk.due == nil)
    }

    @Test func aNewCycleEndsTheLastOnes() throws {
        let rule = ClockRule(
            name: "round", calendar: "china", startsOn: .dispatched, stopsOn: [.archived], restartsOn: [.transferred],
            allowance: Sourced(.elapsed(PolicyDuration(.hours(2))), source: "made up"), thresholds: Clocks.steps([(100, 1)]))
        var desk = try desk(Clocks.policy([rule]), until: "2026-09-20T13:00:00")
        let at = try Clocks.time("2026-09-20T14:00:00")
        try desk.runAndTake(Clocks.transferred(at, to: "billing"), at: at)
        try desk.run(until: at)
        #expect(desk.cleared.map(\.reason) == [.restarted])
        #expect(desk.open.isEmpty)
        try desk.run(until: at.adding(.hours(3)))
        #expect(desk.open == ["\(Self.id)/round/2/100"])
    }

    @Test func whatNoRuleAsksForAnyMoreIsCalledOff() throws {
        let before = try desk(Clocks.policy([Clocks.answer(), Clocks.solve(.workingDays(2))]), until: "2026-10-07T00:00:00")
        var after = ClockDesk(try Clocks.policy([Clocks.answer()]), file: before.file)
        try after.take(.wake, at: Clocks.time("2026-10-07T01:00:00"))
        #expect(after.cleared.map(\.clock) == ["solve"])
        #expect(after.cleared.map(\.reason) == [.dropped])
    }

    @Test func aMachinesClockThatIsSetBackCallsNothingOff() throws {
        var desk = try desk(until: "2026-10-06T00:30:00")
        try desk.take(.wake, at: Clocks.time("2026-10-05T22:00:00"))
        #expect(desk.cleared.isEmpty)
        #expect(desk.open.count == 2)
    }

    @Test func aSignThatIsGoneIsCalledOff() throws {
        let held = AbnormalSign(
            name: "held-long", lasts: AbnormalSign.Stretch(from: .held, until: [.resumed]),
            grades: Sourced([AbnormalGrade(after: PolicyDuration(.days(7)), level: 3, step: 0)], source: "made up"))
        let often = AbnormalSign(
            name: "often", counts: .transferred, grades: Sourced([AbnormalGrade(at: 1, level: 3, step: 0)], source: "made up"))
        var desk = try desk(Clocks.policy([Clocks.answer([(100, 1)])], abnormal: [held, often]), until: "2026-09-20T12:00:00")
        let start = try Clocks.time("2026-09-21T10:00:00")
        try desk.runAndTake(Clocks.held(start), at: start)
        try desk.runAndTake(Clocks.transferred(start, to: "billing"), at: start)
        let resumed = start.adding(.days(8))
        try desk.runAndTake(Clocks.resumed(resumed), at: resumed)
        try desk.run(until: resumed)
        #expect(desk.cleared.map(\.clock) == ["held-long"])
        #expect(desk.cleared.map(\.kind) == [.sign])
        #expect(desk.cleared.map(\.reason) == [.done])
        #expect(desk.cleared.first?.wasBreached == nil)
        #expect(desk.open == ["\(Self.id)/often/1/1"], "what happened too often stays so until the complaint is over")
        try desk.runAndTake(Clocks.archived(resumed), at: resumed)
        try desk.run(until: resumed)
        #expect(desk.open.isEmpty)
    }

    /// The last release kept the alerts that went out and nothing of their ends, and reads a threshold as a whole number.
    @Test func aFileOfTheLastReleaseIsCalledOffAndOneOfThisReleaseIsReadByTheLast() throws {
        let before = try desk(until: "2026-10-07T00:00:00")
        var file = try #require(before.file)
        file.workOrderFacts.append(ClockFact(.customerTold, at: try Clocks.time("2026-10-07T10:00:00")))
        var desk = ClockDesk(before.policy, file: file)
        try desk.take(.wake, at: Clocks.time("2026-10-08T00:00:00"))
        #expect(desk.cleared.count == 1)
        let lines = try #require(desk.file).fired.map(\.description)
        #expect(lines.last == "answer/1/-100 2026-10-07T16:00:00Z")
        for line in lines {
            #expect(FiredThreshold(line)?.description == line)
            #expect(Int(line.split(separator: " ")[0].split(separator: "/")[2]) != nil)
        }
    }
}
