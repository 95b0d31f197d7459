/// All that a decision may know beyond its state and its input.
public struct DecisionContext<Policy: Sendable>: Sendable {
    public let now: Instant
    public let policy: Policy
    public let serial: Serial

    public init(now: Instant, policy: Policy, serial: Serial) {
        self.now = now
        self.policy = policy
        self.serial = serial
    }
}
