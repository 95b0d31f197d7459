extension ClockState {
    /// Notes what intake said. Told twice, nothing changes.
    mutating func note(_ event: ComplaintEvent) {
        switch event {
        case .registered(let event):
            guard subject == nil else { return }
            subject = ClockSubject(event)
            Self.note(ClockFact(.registered, at: event.registeredAt), in: &complaintFacts)
            if event.settledOnSpot { Self.note(ClockFact(.settledOnSpot, at: event.registeredAt), in: &complaintFacts) }
        case .informationRequired(let event): Self.note(ClockFact(.informationRequired, at: event.askedAt), in: &complaintFacts)
        case .supplemented(let event):
            if event.stillMissing.isEmpty { Self.note(ClockFact(.supplemented, at: event.at), in: &complaintFacts) }
        case .urged(let event): Self.note(ClockFact(.urged, at: event.at), in: &complaintFacts)
        case .withdrawn(let event): Self.note(ClockFact(.withdrawn, at: event.at), in: &complaintFacts)
        case .flagged(let event): subject = subject?.flagged(event.flags)
        // Whether an exposure makes it a major one is for dispatch to declare.
        case .exposed, .feedbackGiven, .rejected: break
        }
    }

    /// Notes what dispatch said. Told twice, nothing changes.
    mutating func note(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let event): unit = unit ?? event.unit
        case .transferred(let event): unit = event.to
        case .entrusted(let event): unit = event.unit
        case .liabilityFound(let event):
            Self.note(ClockFact(.liabilityFound, at: event.at), in: &workOrderFacts)
            if event.liability == .operatorNotAtFault { Self.note(ClockFact(.notAtFault, at: event.at), in: &workOrderFacts) }
        case .appealStepRecorded(let event):
            // Its own time counts, which may lie before much that was told earlier.
            var facts = appealFacts ?? []
            Self.note(ClockFact(event.step.moment, at: event.takenAt), in: &facts)
            appealFacts = facts
        default: break
        }
        if let fact = ClockFact(event) { Self.note(fact, in: &workOrderFacts) }
    }

    /// Notes what compensation said. Told twice, nothing changes.
    mutating func note(_ event: ClaimEvent) {
        switch event {
        case .settled(let event): noteClaim(ClockFact(.claimSettled, at: event.at))
        case .denied(let event): noteClaim(ClockFact(.claimDenied, at: event.at))
        case .declined(let event): noteClaim(ClockFact(.claimDeclined, at: event.at))
        case .proposed, .approved, .settlementRequested, .settlementFailed, .reversalRequested, .reversed, .reversalFailed,
            .commandRejected:
            break
        }
    }

    private mutating func noteClaim(_ fact: ClockFact) {
        var facts = claimFacts ?? []
        Self.note(fact, in: &facts)
        claimFacts = facts
    }

    /// Drops the facts that no clock of the complaint's policy asks for.
    mutating func keep(_ moments: ClockMomentSet) {
        if complaintFacts.contains(where: { !moments.contains($0.moment) }) {
            complaintFacts.removeAll { !moments.contains($0.moment) }
        }
        if workOrderFacts.contains(where: { !moments.contains($0.moment) }) {
            workOrderFacts.removeAll { !moments.contains($0.moment) }
        }
        if let facts = claimFacts, facts.contains(where: { !moments.contains($0.moment) }) {
            let kept = facts.filter { moments.contains($0.moment) }
            claimFacts = kept.isEmpty ? nil : kept
        }
        if let facts = appealFacts, facts.contains(where: { !moments.contains($0.moment) }) {
            let kept = facts.filter { moments.contains($0.moment) }
            appealFacts = kept.isEmpty ? nil : kept
        }
    }

    private static func note(_ fact: ClockFact, in facts: inout [ClockFact]) {
        if !facts.contains(fact) { facts.append(fact) }
    }
}
