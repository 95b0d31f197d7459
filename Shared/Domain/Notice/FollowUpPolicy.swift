/// When and how often a customer is asked afterwards whether it is really settled (S109, S199).
public struct FollowUpPolicy: Decodable, Hashable, Sendable {
    /// How long after the customer was told.
    public let after: Sourced<PolicyDuration>
    /// How often a person is asked to call; from 1. Then the customer is asked in writing, and it ends.
    public let attempts: Sourced<Int>
    /// How long after an attempt that reached nobody, or that nobody recorded, the next one follows.
    public let every: Sourced<PolicyDuration>

    func faults() -> [Fault] {
        var faults: [Fault] = []
        if attempts.value < 1 {
            faults.append(Fault(field: "followUp.attempts.value", problem: "is below 1", expected: "1 or more"))
        }
        if every.value.duration <= .zero {
            faults.append(Fault(field: "followUp.every.value", problem: "leaves no time", expected: "more than 0s"))
        }
        return faults
    }
}
