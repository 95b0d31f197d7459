/// How a work order lives (`work-order.yaml`).
public struct WorkOrderPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// Why work may rest (S070, S087).
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
    /// The findings of liability upon which a claim is expected, so that archiving heeds it before it is heard of.
    public let claimExpectedFor: Sourced<[Liability]>
    /// How long after such a finding the claim is expected.
    public let claimExpectedWithin: Sourced<PolicyDuration>

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
        return faults
    }

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
    public let source: String
}

/// One step of the ladder of escalation.
public struct LadderStep: Decodable, Equatable, Sendable {
    /// From 1.
    public let step: Int
    /// The unit that is told and supervises from then on.
    public let unit: Sourced<Unit>
    /// The priority the work order has at least: 1 is the most urgent, 4 the least.
    public let priority: Sourced<Int>
}
