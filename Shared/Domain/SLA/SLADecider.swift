/// Arms, rests, resumes and stops the clocks of a complaint by policy, and says once and never again when a share of the time is used up.
///
/// A threshold fires when its instant has come, or had come before the cycle ended; an end at the very instant is too late, as a deadline
/// is the first instant outside the time allowed. Thresholds passed together fire together, in the order in which they were passed; of those
/// passed long ago (`ClockPolicy.lateAfter`) the highest of each cycle speaks for the others.
///
/// Only a wake fires. A message is noted and answered with a `due` that may already be past: so of a backlog all that is there is noted
/// first, and a complaint that was answered in time is not called late because its registration was read before its answer.
public enum SLADecider: Decider {
    public typealias State = ClockState
    public typealias Input = SLAInput
    public typealias Event = ClockEvent
    public typealias Policy = PolicyVersions<ClockRules>

    public static let wake = SLAInput.wake

    /// Throws a `Fault` where a calendar that refuses unpublished years is asked about one.
    public static func decide(
        _ input: SLAInput, given state: ClockState?, in context: DecisionContext<Policy>
    ) throws(Fault) -> Decision<ClockState, ClockEvent> {
        guard var file = state ?? input.complaint.map(ClockState.init) else { return Decision(state: nil) }
        switch input {
        case .complaint(let event): file.note(event)
        case .workOrder(let event): file.note(event)
        case .claim(let event): file.note(event)
        case .wake: break
        }
        guard let subject = file.subject else { return Decision(state: file) }
        let pinned = context.policy.pinned(to: subject.policyVersion)
        // What is abnormal is the operator's own watch, so the rules of today look at it; only clocks are promised to the customer.
        let abnormal = context.policy.current.abnormal
        // A stand-in policy must not forget what the complaint's own one will ask for once it is loaded.
        if pinned.version == subject.policyVersion { file.keep(pinned.policy.moments.union(context.policy.current.moments)) }
        var round = SLARound(file, of: subject, at: context.now, fires: input == .wake)
        do {
            try round.calculate(by: pinned.policy)
            if let abnormal { round.look(for: abnormal) }
        } catch {
            throw error.fault
        }
        return round.decision
    }
}

/// What reaches the lane of a complaint at sla-monitor.
public enum SLAInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    case workOrder(WorkOrderEvent)
    case claim(ClaimEvent)
    case wake
}

extension SLAInput {
    /// The complaint whose file it belongs in; `nil` for what holds no fact about one.
    var complaint: ComplaintNumber? {
        switch self {
        case .complaint(let event): Self.complaint(of: event)
        case .workOrder(let event): Self.complaint(of: event)
        case .claim(let event): event.complaint
        case .wake: nil
        }
    }

    private static func complaint(of event: ComplaintEvent) -> ComplaintNumber? {
        switch event {
        case .registered(let event): event.complaint
        case .informationRequired(let event): event.complaint
        case .supplemented(let event): event.complaint
        case .urged(let event): event.complaint
        case .withdrawn(let event): event.complaint
        case .exposed(let event): event.complaint
        case .flagged(let event): event.complaint
        case .feedbackGiven(let event): event.complaint
        case .contested(let event): event.complaint
        case .rejected: nil
        }
    }

    private static func complaint(of event: WorkOrderEvent) -> ComplaintNumber? {
        if case .commandRejected = event { return nil }
        return event.complaint
    }
}
