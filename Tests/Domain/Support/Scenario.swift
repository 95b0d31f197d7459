import Domain

/// Runs a decider for a test: given what it holds, when an input comes, then these events.
struct Scenario<Subject: Decider> {
    let policy: Subject.Policy
    private(set) var state: Subject.State?
    private(set) var due: Instant?
    private(set) var now: Instant
    private var number: Int64 = 126

    init(_: Subject.Type, policy: Subject.Policy, at now: Instant) {
        self.policy = policy
        self.now = now
    }

    /// Decides one input and keeps the new state; returns what happened.
    @discardableResult
    mutating func when(_ input: Subject.Input, at time: Instant? = nil) throws(Fault) -> [Subject.Event] {
        now = time ?? now
        number += 1
        let context = DecisionContext(now: now, policy: policy, serial: Serial(lane: 3, number: number))
        let decision = try Subject.decide(input, given: state, in: context)
        state = decision.state
        due = decision.due
        return decision.events
    }

    /// Lets time pass until the decider asked to be woken, and wakes it.
    @discardableResult
    mutating func whenDue() throws(Fault) -> [Subject.Event] {
        guard let due else { return [] }
        return try when(Subject.wake, at: due)
    }
}
