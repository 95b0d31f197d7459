/// What came before the complaint it is about: topics have no order among them, so it waits for the registration.
public struct UnregisteredWorkOrder: Codable, Sendable, Equatable {
    public let complaint: ComplaintNumber
    /// In the order they came, which is the order they will be handled in.
    public internal(set) var commands: [WaitingCommand] = []
    public internal(set) var alerts: [WaitingAlert] = []
    public internal(set) var claims = ClaimLedger()
    /// The complaints that will go with this one as soon as it is registered.
    public internal(set) var joins: [WaitingJoin]?

    /// A command that waits.
    public struct WaitingCommand: Codable, Sendable, Equatable {
        public let command: WorkOrderCommand
        public let identity: CommandIdentity
        public let since: Instant
    }

    /// An alert that will raise the work order as soon as there is one.
    public struct WaitingAlert: Codable, Sendable, Equatable {
        public let alert: String
        public let step: Int
    }

    /// A complaint that waits to go with this one.
    public struct WaitingJoin: Codable, Sendable, Equatable {
        public let message: MergerMessage
        public let since: Instant
    }

    init(complaint: ComplaintNumber) {
        self.complaint = complaint
    }

    var isEmpty: Bool { commands.isEmpty && alerts.isEmpty && claims == ClaimLedger() && joins == nil }

    /// When the first waiting command has waited long enough.
    func due(_ policy: WorkOrderPolicy) -> Instant? {
        [commands.first?.since, joins?.first?.since].compactMap(\.self).min()?
            .adding(policy.unknownComplaintTimeout.value.duration)
    }

    /// Lets a command wait, and says so to its sender; beyond the policy's bound it is refused at once.
    mutating func hold(
        _ command: WorkOrderCommand, _ identity: CommandIdentity, in context: DecisionContext<DispatchRules>
    ) -> [WorkOrderEvent] {
        let waiting = WaitingCommand(command: command, identity: identity, since: context.now)
        guard commands.count < context.policy.workOrders.waitingCommandLimit.value else {
            return [refusal(of: waiting, Self.unknownComplaint, at: context.now)]
        }
        commands.append(waiting)
        return [
            .commandWaiting(
                WorkOrderCommandWaiting(
                    complaint: complaint, commandType: identity.type, commandSource: identity.source, commandID: identity.id,
                    until: context.now.adding(context.policy.workOrders.unknownComplaintTimeout.value.duration), at: context.now))
        ]
    }

    /// Remembers an alert that calls for a step of the ladder, once.
    mutating func note(_ alert: ClockEvent) {
        guard alert.step >= 1, !alerts.contains(where: { $0.alert == alert.identity }) else { return }
        alerts.append(WaitingAlert(alert: alert.identity, step: alert.step))
        alerts.removeFirst(max(0, alerts.count - OpenWorkOrder.alertLimit))
    }

    /// Refuses the commands that have waited too long.
    mutating func expire(in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        let limit = context.policy.workOrders.unknownComplaintTimeout.value.duration
        let expired = commands.prefix { $0.since.adding(limit) <= context.now }
        commands.removeFirst(expired.count)
        let late = (joins ?? []).prefix { $0.since.adding(limit) <= context.now }
        joins?.removeFirst(late.count)
        if joins?.isEmpty == true { joins = nil }
        return expired.map { refusal(of: $0, Self.unknownComplaint, at: context.now) }
            + late.map { .asked($0.message.refused(because: "no such complaint is registered")) }
    }

    /// Lets a complaint that wants to go with this one wait; one that has changed its mind waits no more.
    mutating func note(_ message: MergerMessage, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        switch message.step {
        case .join:
            guard (joins ?? []).count < context.policy.workOrders.mergerLimit.value else {
                return [.asked(message.refused(because: "as many complaints as the policy allows go with it"))]
            }
            if joins?.contains(where: { $0.message.from == message.from }) != true {
                joins = (joins ?? []) + [WaitingJoin(message: message, since: context.now)]
            }
        case .leave:
            joins?.removeAll { $0.message.from == message.from }
            if joins?.isEmpty == true { joins = nil }
        case .lead, .follow, .release: break
        }
        return []
    }

    /// Refuses all that waits: the complaint will never be registered.
    func withdrawn(at now: Instant) -> [WorkOrderEvent] {
        let fault = Fault(
            field: "data.complaint", problem: "was withdrawn before it was registered", expected: "a registered complaint")
        return commands.map { refusal(of: $0, fault, at: now) }
            + (joins ?? []).map { .asked($0.message.refused(because: "was withdrawn before it was registered")) }
    }

    private static let unknownComplaint = Fault(
        field: "data.complaint", problem: "is unknown: no such complaint is registered", expected: "a registered complaint")

    private func refusal(of waiting: WaitingCommand, _ fault: Fault, at now: Instant) -> WorkOrderEvent {
        .commandRejected(CommandRejected(waiting.identity, of: complaint, meeting: .unregistered, fault: fault, at: now))
    }
}
