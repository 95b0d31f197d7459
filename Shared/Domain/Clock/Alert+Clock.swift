extension Alert {
    /// The alert of one threshold of one cycle.
    init(
        _ threshold: ClockThreshold, of clock: ClockName, run: ClockRun, dueAt: Instant, file: ClockState, subject: ClockSubject,
        rule: String, identity: String, at now: Instant
    ) {
        self.init(
            alert: identity, complaint: file.complaint, clock: clock, cycle: run.cycle,
            threshold: threshold.at, dueAt: dueAt, firedAt: now, unit: file.unit, province: subject.province,
            category: subject.category, nature: subject.nature, step: threshold.step, rule: rule, to: threshold.to)
    }

    /// A warning below 100 per cent, else a breach.
    var event: ClockEvent { threshold < 100 ? .warned(self) : .breached(self) }
}
