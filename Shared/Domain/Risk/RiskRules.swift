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
        let rules = policy.risks.filter { $0.counts?.value.matches(subject) ?? true }.map(\.name)
        guard !rules.isEmpty else { return nil }
        return RiskSighting(
            risk: "risk/\(event.province)/\(event.category)", sighting: "\(event.complaint)/risk", complaint: event.complaint,
            province: event.province, subject: event.category.rawValue, rules: rules, at: subject.receivedAt)
    }

    /// What an alert counts for, where bursts are grouped.
    public func sighting(of event: ClockEvent) -> RiskSighting? {
        guard policy.bursts != nil else { return nil }
        let (subject, province, at) =
            switch event {
            case .warned(let alert), .breached(let alert): ("\(alert.clock)/\(alert.threshold)", alert.province, alert.firedAt)
            case .abnormal(let alert): ("\(alert.sign)/\(alert.level)", alert.province, alert.firedAt)
            }
        return RiskSighting(
            risk: "burst/\(province)/\(subject)", sighting: "\(event.identity)/burst", complaint: event.complaint, province: province,
            subject: subject, rules: [BurstRule.name], at: at)
    }
}

extension RiskRules: Equatable {
    public static func == (left: RiskRules, right: RiskRules) -> Bool { left.policy == right.policy }
}
