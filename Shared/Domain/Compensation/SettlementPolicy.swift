/// How billing is asked to pay.
public struct SettlementPolicy: Decodable, Hashable, Sendable {
    /// How often it is tried by itself; from 1.
    public let attempts: Sourced<Int>
    /// How long to wait after the first failed attempt, the second …; the last holds for all later ones.
    public let backoff: Sourced<[PolicyDuration]>
    /// How long billing has to answer.
    public let answerTimeout: Sourced<PolicyDuration>
    /// The failures billing may name; where none are listed, any word is taken and every failure may be repeated.
    public let failures: [Failure]?

    /// One failure by its name.
    public struct Failure: Decodable, Hashable, Sendable {
        /// Such as `account-closed`.
        public let code: String
        /// Whether trying again can help.
        public let retryable: Sourced<Bool>
    }

    /// How long to wait after an attempt, counted from 1.
    func wait(after attempt: Int) -> Duration {
        backoff.value.dropFirst(attempt - 1).first?.duration ?? backoff.value.last?.duration ?? .zero
    }

    /// Whether trying again can help; it may where billing names no failure.
    ///
    /// - Throws: a `Fault` for a code that is not listed.
    func isRetryable(_ code: String?) throws(Fault) -> Bool {
        guard let code, let failures else { return true }
        guard let failure = failures.first(where: { $0.code == code }) else {
            throw Fault(
                field: "data.code", problem: "is not a failure the policy knows",
                expected: "one of " + failures.map(\.code).joined(separator: ", "))
        }
        return failure.retryable.value
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
        var codes: Set<String> = []
        for (index, failure) in (failures ?? []).enumerated() where !codes.insert(failure.code).inserted {
            faults.append(Fault(field: "\(path).failures[\(index)].code", problem: "is given twice", expected: "each failure once"))
        }
        return faults
    }
}
