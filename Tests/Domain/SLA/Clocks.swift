import Moments
import Testing

@testable import Domain

/// Rules and events for the tests of clocks. Figures of law carry their source; the others are made up.
enum Clocks {
    static let version: PolicyVersion = "2026.1"
    static let complaint: ComplaintNumber = "C20260930003000127"
    static let line = LineReference(token: "line-1", masked: "138****8000")

    static func time(_ text: String) throws -> Instant { try #require(Instant("\(text)+08:00")) }

    static func policy(
        _ clocks: [ClockRule], calendar: CalendarDefinition = Calendars.chinaDefinition(), abnormal: [AbnormalSign]? = nil,
        lateAfter: PolicyDuration? = nil
    ) throws -> PolicyVersions<ClockRules> {
        let effective = EffectivePeriod(from: try #require(CivilDate("2026-01-01")))
        let rules = try ClockRules(
            policy: ClockPolicy(
                version: version, effective: effective, lateAfter: lateAfter.map { Sourced($0, source: "made up") }, clocks: clocks),
            calendars: CalendarPolicy(version: version, effective: effective, calendars: [calendar]),
            abnormal: abnormal.map { AbnormalPolicy(version: version, effective: effective, signs: $0) })
        return PolicyVersions(version: version, current: rules)
    }

    /// Order 35 art. 8 with the provincial laws of Henan and Chongqing.
    static func answer(_ thresholds: [(Int, Int)] = [(80, 0), (100, 1), (150, 2)], rolls: Bool? = nil) -> ClockRule {
        ClockRule(
            name: "answer", calendar: "china", startsOn: .received, stopsOn: [.customerTold],
            allowance: Sourced(.calendarDays(15), source: "Order 35 art. 8"),
            rollsToWorkday: rolls.map { Sourced($0, source: "Civil Code art. 203") }, thresholds: steps(thresholds),
            overrides: [
                ClockOverride(
                    when: ClockCondition(provinces: ["CN-HA"]),
                    allowance: Sourced(.workingDays(5), source: "Henan Telecom Regulations art. 38")),
                ClockOverride(
                    when: ClockCondition(provinces: ["CN-CQ"]),
                    allowance: Sourced(.workingDays(15), source: "Chongqing Telecom Regulations art. 20")),
            ])
    }

    /// The unit's own limit: rests while the customer is asked, begins again when the answer is sent back.
    static func solve(_ allowance: Allowance, longestRest: PolicyDuration? = nil, dayEnd: DayEnd = .midnight) -> ClockRule {
        ClockRule(
            name: "solve", calendar: "china", startsOn: .dispatched, stopsOn: [.answered], restartsOn: [.answerReturned],
            restsOn: Sourced(["waiting-for-customer"], source: "S070"), longestRest: longestRest.map { Sourced($0, source: "made up") },
            allowance: Sourced(allowance, source: "made up"), dayEnd: Sourced(dayEnd, source: "Civil Code art. 203"),
            thresholds: steps([(50, 0), (100, 1), (200, 2)]))
    }

    static func steps(_ thresholds: [(Int, Int)]) -> Sourced<[ClockThreshold]> {
        Sourced(thresholds.map { ClockThreshold(at: $0.0, step: $0.1) }, source: "made up")
    }

    static func registered(
        _ at: Instant, received: Instant? = nil, province: Province = "CN-JS", nature: Nature = .ordinary, onSpot: Bool = false,
        version: PolicyVersion = Clocks.version, channel: Channel = "hotline", level: ChannelLevel = .provincial, flags: [Flag] = [],
        disputed: Money? = nil
    ) -> SLAInput {
        .complaint(
            .registered(
                ComplaintRegistered(
                    complaint: complaint, line: line, channel: channel, level: level, province: province, category: "billing",
                    nature: nature, flags: flags, language: .chinese, personal: .sample("sealed"), receivedAt: received ?? at,
                    registeredAt: at,
                    repeatOf: nil, disputedAmount: disputed, settledOnSpot: onSpot, policyVersion: version)))
    }

    static func informationRequired(_ at: Instant) -> SLAInput {
        .complaint(
            .informationRequired(
                ComplaintInformationRequired(
                    complaint: complaint, line: line, channel: "hotline", province: "CN-JS", language: .chinese,
                    personal: .sample("sealed"),
                    missing: ["data.contact"], askedAt: at)))
    }

    static func urged(_ at: Instant, count: Int) -> SLAInput {
        .complaint(.urged(ComplaintUrged(complaint: complaint, channel: "hotline", count: count, at: at)))
    }

    static func withdrawn(_ at: Instant) -> SLAInput { .complaint(.withdrawn(ComplaintWithdrawn(complaint: complaint, at: at))) }

    static func dispatched(_ at: Instant, to unit: Unit = "network") -> SLAInput {
        .workOrder(
            .dispatched(
                WorkOrderDispatched(
                    complaint: complaint, workOrder: "W1", unit: unit, firstContact: "hotline", priority: 3, line: line, channel: "hotline",
                    level: .provincial, province: "CN-JS", category: "billing", nature: .ordinary, at: at, policyVersion: version)))
    }

    static func transferred(_ at: Instant, to unit: Unit) -> SLAInput {
        .workOrder(
            .transferred(
                WorkOrderTransferred(complaint: complaint, workOrder: "W1", from: "network", to: unit, by: "A1", reason: "billing", at: at))
        )
    }

    static func held(_ at: Instant, _ reason: String = "waiting-for-customer") -> SLAInput {
        .workOrder(.held(WorkOrderHeld(complaint: complaint, workOrder: "W1", reason: reason, by: "A1", at: at)))
    }

    static func resumed(_ at: Instant) -> SLAInput {
        .workOrder(.resumed(WorkOrderResumed(complaint: complaint, workOrder: "W1", by: "A1", at: at)))
    }

    static func answered(_ at: Instant) -> SLAInput {
        .workOrder(.answered(WorkOrderAnswered(complaint: complaint, workOrder: "W1", answer: .sample("sealed"), by: "A1", at: at)))
    }

    static func answerReturned(_ at: Instant) -> SLAInput {
        .workOrder(.answerReturned(WorkOrderAnswerReturned(complaint: complaint, workOrder: "W1", reason: "wrong", by: "A2", at: at)))
    }

    static func answerApproved(_ at: Instant) -> SLAInput {
        .workOrder(.answerApproved(WorkOrderAnswerApproved(complaint: complaint, workOrder: "W1", by: "A2", at: at)))
    }

    static func customerTold(_ at: Instant) -> SLAInput {
        .workOrder(
            .customerTold(
                WorkOrderCustomerTold(complaint: complaint, workOrder: "W1", answer: .sample("sealed"), satisfied: true, by: "A1", at: at)))
    }

    static func archived(_ at: Instant) -> SLAInput {
        .workOrder(.archived(WorkOrderArchived(complaint: complaint, workOrder: "W1", line: line, outcome: .answered, at: at)))
    }
}
