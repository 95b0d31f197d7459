/// How a work order lives (`work-order.yaml`).
public struct WorkOrderPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// Why a work order may be on hold (S070, S087).
    public let holdReasons: [HoldReason]
    /// The steps an alert can raise a work order to, step 1 first; an alert beyond the last step goes to the last (S056, S139).
    public let ladder: [LadderStep]
    /// How many commands may wait for a complaint that is not registered yet; from 0.
    public let waitingCommandLimit: Sourced<Int>
    /// How long they may wait before they are refused.
    public let unknownComplaintTimeout: Sourced<PolicyDuration>
    /// When a work order whose customer was told, and did not object, archives itself; never where not given.
    public let archiveAfterCustomerTold: Sourced<PolicyDuration>?
    /// What becomes of `archive` while a claim is unsettled (S090, S198).
    public let archiveWhileClaimOpen: Sourced<OpenClaimRule>
    /// The findings of liability after which a claim is expected, so that archiving respects it before it is heard of.
    public let claimExpectedFor: Sourced<[Liability]>
    /// How long after such a finding the claim is expected.
    public let claimExpectedWithin: Sourced<PolicyDuration>
    /// Who supervises from the start; the first that holds decides (S143, S182).
    public let supervision: [SupervisionRule]
    /// How urging raises the priority, the fewest urges first (S067).
    public let urgency: [UrgencyRule]
    public let review: ReviewRule
    /// What may follow a malicious or false complaint (S088).
    public let maliciousMeasures: [MaliciousMeasure]
    /// What a finding costs a partner (S169).
    public let partnerPenalties: [PartnerPenalty]
    /// How many complaints may go with one; from 1.
    public let mergerLimit: Sourced<Int>

    /// What becomes of `archive` while a claim is unsettled.
    public enum OpenClaimRule: String, Codable, Sendable, CaseIterable {
        /// It is done as soon as the claim is settled, declined or denied.
        case wait
        case reject
    }

    /// What the types cannot say: steps out of order, reasons given twice, figures out of range.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        var reasons: Set<String> = []
        for (index, reason) in holdReasons.enumerated() where !reasons.insert(reason.code).inserted {
            faults.append(Fault(field: "holdReasons[\(index)].code", problem: "is given twice", expected: "each reason once"))
        }
        if ladder.isEmpty {
            faults.append(Fault(field: "ladder", problem: "is empty", expected: "one step or more"))
        }
        for (index, step) in ladder.enumerated() {
            if step.step != index + 1 {
                faults.append(Fault(field: "ladder[\(index)].step", problem: "is out of order", expected: "\(index + 1)"))
            }
            if !RoutingPolicy.priorityRange.contains(step.priority.value) {
                faults.append(
                    Fault(field: "ladder[\(index)].priority.value", problem: "is out of range", expected: "1 (most urgent) to 4"))
            }
        }
        if waitingCommandLimit.value < 0 {
            faults.append(Fault(field: "waitingCommandLimit.value", problem: "is below 0", expected: "0 or more"))
        }
        return faults + attentionFaults() + review.faults()
    }

    private func attentionFaults() -> [Fault] {
        var faults: [Fault] = []
        for (index, rule) in urgency.enumerated() {
            if !RoutingPolicy.priorityRange.contains(rule.priority.value) {
                faults.append(
                    Fault(field: "urgency[\(index)].priority.value", problem: "is out of range", expected: "1 (most urgent) to 4"))
            }
            if rule.urges.value < 1 {
                faults.append(Fault(field: "urgency[\(index)].urges.value", problem: "is below 1", expected: "1 or more"))
            }
        }
        var measures: Set<String> = []
        for (index, measure) in maliciousMeasures.enumerated() where !measures.insert(measure.code).inserted {
            faults.append(Fault(field: "maliciousMeasures[\(index)].code", problem: "is given twice", expected: "each measure once"))
        }
        if mergerLimit.value < 1 {
            faults.append(Fault(field: "mergerLimit.value", problem: "is below 1", expected: "1 or more"))
        }
        return faults
    }

    /// The priority that so many urges call for; `nil` for none.
    func priority(afterUrges count: Int) -> Int? {
        urgency.filter { $0.urges.value <= count }.map(\.priority.value).min()
    }

    /// The measures that may follow such a finding.
    func measures(for kind: MaliciousKind) -> [String] { maliciousMeasures.filter { $0.kinds.contains(kind) }.map(\.code) }

    func penalty(for liability: Liability) -> String? { partnerPenalties.first { $0.liability == liability }?.grade.value }

    func holdReason(_ code: String) -> HoldReason? { holdReasons.first { $0.code == code } }

    /// The ladder's step for an alert's; `nil` for a mere warning (step 0).
    func ladderStep(for step: Int) -> LadderStep? {
        step < 1 ? nil : ladder.dropFirst(min(step, ladder.count) - 1).first
    }
}

/// One reason why work may rest.
public struct HoldReason: Decodable, Equatable, Sendable {
    /// As the command names it, such as `waiting-for-customer`.
    public let code: String
    /// Whether what the customer adds ends the rest.
    public let endedBySupplement: Bool
    /// Whether the number of what shows the reason has to be given, so that no pause is made up (S072).
    public internal(set) var needsEvidence: Bool? = nil
    /// How long the work order is on hold at most; it goes on by itself then.
    public internal(set) var longest: Sourced<PolicyDuration>? = nil
    public let source: String
}

/// One step of the ladder of escalation.
public struct LadderStep: Decodable, Equatable, Sendable {
    /// From 1.
    public let step: Int
    /// The unit that is notified and supervises from then on.
    public let unit: Sourced<Unit>
    /// The priority the work order has at least: 1 is the most urgent, 4 the least.
    public let priority: Sourced<Int>
}

/// Who supervises a work order without an alert (S114, S143, S182).
public struct SupervisionRule: Decodable, Equatable, Sendable {
    public let name: String
    public let when: RoutingCondition
    public let unit: Sourced<Unit>
}

/// How the customer's urging raises the priority (S067).
public struct UrgencyRule: Decodable, Equatable, Sendable {
    /// From this urge on; from 1.
    public let urges: Sourced<Int>
    /// The priority the work order has at least: 1 is the most urgent, 4 the least.
    public let priority: Sourced<Int>
}

/// How a review is done (S075).
public struct ReviewRule: Decodable, Equatable, Sendable {
    /// The unit that reviews; the responsible unit itself where not given.
    public let unit: Sourced<Unit>?
    /// Whether the answer under review may not be answered again by who gave it.
    public let byAnotherPerson: Sourced<Bool>
    /// What a customer who is not content is told of (S040).
    public let remedies: Sourced<[Remedy]>
    /// Up to which score, from 1 to 5, a customer is not content; no score says so where not given.
    public internal(set) var discontentUpTo: Sourced<Int>? = nil
    /// How long after archiving a review may still be asked for; not at all where not given.
    public internal(set) var afterArchive: Sourced<PolicyDuration>? = nil
    /// How often one complaint is reviewed at most; from 1. Who is still not content then is told how to appeal. No limit where not given.
    public internal(set) var limit: Sourced<Int>? = nil

    /// Whether the customer is not content, by what they have said.
    func isDiscontent(_ satisfaction: Int?, _ resolved: Bool?, _ wantsReview: Bool?) -> Bool {
        if resolved == false || wantsReview == true { return true }
        guard let satisfaction, let bound = discontentUpTo?.value else { return false }
        return satisfaction <= bound
    }

    /// What is open to a customer who is not content after so many reviews.
    func remedies(after reviews: Int) -> [Remedy] {
        guard let limit = limit?.value, reviews >= limit else { return remedies.value }
        return remedies.value.filter { $0 != .review }
    }

    func faults() -> [Fault] {
        var faults: [Fault] = []
        if let bound = discontentUpTo?.value, !(1...5).contains(bound) {
            faults.append(Fault(field: "review.discontentUpTo.value", problem: "is out of range", expected: "1 to 5"))
        }
        if let limit = limit?.value, limit < 1 {
            faults.append(Fault(field: "review.limit.value", problem: "is below 1", expected: "1 or more"))
        }
        return faults
    }
}

/// What may follow when a complaint is found malicious or false (S088).
public struct MaliciousMeasure: Decodable, Equatable, Sendable {
    public let code: String
    public let name: String
    /// For which findings.
    public let kinds: [MaliciousKind]
    public let source: String
}

/// What a finding of liability costs the partner whose service it is (S169).
public struct PartnerPenalty: Decodable, Equatable, Sendable {
    public let liability: Liability
    /// The grade, such as `warning`.
    public let grade: Sourced<String>
}

/// What is open to a customer who is not content with the answer (S040, S075).
public enum Remedy: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 复核: the operator looks again.
    case review
    /// 申诉: a regulator or association is asked.
    case appeal
}
