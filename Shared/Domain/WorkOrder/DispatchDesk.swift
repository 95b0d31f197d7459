/// Dispatch at work on one input of one complaint.
struct DispatchDesk {
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
        case .open(let order): order.archiveDue(by: policy)
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
        case .exposed, .flagged, .feedbackGiven: break
        // The line's gateway is told, not a work order.
        case .rejected: break
        }
    }

    /// Opens the work order, then obeys what waited for it. What was settled on the spot is opened and archived at once (S048, S049).
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
                        policyVersion: complaint.policyVersion)))
        }
        for alert in waiting.alerts {
            update { order, context in order.raise(alert: alert.alert, step: alert.step, in: context) }
        }
        for command in waiting.commands {
            take(command.command, of: complaint.complaint, command.identity)
            archiveIfReady()
        }
    }

    private mutating func urge(_ urged: ComplaintUrged) {
        switch state {
        case .open:
            update { order, context in order.note(urged, at: context.now) }
        case .archived(var order):
            events += order.note(urged, at: context.now)
            state = .archived(order)
        case .unregistered, nil: break
        }
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
                events += try order.obey(command, OpenWorkOrder.Order(identity: identity, context: context))
                state = .open(order)
            } catch {
                reject(identity, of: complaint, meeting: status, error)
            }
        case .archived(let order):
            reject(identity, of: complaint, meeting: .archived, order.refusal(of: command))
        case .unregistered, nil:
            updateUnregistered(complaint) { order, context in order.hold(command, identity, in: context) }
        }
    }

    private mutating func reject(
        _ identity: CommandIdentity, of complaint: ComplaintNumber, meeting status: WorkOrderStatus, _ fault: Fault
    ) {
        events.append(.commandRejected(CommandRejected(identity, of: complaint, meeting: status, fault: fault, at: context.now)))
    }

    // MARK: Alerts and claims

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
        guard case .unregistered(let order) = state else { return }
        updateUnregistered(order.complaint) { order, context in order.expire(in: context) }
    }

    private mutating func archiveIfReady() {
        guard case .open(let order) = state, order.isReadyToArchive(at: context.now, by: policy) else { return }
        archive(order, .answered)
    }

    private mutating func archive(_ order: OpenWorkOrder, _ outcome: ArchiveOutcome) {
        let (archived, event) = order.archive(outcome, at: context.now)
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
