import Testing

@testable import Domain

struct RiskDeciderTests {
    private func members(_ numbers: ClosedRange<Int>) -> [ComplaintNumber] { numbers.map { ComplaintNumber("C\($0)") } }

    @Test func theThirdEscalatedComplaintOfAProvinceAClassAndADayIsARisk() throws {
        var scenario = RiskScenario(try Risks.rules())
        scenario.live([
            Risks.complaint(1, try Clocks.time("2026-09-21T00:00:00")),
            Risks.complaint(2, try Clocks.time("2026-09-21T12:00:00"), level: .appeal, flags: [.skipLevel]),
        ])
        #expect(scenario.alerts.isEmpty, "S132: two are no group complaint")
        scenario.live([Risks.complaint(3, try Clocks.time("2026-09-21T23:58:00"))])
        #expect(
            scenario.alerts.map(\.alert) == ["risk/CN-JS/billing/same-day/2026-09-21"],
            "S132: the third of the same day, province and class")
        let alert = try #require(scenario.alerts.first)
        #expect(alert.members == members(1...3), "S154: the warning names its complaints")
        #expect(alert.count == 3)
        #expect(alert.source == "S132")
        #expect(alert.to == ["group-customer-service"], "S188: and those who are told")
        #expect(alert.level == 2, "S203: 13.2, a major risk is warned of by its level")
    }

    @Test(arguments: [
        ("the day before by Shanghai's date", "2026-09-20T23:59:59", "CN-JS", "billing", ChannelLevel.groupLevel, [Flag.escalated]),
        ("another province", "2026-09-21T10:00:00", "CN-ZJ", "billing", .groupLevel, [.escalated]),
        ("another class", "2026-09-21T10:00:00", "CN-JS", "network", .groupLevel, [.escalated]),
        ("a provincial complaint", "2026-09-21T10:00:00", "CN-JS", "billing", .provincial, []),
    ])
    func whatIsNotTheSameDoesNotCount(
        _ what: String, received: String, province: String, category: String, level: ChannelLevel, flags: [Flag]
    ) throws {
        var scenario = RiskScenario(try Risks.rules())
        let odd = Risks.complaint(
            3, try Clocks.time(received), province: Province(province), category: Category(category), level: level, flags: flags)
        let now = try Clocks.time("2026-09-22T09:00:00")
        scenario.read([odd], at: now)
        scenario.read(try ["2026-09-21T09:00:00", "2026-09-21T10:00:00"].map { Risks.complaint(1, try Clocks.time($0)) }, at: now)
        scenario.run(until: now.adding(.days(1)))
        #expect(scenario.alerts.isEmpty, "S132: \(what) is not the same day, province and class, come up to the group")
    }

    @Test func complaintsReadTogetherAreOneAlertWithAllOfThem() throws {
        var scenario = RiskScenario(try Risks.rules())
        let day = try Clocks.time("2026-09-21T10:00:00")
        scenario.read((1...12).map { Risks.complaint($0, day) }, at: day.adding(.hours(1)))
        scenario.run(until: day.adding(.hours(1)))
        #expect(scenario.alerts.map(\.members) == [members(1...12)], "S205: one warning, not ten")
    }

    @Test func laterMembersAreGatheredAndAddedOnceAnHour() throws {
        var scenario = RiskScenario(try Risks.rules())
        let start = try Clocks.time("2026-09-21T10:00:00")
        scenario.live((1...3).map { Risks.complaint($0, start) })
        scenario.live((4...40).map { Risks.complaint($0, start.adding(.minutes($0))) })
        scenario.run(until: start.adding(.days(1)))
        let day = scenario.alerts.filter { $0.rule == "same-day" }
        #expect(day.map(\.update) == [1, 2])
        #expect(day.map(\.alert) == ["risk/CN-JS/billing/same-day/2026-09-21", "risk/CN-JS/billing/same-day/2026-09-21/2"])
        #expect(day.flatMap(\.members) == members(1...40), "S154: each member is told once, however many come")
        #expect(day.map(\.count) == [3, 40])
        #expect(Set(scenario.events.map(\.identity)).count == scenario.events.count)
    }

    @Test func eachDayIsARiskOfItsOwn() throws {
        var scenario = RiskScenario(try Risks.rules())
        for (index, day) in ["2026-09-21", "2026-09-22"].enumerated() {
            scenario.live((1...3).map { Risks.complaint(index * 10 + $0, Instant("\(day)T10:00:00+08:00") ?? Instant(seconds: 0)) })
        }
        #expect(scenario.alerts.map(\.period) == ["2026-09-21", "2026-09-22"])
    }

    @Test func theTwentiethOfAMonthIsARiskAndTheNineteenthIsNot() throws {
        var scenario = RiskScenario(try Risks.rules(monthCounts: nil))
        let start = try Clocks.time("2026-09-01T10:00:00")
        let all = (1...20).map { Risks.complaint($0, start.adding(.days($0)), level: .provincial, flags: []) }
        scenario.live(Array(all.prefix(19)))
        #expect(scenario.alerts.isEmpty, "S133: nineteen in a month are none")
        scenario.live([all[19]])
        #expect(scenario.alerts.map(\.rule) == ["same-month"], "S133: twenty of one province and class within a month")
        #expect(scenario.alerts.first?.members == members(1...20))
        #expect(scenario.alerts.first?.period == "2026-09-21")
    }

    @Test func whichComplaintsTheTwentyCountIsThePolicysToSay() throws {
        let start = try Clocks.time("2026-09-01T10:00:00")
        let provincial = (1...25).map { Risks.complaint($0, start.adding(.minutes($0)), level: .provincial, flags: []) }
        for (counts, alerts) in [(nil, 2), (Risks.escalated, 0)] as [(ClockCondition?, Int)] {
            var scenario = RiskScenario(try Risks.rules(monthCounts: counts))
            scenario.live(provincial)
            scenario.run(until: start.adding(.days(3)))
            #expect(scenario.alerts.count == alerts, "S133: all complaints, or only those that came up")
        }
    }

    @Test(arguments: [(RiskRule.Window.rollingMonth, 1), (.calendarMonth, 0)])
    func aMonthRollsOrIsTheCalendars(window: RiskRule.Window, alerts: Int) throws {
        var scenario = RiskScenario(try Risks.rules(month: window, monthFigure: 4))
        let days = ["2026-09-20", "2026-09-30", "2026-10-01", "2026-10-19"]
        scenario.live(try days.enumerated().map { Risks.complaint($0.offset, try Clocks.time("\($0.element)T10:00:00")) })
        #expect(scenario.alerts.count == alerts, "S133: from 20 September to 19 October is a month back, and two of the calendar's")
    }

    @Test func aMonthBackEndsTheDayAfterTheCorrespondingOne() throws {
        var scenario = RiskScenario(try Risks.rules(monthFigure: 2))
        scenario.live([
            Risks.complaint(1, try Clocks.time("2026-09-20T10:00:00")), Risks.complaint(2, try Clocks.time("2026-10-20T10:00:00")),
        ])
        #expect(scenario.alerts.isEmpty)
        scenario.live([Risks.complaint(3, try Clocks.time("2026-10-20T11:00:00"))])
        #expect(scenario.alerts.map(\.members) == [members(2...3)])
    }

    @Test func aRollingMonthIsToldOnceUntilItIsOver() throws {
        var scenario = RiskScenario(try Risks.rules(monthFigure: 2))
        let start = try Clocks.time("2026-09-01T10:00:00")
        scenario.live((0..<40).map { Risks.complaint($0, start.adding(.days($0))) })
        scenario.run(until: start.adding(.days(41)))
        let first = scenario.alerts.filter { $0.update == 1 }
        #expect(first.map(\.period) == ["2026-09-02", "2026-10-02"], "S133: once a month, later members are added to it")
        #expect(scenario.alerts.filter { $0.period == "2026-09-02" }.last?.count == 31)
    }

    @Test func aListIsBoundedAndTheCountIsWhole() throws {
        var scenario = RiskScenario(try Risks.rules(listed: 5))
        let day = try Clocks.time("2026-09-21T10:00:00")
        scenario.read((1...300).map { Risks.complaint($0, day) }, at: day)
        scenario.run(until: day)
        let alert = try #require(scenario.alerts.first { $0.rule == "same-day" })
        #expect(alert.members.count == 5)
        #expect(alert.count == 300)
        let file = try #require(scenario.files["risk/CN-JS/billing"])
        #expect(file.tallies.allSatisfy { $0.members.count <= 5 })
    }

    @Test func whatIsLongOverIsForgotten() throws {
        var scenario = RiskScenario(try Risks.rules())
        let start = try Clocks.time("2026-03-01T10:00:00")
        scenario.live((1...3).map { Risks.complaint($0, start) })
        scenario.live((4...6).map { Risks.complaint($0, start.adding(.days(90))) })
        let file = try #require(scenario.files["risk/CN-JS/billing"])
        #expect(Set(file.tallies.map(\.slot)).count == 1)
        #expect(file.raised.map(\.period) == ["2026-05-30"])
    }

    @Test func aBurstOfAlertsIsOneAlertWithItsMembers() throws {
        let burst = BurstRule(
            within: Sourced(PolicyDuration(.minutes(10)), source: "made up"), atLeast: Sourced(20, source: "made up"))
        var scenario = RiskScenario(try Risks.rules(bursts: burst))
        let now = try Clocks.time("2026-09-21T10:01:00")
        for number in 1...200 {
            let alert = Alert(
                alert: "C\(number)/answer/1/100", complaint: ComplaintNumber("C\(number)"), clock: "answer", cycle: 1, threshold: 100,
                dueAt: now, firedAt: now, unit: nil, province: "CN-JS", category: "billing", nature: .ordinary, step: 2,
                rule: "Order 35 art. 8")
            scenario.read(scenario.rules.sighting(of: ClockEvent.breached(alert)), at: now)
            if number == 19 {
                scenario.run(until: now)
                #expect(scenario.bursts.isEmpty)
            }
        }
        scenario.run(until: now.adding(.hours(2)))
        #expect(scenario.bursts.map(\.alert) == ["burst/CN-JS/answer/100/2026-09-21T02:00:00Z"], "S139: two hundred alerts told as one")
        #expect(scenario.bursts.first?.count == 200)
        #expect(scenario.bursts.first?.members.count == 100)
    }

    @Test func nothingIsGroupedWhereThePolicyDoesNotAskForIt() throws {
        let rules = try Risks.rules()
        let now = try Clocks.time("2026-09-21T10:01:00")
        let alert = Alert(
            alert: "C1/answer/1/100", complaint: "C1", clock: "answer", cycle: 1, threshold: 100, dueAt: now, firedAt: now, unit: nil,
            province: "CN-JS", category: "billing", nature: .ordinary, step: 2, rule: "Order 35 art. 8")
        #expect(rules.sighting(of: ClockEvent.breached(alert)) == nil)
    }

    @Test func whatTheTypesCannotSayIsAFault() throws {
        let policy = RiskPolicy(
            version: "1", effective: EffectivePeriod(from: try #require(CivilDate("2026-01-01"))), timeZone: "nowhere",
            gatherFor: Sourced(PolicyDuration(.zero), source: ""), listedMembers: Sourced(0, source: ""),
            risks: [
                RiskRule(
                    name: "burst", counts: Sourced(ClockCondition(), source: ""), within: Sourced(.day, source: ""),
                    atLeast: Sourced(0, source: ""), level: Sourced(5, source: ""), to: Sourced([], source: ""))
            ],
            bursts: BurstRule(within: Sourced(PolicyDuration(.seconds(1)), source: ""), atLeast: Sourced(1, source: "")))
        #expect(
            Set(policy.faults().map(\.field)) == [
                "timeZone", "gatherFor.value", "listedMembers.value", "risks[0].name", "risks[0].counts.value", "risks[0].atLeast.value",
                "risks[0].level.value", "risks[0].to.value", "bursts.atLeast.value", "bursts.within.value",
            ])
    }
}
