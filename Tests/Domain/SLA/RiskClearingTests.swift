import Testing

@testable import Domain

/// A risk or a burst is called off once its time is over.
struct RiskClearingTests {
    @Test func aRiskOfADayPassesWithTheDay() throws {
        var scenario = RiskScenario(try Risks.rules())
        let start = try Clocks.time("2026-03-01T10:00:00")
        scenario.live((1...3).map { Risks.complaint($0, start) } + [Risks.complaint(4, start.adding(.hours(3)))])
        scenario.run(until: try Clocks.time("2026-03-01T23:59:59"))
        #expect(scenario.cleared.isEmpty)
        scenario.run(until: try Clocks.time("2026-03-02T00:00:00"))
        let event = try #require(scenario.cleared.first)
        #expect(event.alerts == ["risk/CN-JS/billing/same-day/2026-03-01", "risk/CN-JS/billing/same-day/2026-03-01/2"])
        #expect(event.count == 4)
        #expect(event.reason == .passed)
        #expect(event.clearedAt == (try Clocks.time("2026-03-02T00:00:00")))
        scenario.run(until: try Clocks.time("2026-06-01T00:00:00"))
        #expect(scenario.cleared.count == 1)
        #expect(scenario.dues.isEmpty)
    }

    @Test func whatCountsLateIsRaisedAndCalledOffByItself() throws {
        var scenario = RiskScenario(try Risks.rules())
        let start = try Clocks.time("2026-03-01T10:00:00")
        scenario.live((1...3).map { Risks.complaint($0, start) })
        let later = try Clocks.time("2026-03-05T10:00:00")
        scenario.run(until: later)
        scenario.read([Risks.complaint(4, start)], at: later)
        scenario.run(until: later.adding(.days(1)))
        #expect(scenario.alerts.map(\.update) == [1, 2])
        #expect(scenario.cleared.map(\.alerts.count) == [1, 1])
        #expect(Set(scenario.cleared.map(\.cleared)).count == 2)
        #expect(Set(scenario.cleared.flatMap(\.alerts)) == Set(scenario.alerts.map(\.alert)))
    }

    @Test func aBurstPassesWithItsStretch() throws {
        let burst = BurstRule(
            within: Sourced(PolicyDuration(.minutes(10)), source: "made up"), atLeast: Sourced(2, source: "made up"))
        var scenario = RiskScenario(try Risks.rules(bursts: burst))
        let now = try Clocks.time("2026-09-21T10:01:00")
        for number in 1...3 {
            let alert = Alert(
                alert: "C\(number)/answer/1/100", complaint: ComplaintNumber("C\(number)"), clock: "answer", cycle: 1, threshold: 100,
                dueAt: now, firedAt: now, unit: nil, province: "CN-JS", category: "billing", nature: .ordinary, step: 2,
                rule: "Order 35 art. 8")
            scenario.read(scenario.rules.sighting(of: ClockEvent.breached(alert)), at: now)
        }
        scenario.run(until: now.adding(.hours(1)))
        #expect(scenario.cleared.map(\.alerts) == [["burst/CN-JS/answer/100/2026-09-21T02:00:00Z"]])
        #expect(scenario.cleared.map(\.clearedAt) == [try Clocks.time("2026-09-21T10:10:00")])
    }

    @Test func aRiskWhoseRuleIsGoneIsCalledOff() throws {
        var scenario = RiskScenario(try Risks.rules())
        let start = try Clocks.time("2026-03-01T10:00:00")
        scenario.live((1...3).map { Risks.complaint($0, start) })
        let file = try #require(scenario.files["risk/CN-JS/billing"])
        let bare = try RiskRules(
            policy: RiskPolicy(
                version: "2", effective: EffectivePeriod(from: try #require(CivilDate("2026-01-01"))), timeZone: "+08:00",
                gatherFor: Sourced(PolicyDuration(.hours(1)), source: "made up"), listedMembers: Sourced(9, source: "made up"), risks: [],
                bursts: nil))
        let decision = RiskDecider.decide(
            .wake, given: file,
            in: DecisionContext(now: start.adding(.hours(1)), policy: bare, serial: Serial(lane: 0, number: 1)))
        let reasons = decision.events.compactMap { event in
            if case .cleared(let event) = event { event.reason } else { nil }
        }
        #expect(reasons == [.dropped])
    }
}
