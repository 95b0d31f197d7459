@testable import Domain

/// A worker in small: one complaint's file, a clock that only moves forward, and wakes at the very instants asked for.
struct ClockScenario {
    let policy: PolicyVersions<ClockRules>
    private(set) var file: ClockState?
    private(set) var due: Instant?
    private(set) var alerts: [Alert] = []
    private(set) var abnormal: [AbnormalAlert] = []
    private(set) var cleared: [AlarmCleared] = []
    /// The alerts that went out and were not called off: what a consumer of alerts alone holds for open.
    private(set) var open: [String] = []
    private var now = Instant(milliseconds: .min)

    init(_ policy: PolicyVersions<ClockRules>, file: ClockState? = nil) {
        self.policy = policy
        self.file = file
    }

    /// Decides one input at a time, and nothing else.
    mutating func take(_ input: SLAInput, at now: Instant) throws {
        self.now = now
        let context = DecisionContext(now: now, policy: policy, serial: Serial(lane: 3, number: 1))
        let decision = try SLADecider.decide(input, given: file, in: context)
        file = decision.state
        due = decision.due
        alerts += decision.events.compactMap(\.alert)
        for event in decision.events {
            switch event {
            case .abnormal(let alert):
                abnormal.append(alert)
                open.append(alert.alert)
            case .cleared(let event):
                cleared.append(event)
                open.removeAll { event.alerts.contains($0) }
            case .warned(let alert), .breached(let alert): open.append(alert.alert)
            }
        }
    }

    /// Wakes the decider whenever it asked for it, up to an instant.
    mutating func run(until end: Instant) throws {
        while let wake = due, wake <= end { try take(.wake, at: max(wake, now)) }
    }

    /// Lets time pass up to an input, then takes it at that time.
    mutating func runAndTake(_ input: SLAInput, at now: Instant) throws {
        try run(until: now)
        try take(input, at: now)
    }

    /// What the file says of its clocks; empty without a file.
    func explanations(at now: Instant) throws -> [ClockExplanation] {
        guard let file else { return [] }
        return try SLADecider.explain(file, policy: policy, at: now)
    }

    /// The allowance of the policy's first clock, in milliseconds of its scale.
    var allowanceUnits: Int64 { policy.current.policy.clocks.first?.allowance.value.units ?? 0 }

    /// `answer/1/80 2026-10-12T16:00:00Z` for each alert, in the order of firing.
    var fired: [String] { alerts.map { "\($0.clock)/\($0.cycle)/\($0.threshold) \($0.firedAt)" } }
}
