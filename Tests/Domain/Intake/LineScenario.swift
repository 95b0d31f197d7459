import Moments

@testable import Domain

/// One line's lane: 王芳 of Nanjing, 138****8000, on 30 September 2026.
struct LineScenario {
    var intake: Scenario<IntakeDecider>
    private var eventNumber = 0
    private var archived: [ComplaintNumber: Instant] = [:]
    private var paid: [ComplaintNumber: [PaidClaim]] = [:]

    static let line = LineReference(token: "line-8000", masked: "138****8000")
    static let morning = at("2026-09-30T09:00:00+08:00")
    static let all: Set<String> = ["customer", "contact", "description"]

    init(_ policy: IntakePolicy = .fixture(), at now: Instant = morning) {
        self.init(rules: IntakeRules(intake: policy, channels: .fixture, appeals: .fixture), at: now)
    }

    init(rules: IntakeRules, at now: Instant = morning) {
        intake = Scenario(IntakeDecider.self, policy: rules, at: now)
    }

    var file: [FiledComplaint] { intake.state?.complaints ?? [] }

    /// What the work orders' topic says from now on.
    mutating func given(_ number: ComplaintNumber, archivedAt time: Instant, paid claims: [PaidClaim]? = nil) {
        archived[number] = time
        paid[number] = claims
    }

    mutating func when(_ content: IntakeInput.Content, at time: Instant? = nil) throws(Fault) -> [ComplaintEvent] {
        eventNumber += 1
        return try intake.when(
            IntakeInput(
                content: content, line: Self.line, eventType: "redress.intake.submitted.v1", eventSource: "/gateway/hotline-10000",
                eventID: "in-\(eventNumber)", archived: archived, paid: paid), at: time)
    }

    mutating func submits(
        _ channel: Channel = "hotline", _ category: Domain.Category? = "billing", given: Set<String> = all, receivedAt: Instant? = nil,
        province: Province = "CN-JS", flags: [Flag] = [], settledOnSpot: Bool = false,
        details: SubmissionDetails? = nil, at time: Instant? = nil
    ) throws(Fault) -> [ComplaintEvent] {
        let now = time ?? intake.now
        return try when(
            .submission(
                Self.submission(
                    channel, category, given: given, receivedAt: receivedAt ?? now, province: province, flags: flags,
                    settledOnSpot: settledOnSpot, details: details)),
            at: now)
    }

    mutating func supplements(
        _ number: ComplaintNumber? = nil, _ category: Domain.Category? = nil, given: Set<String>, personal: SealedText = .sample("later"),
        details: SubmissionDetails? = nil
    ) throws(Fault) -> [ComplaintEvent] {
        try when(
            .supplement(
                complaint: number,
                Self.submission("wechat", category, given: given, receivedAt: intake.now, personal: personal, details: details)))
    }

    mutating func exposes(_ exposure: Exposure, at time: Instant? = nil) throws(Fault) -> [ComplaintEvent] {
        try when(.exposure(complaint: nil, channel: "new-media-service", exposure), at: time)
    }

    static func submission(
        _ channel: Channel = "hotline", _ category: Domain.Category? = "billing", given: Set<String> = all, receivedAt: Instant = morning,
        province: Province = "CN-JS", flags: [Flag] = [], settledOnSpot: Bool = false, personal: SealedText = .sample("sealed"),
        details: SubmissionDetails? = nil
    ) -> Submission {
        Submission(
            line: line, channel: channel, province: province, category: category, language: nil, personal: personal, given: given,
            receivedAt: receivedAt, flags: flags, disputedAmount: nil, settledOnSpot: settledOnSpot, details: details)
    }
}

extension [ComplaintEvent] {
    /// The one registration; a report upward may follow it.
    var registered: ComplaintRegistered? {
        let others = filter { if case .flagged = $0 { false } else { true } }
        guard others.count == 1, case .registered(let event) = others[0] else { return nil }
        return event
    }

    var informationRequired: ComplaintInformationRequired? {
        guard count == 1, case .informationRequired(let event) = self[0] else { return nil }
        return event
    }

    var supplemented: ComplaintSupplemented? {
        guard count == 1, case .supplemented(let event) = self[0] else { return nil }
        return event
    }

    /// The one urge; a report upward may follow it.
    var urged: ComplaintUrged? {
        let others = filter { if case .flagged = $0 { false } else { true } }
        guard others.count == 1, case .urged(let event) = others[0] else { return nil }
        return event
    }

    var withdrawn: ComplaintWithdrawn? {
        guard count == 1, case .withdrawn(let event) = self[0] else { return nil }
        return event
    }

    var exposed: ComplaintExposed? {
        guard count == 1, case .exposed(let event) = self[0] else { return nil }
        return event
    }

    var flagged: ComplaintFlagged? {
        guard count == 1, case .flagged(let event) = self[0] else { return nil }
        return event
    }

    var fault: Fault? {
        guard count == 1, case .rejected(let event) = self[0] else { return nil }
        return event.fault
    }
}
