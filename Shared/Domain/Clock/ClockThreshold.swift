/// A share of the allowed time at which an alert goes out.
public struct ClockThreshold: Hashable, Codable, Sendable {
    /// Per cent of the allowed time, 1 to 1000: below 100 a warning, 100 the breach, above it a step of the ladder.
    public let at: Int
    /// The step of the escalation ladder it calls for, 0 to 9; 0 for a mere warning.
    public let step: Int
    /// Who is notified beside the unit responsible: this step's own recipients (S139, S189).
    public let to: [Unit]?

    public init(at: Int, step: Int, to: [Unit]? = nil) {
        self.at = at
        self.step = step
        self.to = to
    }
}
