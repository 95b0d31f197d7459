import Moments
import Testing

@testable import Domain

/// Rules and complaints for the tests of risks.
enum Risks {
    static let escalated = ClockCondition(levels: [.groupLevel, .appeal], flags: [.escalated, .skipLevel])

    static func rules(
        month: RiskRule.Window = .rollingMonth, monthCounts: ClockCondition? = escalated, bursts: BurstRule? = nil, listed: Int = 100,
        monthFigure: Int = 20
    ) throws -> RiskRules {
        try RiskRules(
            policy: RiskPolicy(
                version: Clocks.version, effective: EffectivePeriod(from: try #require(CivilDate("2026-01-01"))), timeZone: "+08:00",
                gatherFor: Sourced(PolicyDuration(.hours(1)), source: "made up"), listedMembers: Sourced(listed, source: "made up"),
                risks: [
                    RiskRule(
                        name: "same-day", counts: Sourced(escalated, source: "S132"), within: Sourced(.day, source: "S132"),
                        atLeast: Sourced(3, source: "S132"), level: Sourced(2, source: "made up"),
                        to: Sourced(["group-customer-service"], source: "S139")),
                    RiskRule(
                        name: "same-month", counts: monthCounts.map { Sourced($0, source: "S133") }, within: Sourced(month, source: "S133"),
                        atLeast: Sourced(monthFigure, source: "S133"), level: Sourced(1, source: "made up")),
                ], bursts: bursts))
    }

    static func complaint(
        _ number: Int, _ received: Instant, province: Province = "CN-JS", category: Category = "billing",
        level: ChannelLevel = .groupLevel, flags: [Flag] = [.escalated]
    ) -> ComplaintRegistered {
        ComplaintRegistered(
            complaint: ComplaintNumber("C\(number)"), line: Clocks.line, channel: "hotline", level: level, province: province,
            category: category, nature: .ordinary, flags: flags, language: .chinese, personal: .sample("sealed"), receivedAt: received,
            registeredAt: received.adding(.minutes(1)), repeatOf: nil, disputedAmount: nil, settledOnSpot: false,
            policyVersion: Clocks.version)
    }
}

/// The risk lanes in small: one file a key, a clock that only moves forward, wakes at the very instants asked for.
struct RiskScenario {
    let rules: RiskRules
    private(set) var files: [String: RiskState] = [:]
    private(set) var dues: [String: Instant] = [:]
    private(set) var events: [RiskEvent] = []
    private var now = Instant(milliseconds: .min)

    init(_ rules: RiskRules) {
        self.rules = rules
    }

    private mutating func decide(_ input: RiskDecider.Input, _ key: String, at now: Instant) {
        self.now = max(self.now, now)
        let context = DecisionContext(now: self.now, policy: rules, serial: Serial(lane: 0, number: 1))
        let decision = RiskDecider.decide(input, given: files[key], in: context)
        files[key] = decision.state
        dues[key] = decision.due
        events += decision.events
    }

    /// Counts complaints that are read together at a time, and nothing else.
    mutating func read(_ complaints: [ComplaintRegistered], at now: Instant) {
        for complaint in complaints { read(rules.sighting(of: complaint), at: now) }
    }

    mutating func read(_ sighting: RiskSighting?, at now: Instant) {
        if let sighting { decide(.seen(sighting), sighting.risk, at: now) }
    }

    mutating func run(until end: Instant) {
        while let next = dues.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }), next.value <= end {
            decide(.wake, next.key, at: next.value)
        }
    }

    /// Reads complaints one by one, each when it comes, and lets time pass between them.
    mutating func live(_ complaints: [ComplaintRegistered]) {
        for complaint in complaints {
            run(until: complaint.registeredAt)
            read([complaint], at: complaint.registeredAt)
            run(until: complaint.registeredAt)
        }
    }

    var alerts: [RiskAlert] {
        events.compactMap { event in
            if case .risk(let alert) = event { alert } else { nil }
        }
    }

    var cleared: [RiskCleared] {
        events.compactMap { event in
            if case .cleared(let event) = event { event } else { nil }
        }
    }

    var bursts: [BurstAlert] {
        events.compactMap { event in
            if case .burst(let alert) = event { alert } else { nil }
        }
    }
}
