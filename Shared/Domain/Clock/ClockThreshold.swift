/// A share of the allowed time at which an alert goes out.
public struct ClockThreshold: Hashable, Codable, Sendable {
    /// Per cent of the allowed time, 1 to 1000: below 100 a warning, 100 the breach, above it a step of the ladder.
    public let at: Int
    /// The step of the escalation ladder it calls for, 0 to 9; 0 for a mere warning.
    public let step: Int

    public init(at: Int, step: Int) {
        self.at = at
        self.step = step
    }
}
