/// How billing is asked to pay.
public struct SettlementPolicy: Decodable, Hashable, Sendable {
    /// How often it is tried by itself; from 1.
    public let attempts: Sourced<Int>
    /// How long to wait after the first failed attempt, the second …; the last holds for all later ones.
    public let backoff: Sourced<[PolicyDuration]>
    /// How long billing has to answer.
    public let answerTimeout: Sourced<PolicyDuration>

    /// How long to wait after an attempt, counted from 1.
    func wait(after attempt: Int) -> Duration {
        backoff.value.dropFirst(attempt - 1).first?.duration ?? backoff.value.last?.duration ?? .zero
    }

    /// What the types cannot say.
    func faults(at path: String) -> [Fault] {
        var faults: [Fault] = []
        if attempts.value < 1 {
            faults.append(Fault(field: path + ".attempts.value", problem: "is below 1", expected: "1 or more"))
        }
        if backoff.value.isEmpty {
            faults.append(Fault(field: path + ".backoff.value", problem: "is empty", expected: "one duration or more"))
        }
        if answerTimeout.value.duration <= .zero {
            faults.append(Fault(field: path + ".answerTimeout.value", problem: "leaves no time", expected: "more than 0s"))
        }
        return faults
    }
}
