/// Stops a worker that would dead-letter everything: the fault is then hardly the messages'.
public struct FloodGuard {
    /// Both must be passed before it bites.
    public struct Limits: Sendable {
        /// How many messages in a row may go to the dead letters.
        public var runLength = 100
        /// The share of the last thousand messages, 0 to 1.
        public var share = 0.5
        /// Whether it watches at all.
        public var isOn = true

        public init() {}
    }

    private let limits: Limits
    private var run = 0
    private var taken = 0.0
    private var dead = 0.0

    init(limits: Limits) {
        self.limits = limits
    }

    /// Counts one message. Old ones fade, so that about the last thousand weigh.
    mutating func count(isDead: Bool) {
        run = isDead ? run + 1 : 0
        taken = taken * 0.999 + 1
        dead = dead * 0.999 + (isDead ? 1 : 0)
    }

    var bites: Bool {
        limits.isOn && run >= limits.runLength && dead / max(taken, 1) >= limits.share
    }
}
