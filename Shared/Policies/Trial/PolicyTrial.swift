public import Domain

/// Decides past complaints once more, by the policies of one pack: what they are, who solves them, by when, and what is owed.
///
/// It asks the deciders the services run, with the times at which things happened, and writes nothing anywhere. What people did stays as it
/// was: an answer given on the third day is given on the third day, whatever the pack would have allowed.
public struct PolicyTrial: Sendable {
    private let pack: PolicyPack
    private let now: Instant

    /// - Parameter now: until when a deadline that nothing has met is looked at.
    public init(_ pack: PolicyPack, now: Instant) {
        self.pack = pack
        self.now = now
    }

    /// What the pack makes of each complaint that was registered, in the order of registration.
    ///
    /// - Parameter facts: of any number of complaints, in any order; a repeat is known only if the facts of what it repeats are there.
    public func outcomes(of facts: [PastFact]) -> [TrialOutcome] {
        var past = PastIntake(rules: pack.intake)
        var files: [ComplaintNumber: [PastFact]] = [:]
        for fact in facts.enumerated().sorted(by: { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }).map(\.element) {
            files[fact.complaint, default: []].append(fact)
            past.take(fact)
        }
        return past.verdicts.map { verdict in
            switch verdict.event {
            case .registered(let event): outcome(of: event, for: verdict.complaint, files[verdict.complaint] ?? [])
            case .informationRequired(let event):
                TrialOutcome(
                    complaint: verdict.complaint, values: [.init("intake", "asks for \(event.missing.joined(separator: ", "))")])
            case .urged: TrialOutcome(complaint: verdict.complaint, values: [.init("intake", "urges an open complaint")])
            case .rejected(let event): TrialOutcome(complaint: verdict.complaint, values: [.init("intake", "refuses: \(event.fault)")])
            case .supplemented, .withdrawn, .exposed, .flagged, .feedbackGiven, .contested:
                TrialOutcome(complaint: verdict.complaint, values: [.init("intake", "adds to a complaint")])
            }
        }
    }

    private func outcome(of event: ComplaintRegistered, for complaint: ComplaintNumber, _ facts: [PastFact]) -> TrialOutcome {
        var values: [TrialOutcome.Value] = [
            .init("intake", "registers"), .init("level", event.level.rawValue), .init("nature", event.nature.rawValue),
            .init("flags", event.flags.map(\.rawValue).joined(separator: ", ")),
        ]
        values += routing(of: event)
        do throws(Fault) {
            values += try deadlines(of: event, facts)
        } catch {
            values.append(.init("deadlines", "cannot be calculated: \(error)"))
        }
        do throws(Fault) {
            values += try amounts(of: event, facts)
        } catch {
            values.append(.init("amount", "cannot be calculated: \(error)"))
        }
        return TrialOutcome(complaint: complaint, values: values)
    }

    private func routing(of event: ComplaintRegistered) -> [TrialOutcome.Value] {
        let decision = DispatchDecider.decide(
            .complaint(.registered(event)), given: nil, in: context(pack.dispatch, at: event.registeredAt))
        return decision.events.flatMap { event -> [TrialOutcome.Value] in
            guard case .dispatched(let event) = event else { return [] }
            return [.init("unit", event.unit.rawValue), .init("priority", String(event.priority))]
        }
    }

    private func deadlines(of event: ComplaintRegistered, _ facts: [PastFact]) throws(Fault) -> [TrialOutcome.Value] {
        let policy = PolicyVersions(version: pack.clocks.version, current: pack.clocks.current)
        var file = try SLADecider.decide(.complaint(.registered(event)), given: nil, in: context(policy, at: event.registeredAt)).state
        for fact in facts {
            let input: SLAInput
            switch fact.content {
            case .complaint(.registered): continue
            case .complaint(let event): input = .complaint(event)
            case .workOrder(let event): input = .workOrder(event)
            case .claim(let event): input = .claim(event)
            }
            file = try SLADecider.decide(input, given: file, in: context(policy, at: fact.at)).state
        }
        guard let file else { return [] }
        do throws(CalendarFault) {
            return try SLADecider.explain(file, policy: policy, at: now).flatMap { clock -> [TrialOutcome.Value] in
                guard let due = clock.dueAt else { return [] }
                let name = clock.clock.rawValue + (clock.cycle > 1 ? " (\(clock.cycle))" : "")
                return [.init("due \(name)", due.description, at: due), .init("state \(name)", clock.status.rawValue)]
            }
        } catch {
            throw error.fault
        }
    }

    private func amounts(of event: ComplaintRegistered, _ facts: [PastFact]) throws(Fault) -> [TrialOutcome.Value] {
        var state = try CompensationDecider.decide(
            .complaint(.registered(event)), given: nil, in: context(pack.compensation, at: event.registeredAt)
        ).state
        var values: [TrialOutcome.Value] = []
        for (index, fact) in facts.enumerated() {
            guard case .workOrder(.liabilityFound(let found)) = fact.content else { continue }
            let decision = try CompensationDecider.decide(
                .workOrder(.liabilityFound(found)), given: state, in: context(pack.compensation, at: fact.at, serial: Int64(index + 1)))
            state = decision.state
            for event in decision.events {
                switch event {
                case .proposed(let claim): values.append(.init("amount", "\(claim.amount.minorUnits) minor units \(claim.amount.currency)"))
                case .denied(let claim): values.append(.init("amount", "nothing: \(claim.reason)"))
                case .approved, .declined, .settlementRequested, .settled, .settlementFailed, .reversalRequested, .reversed,
                    .reversalFailed, .commandRejected:
                    break
                }
            }
        }
        return values
    }

    private func context<Policy: Sendable>(_ policy: Policy, at time: Instant, serial: Int64 = 1) -> DecisionContext<Policy> {
        DecisionContext(now: time, policy: policy, serial: Serial(lane: 0, number: serial))
    }
}
