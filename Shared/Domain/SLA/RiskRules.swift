/// The risks of a policy, made ready: its zone read, and what each complaint or alert counts for.
public struct RiskRules: Sendable {
    public let policy: RiskPolicy
    let zone: CivilZone

    /// Throws `Faults` with all that is wrong.
    public init(policy: RiskPolicy) throws(Faults) {
        let faults = policy.faults()
        guard faults.isEmpty, let zone = CivilZone(name: policy.timeZone, years: 2000...2100) else { throw Faults(faults) }
        self.policy = policy
        self.zone = zone
    }

    /// What a new complaint counts for; `nil` for nothing. It counts on the day the customer complained.
    public func sighting(of event: ComplaintRegistered) -> RiskSighting? {
        let subject = ClockSubject(event)
        return sighting(of: event.complaint, subject, by: rules(for: subject), identity: "\(event.complaint)/risk", at: subject.receivedAt)
    }

    /// What a complaint counts for in addition, once more is known of it: that it came up to the group, that the media have shown it. It counts
    /// on the day that became known; `nil` for nothing new.
    public func sighting(of event: ComplaintEvent, given file: ClockState?) -> RiskSighting? {
        guard let before = file?.subject else { return nil }
        var after = before
        let at: Instant
        switch event {
        case .flagged(let event):
            after = before.flagged(event.flags)
            at = event.at
        case .exposed(let event):
            if event.major { after.nature = .major }
            at = event.at
        case .registered, .informationRequired, .supplemented, .urged, .withdrawn, .feedbackGiven, .contested, .rejected: return nil
        }
        let known = rules(for: before)
        let new = rules(for: after).filter { !known.contains($0) }
        guard let complaint = file?.complaint else { return nil }
        return sighting(of: complaint, after, by: new, identity: "\(complaint)/risk/\(new.joined(separator: "+"))", at: at)
    }

    private func rules(for subject: ClockSubject) -> [String] {
        policy.risks.filter { $0.counts?.value.matches(subject) ?? true }.map(\.name)
    }

    private func sighting(
        of complaint: ComplaintNumber, _ subject: ClockSubject, by rules: [String], identity: String, at: Instant
    ) -> RiskSighting? {
        guard !rules.isEmpty else { return nil }
        return RiskSighting(
            risk: "risk/\(subject.province)/\(subject.category)", sighting: identity, complaint: complaint, province: subject.province,
            subject: subject.category.rawValue, rules: rules, at: at)
    }

    /// What an alert counts for, where bursts are grouped; what calls alerts off counts for nothing.
    public func sighting(of event: ClockEvent) -> RiskSighting? {
        guard policy.bursts != nil else { return nil }
        let (subject, province, at): (String, Province, Instant)
        switch event {
        case .warned(let alert), .breached(let alert):
            (subject, province, at) = ("\(alert.clock)/\(alert.threshold)", alert.province, alert.firedAt)
        case .abnormal(let alert): (subject, province, at) = ("\(alert.sign)/\(alert.level)", alert.province, alert.firedAt)
        case .cleared: return nil
        }
        return RiskSighting(
            risk: "burst/\(province)/\(subject)", sighting: "\(event.identity)/burst", complaint: event.complaint, province: province,
            subject: subject, rules: [BurstRule.name], at: at)
    }
}

extension RiskRules: Equatable {
    public static func == (left: RiskRules, right: RiskRules) -> Bool { left.policy == right.policy }
}
