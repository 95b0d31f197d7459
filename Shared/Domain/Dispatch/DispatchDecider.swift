/// Decides what reaches the lane of a complaint: who solves it, how far it has come, when it is archived.
///
/// The topics have no order among them. What comes before the complaint is registered waits for it; what comes after it is archived
/// changes nothing any more. A refused command is an event for its sender, never an error.
public enum DispatchDecider: Decider {
    public static var wake: DispatchInput { .wake }

    public static func decide(
        _ input: DispatchInput, given state: WorkOrder?, in context: DecisionContext<DispatchRules>
    ) -> Decision<WorkOrder, WorkOrderEvent> {
        var transition = DispatchTransition(state: state, context: context)
        transition.take(input)
        return Decision(state: transition.state, events: transition.events, due: transition.due)
    }
}

/// What reaches the lane of a complaint at dispatch, in any interleaving of its topics.
public enum DispatchInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    /// What a desk asks, of which complaint, and under which identity a refusal goes back.
    case command(WorkOrderCommand, of: ComplaintNumber, CommandIdentity)
    /// A command that could be read only as far as who sent it and of what; the sender is told what is wrong.
    case malformedCommand(Fault, of: ComplaintNumber, CommandIdentity)
    /// What the dispatch of another complaint says about their merger.
    case merger(MergerMessage)
    case alert(ClockEvent)
    case claim(ClaimEvent)
    /// What became of a message to the customer.
    case notice(NoticeEvent)
    case wake
}

/// Dispatch at work on one input of one complaint.
struct DispatchTransition {
    private(set) var state: WorkOrder?
    private(set) var events: [WorkOrderEvent] = []
    private let context: DecisionContext<DispatchRules>

    private var policy: WorkOrderPolicy { context.policy.workOrders }

    init(state: WorkOrder?, context: DecisionContext<DispatchRules>) {
        self.state = state
        self.context = context
    }

    /// When to ask again: when waiting commands run out of time, or the work order archives itself.
    var due: Instant? {
        switch state {
        case .unregistered(let order): order.due(policy)
        case .open(let order): order.due(by: context.policy)
        case .archived, nil: nil
        }
    }

    mutating func take(_ input: DispatchInput) {
        switch input {
        case .complaint(let event): take(event)
        case .command(let command, let complaint, let identity): take(command, of: complaint, identity)
        case .malformedCommand(let fault, let complaint, let identity):
            events.append(
                .commandRejected(
                    CommandRejected(identity, of: complaint, meeting: state?.status ?? .unregistered, fault: fault, at: context.now)))
        case .alert(let event): take(event)
        case .claim(let event): take(event)
        case .notice(let event): if case .abandoned(let given) = event { update { order, context in order.note(given, in: context) } }
        case .merger(let message): take(message)
        case .wake: wake()
        }
        archiveIfReady()
    }

    // MARK: Complaints

    private mutating func take(_ event: ComplaintEvent) {
        switch event {
        case .registered(let complaint): register(complaint)
        // Until it is registered there is nothing to dispatch, and the customer has been asked by others (S070).
        case .informationRequired: break
        case .supplemented: update { order, context in order.noteSupplement(in: context) }
        case .urged(let urged): urge(urged)
        case .withdrawn: withdraw()
        case .exposed(let exposed):
            if exposed.major { update { order, context in order.note(exposed, in: context) } }
        case .flagged(let flagged): update { order, context in order.note(flagged, in: context) }
        case .feedbackGiven(let given): hear(given)
        case .contested(let contested): contest(contested)
        // The line's gateway is told, not a work order.
        case .rejected: break
        }
    }

    /// Opens the work order, then handles what waited for it. What was settled on the spot is opened and archived at once (S048, S049).
    private mutating func register(_ complaint: ComplaintRegistered) {
        let waiting: UnregisteredWorkOrder
        switch state {
        case .open, .archived: return
        case .unregistered(let order): waiting = order
        case nil: waiting = UnregisteredWorkOrder(complaint: complaint.complaint)
        }
        let order = OpenWorkOrder(opening: complaint, claims: waiting.claims, by: context.policy)
        if complaint.settledOnSpot {
            archive(order, .settledOnSpot)
        } else {
            state = .open(order)
            events.append(
                .dispatched(
                    WorkOrderDispatched(
                        complaint: order.complaint, workOrder: order.workOrder, unit: order.unit, firstContact: order.firstContact,
                        priority: order.priority, line: order.line, channel: complaint.channel, level: complaint.level,
                        province: complaint.province, category: complaint.category, nature: complaint.nature, at: context.now,
                        policyVersion: complaint.policyVersion, desk: order.desk, process: order.process)))
        }
        if !complaint.settledOnSpot { attend(to: complaint) }
        for join in waiting.joins ?? [] { take(join.message) }
        for alert in waiting.alerts {
            update { order, context in order.raise(alert: alert.alert, step: alert.step, in: context) }
        }
        for command in waiting.commands {
            take(command.command, of: complaint.complaint, command.identity)
            archiveIfReady()
        }
    }

    /// Has it supervised where the policy says so, and treats a major complaint as one from the first moment (S056, S143, S182).
    private mutating func attend(to complaint: ComplaintRegistered) {
        update { order, context in
            var events: [WorkOrderEvent] = []
            if complaint.nature == .major { events += order.becomeMajor(nil, by: nil, in: context) }
            if let rule = context.policy.workOrders.supervision.first(where: { $0.when.holds(for: complaint) }) {
                events += order.supervise(rule.unit.value, by: rule.name, nil, in: context)
            }
            return events
        }
    }

    private mutating func urge(_ urged: ComplaintUrged) {
        switch state {
        case .open:
            update { order, context in order.note(urged, in: context) }
        case .archived(var order):
            events += order.note(urged, at: context.now)
            state = .archived(order)
        case .unregistered, nil: break
        }
    }

    /// What the customer says of the handling; after archiving, too, where it may open a review (S040, S109).
    private mutating func hear(_ given: ComplaintFeedbackGiven) {
        switch state {
        case .open: update { order, context in order.note(given, in: context) }
        case .archived(var order):
            let review = order.note(given, &events, in: context)
            state = review.map { .open($0) } ?? .archived(order)
        case .unregistered, nil: break
        }
    }

    /// The customer is not content with the result and has complained again of the same matter; the complaint ends by the one that continues it,
    /// and a claim goes its own way (S059).
    private mutating func contest(_ contested: ComplaintContested) {
        update { order, context in order.note(contested, in: context) }
        guard let other = contested.continuedBy, case .open(let order) = state else { return }
        archive(order, .answered, continuedBy: other)
    }

    /// A withdrawn complaint is archived wherever it stands; an unsettled claim goes its own way.
    private mutating func withdraw() {
        switch state {
        case .open(let order): archive(order, .withdrawn)
        case .unregistered(let order):
            events += order.withdrawn(at: context.now)
            state = nil
        case .archived, nil: break
        }
    }

    // MARK: Commands

    private mutating func take(_ command: WorkOrderCommand, of complaint: ComplaintNumber, _ identity: CommandIdentity) {
        switch state {
        case .open(var order):
            let status = order.stage.status
            do {
                events += try order.handle(command, OpenWorkOrder.Order(identity: identity, context: context))
                state = .open(order)
            } catch {
                reject(identity, of: complaint, meeting: status, error)
            }
        case .archived(var order):
            do {
                let review = try order.handle(command, by: identity.actor, &events, in: context)
                state = review.map { .open($0) } ?? .archived(order)
            } catch {
                reject(identity, of: complaint, meeting: .archived, error)
            }
        case .unregistered, nil:
            updateUnregistered(complaint) { order, context in order.hold(command, identity, in: context) }
        }
    }

    private mutating func reject(
        _ identity: CommandIdentity, of complaint: ComplaintNumber, meeting status: WorkOrderStatus, _ fault: Fault
    ) {
        events.append(.commandRejected(CommandRejected(identity, of: complaint, meeting: status, fault: fault, at: context.now)))
    }

    // MARK: Mergers, alerts and claims

    private mutating func take(_ message: MergerMessage) {
        switch state {
        case .open: update { order, context in order.take(message, in: context) }
        case .archived:
            if message.step == .join { events.append(.asked(message.refused(because: "is archived"))) }
        case .unregistered, nil:
            updateUnregistered(message.complaint) { order, context in order.note(message, in: context) }
        }
    }

    private mutating func take(_ alert: ClockEvent) {
        switch state {
        case .open: update { order, context in order.raise(alert: alert.identity, step: alert.step, in: context) }
        case .archived: break
        case .unregistered, nil:
            updateUnregistered(alert.complaint) { order, _ in
                order.note(alert)
                return []
            }
        }
    }

    private mutating func take(_ event: ClaimEvent) {
        switch state {
        case .open:
            update { order, _ in
                order.claims.note(event)
                return []
            }
        case .archived(var order):
            events += order.note(event)
            state = .archived(order)
        case .unregistered, nil:
            updateUnregistered(event.complaint) { order, _ in
                order.claims.note(event)
                return []
            }
        }
    }

    // MARK: Time and ends

    private mutating func wake() {
        switch state {
        case .unregistered(let order): updateUnregistered(order.complaint) { order, context in order.expire(in: context) }
        case .open: update { order, context in order.wake(in: context) }
        case .archived, nil: break
        }
    }

    private mutating func archiveIfReady() {
        guard case .open(let order) = state, order.isReadyToArchive(at: context.now, by: policy) else { return }
        archive(order, .answered)
    }

    private mutating func archive(_ order: OpenWorkOrder, _ outcome: ArchiveOutcome, continuedBy other: ComplaintNumber? = nil) {
        var order = order
        events += order.closingEvents()
        let (archived, event) = order.archive(outcome, at: context.now, continuedBy: other)
        state = .archived(archived)
        events.append(event)
    }

    /// Changes an open work order; does nothing where there is none.
    private mutating func update(_ change: (inout OpenWorkOrder, DecisionContext<DispatchRules>) -> [WorkOrderEvent]) {
        guard case .open(var order) = state else { return }
        events += change(&order, context)
        state = .open(order)
    }

    /// Changes what waits for a registration; forgets it when nothing waits any more.
    private mutating func updateUnregistered(
        _ complaint: ComplaintNumber, _ change: (inout UnregisteredWorkOrder, DecisionContext<DispatchRules>) -> [WorkOrderEvent]
    ) {
        var order = UnregisteredWorkOrder(complaint: complaint)
        if case .unregistered(let waiting) = state { order = waiting }
        events += change(&order, context)
        state = order.isEmpty ? nil : .unregistered(order)
    }
}
