/// The job of solving one complaint, as dispatch remembers it.
public enum WorkOrder: Sendable, Equatable {
    case unregistered(UnregisteredWorkOrder)
    case open(OpenWorkOrder)
    case archived(ArchivedWorkOrder)

    public var status: WorkOrderStatus {
        switch self {
        case .unregistered: .unregistered
        case .open(let order): order.stage.status
        case .archived: .archived
        }
    }
}

extension WorkOrder: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var (name, fields) = try reader.enumeration()
        switch name {
        case "unregistered": self = .unregistered(try fields.required("_0"))
        case "open": self = .open(try fields.required("_0"))
        case "archived": self = .archived(try fields.required("_0"))
        default: throw Fault.meaningless
        }
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .unregistered(let value): writer.writeCase("unregistered", ("_0", value))
        case .open(let value): writer.writeCase("open", ("_0", value))
        case .archived(let value): writer.writeCase("archived", ("_0", value))
        }
    }
}

/// How far a work order has come.
public enum WorkOrderStatus: String, Codable, Sendable, CaseIterable {
    /// The complaint is not registered yet; what came before it waits.
    case unregistered
    /// Sent to a unit that has not taken it on.
    case dispatched
    case accepted
    case held
    /// Goes with another complaint of the same cause.
    case merged
    /// Answered and to be reviewed (S149).
    case answered
    case answerApproved = "answer-approved"
    case customerTold = "customer-told"
    case archived
}

/// How a complaint came to its end.
public enum ArchiveOutcome: String, DocumentWord, Sendable, CaseIterable {
    case answered
    case withdrawn
    case settledOnSpot = "settled-on-spot"
}

/// What came before the complaint it is about: topics have no order among them, so it waits for the registration.
public struct UnregisteredWorkOrder: Sendable, Equatable {
    public let complaint: ComplaintNumber
    /// In the order they came, which is the order they will be handled in.
    public internal(set) var commands: [WaitingCommand] = []
    public internal(set) var alerts: [WaitingAlert] = []
    public internal(set) var claims = ClaimLedger()
    /// The complaints that will go with this one as soon as it is registered.
    public internal(set) var joins: [WaitingJoin]?

    /// A command that waits.
    public struct WaitingCommand: Sendable, Equatable {
        public let command: WorkOrderCommand
        public let identity: CommandIdentity
        public let since: Instant
    }

    /// An alert that will raise the work order as soon as there is one.
    public struct WaitingAlert: Sendable, Equatable {
        public let alert: String
        public let step: Int
    }

    /// A complaint that waits to go with this one.
    public struct WaitingJoin: Sendable, Equatable {
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

extension UnregisteredWorkOrder: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        commands = try fields.required("commands")
        alerts = try fields.required("alerts")
        claims = try fields.required("claims")
        joins = try fields.optional("joins")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("commands", commands)
        writer.write("alerts", alerts)
        writer.write("claims", claims)
        writer.write("joins", joins)
    }
}

extension UnregisteredWorkOrder.WaitingCommand: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        command = try fields.required("command")
        identity = try fields.required("identity")
        since = try fields.required("since")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("command", command)
        writer.write("identity", identity)
        writer.write("since", since)
    }
}

extension UnregisteredWorkOrder.WaitingAlert: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        alert = try fields.required("alert")
        step = try fields.required("step")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("alert", alert)
        writer.write("step", step)
    }
}

extension UnregisteredWorkOrder.WaitingJoin: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        message = try fields.required("message")
        since = try fields.required("since")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("message", message)
        writer.write("since", since)
    }
}

/// What is left of a work order once it is archived: enough to refuse what comes after and to pass on a late urge.
public struct ArchivedWorkOrder: Sendable, Equatable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that had it last.
    public let unit: Unit
    public let outcome: ArchiveOutcome
    public let archivedAt: Instant
    /// How often the customer has urged.
    public internal(set) var urges: Int
    public internal(set) var malicious: MaliciousKind? = nil
    public internal(set) var appealSteps: [AppealStepRecord]? = nil
    public internal(set) var followUp: FollowUpResult? = nil
    /// What it has cost, where there were claims or may yet be; `nil` else.
    public internal(set) var account: Account? = nil
    /// What a review of its answer would need; `nil` where there can be none, and where a release wrote it that knew of none.
    public internal(set) var reviewable: Reviewable? = nil
    /// The customer has said that they are not content; `nil` for no.
    public internal(set) var isContested: Bool? = nil
    /// The complaint of the same matter that went on in its place.
    public internal(set) var continuedBy: ComplaintNumber? = nil

    /// What a complaint has cost, with all that is needed to say so once more.
    public struct Account: Sendable, Equatable {
        public let line: LineReference
        public internal(set) var claims: ClaimLedger
    }

    /// Claims go their own way: one that was approved or taken back after the archiving changes what the next complaint has to know, so
    /// the archiving is told once more, as of the same time, with the new account.
    mutating func note(_ event: ClaimEvent) -> [WorkOrderEvent] {
        guard var account else { return [] }
        let before = account.claims.paid
        account.claims.note(event)
        self.account = account
        guard account.claims.paid != before else { return [] }
        return [
            .archived(
                WorkOrderArchived(
                    complaint: complaint, workOrder: workOrder, line: account.line, outcome: outcome, at: archivedAt,
                    paid: account.claims.paid, continuedBy: continuedBy))
        ]
    }

    /// An urge that intake sent before it heard of the archiving must not be lost: the unit is still told (S058).
    mutating func note(_ urged: ComplaintUrged, at now: Instant) -> [WorkOrderEvent] {
        guard urged.count > urges else { return [] }
        urges = urged.count
        return [
            .urged(
                WorkOrderUrged(
                    complaint: complaint, workOrder: workOrder, unit: unit, count: urged.count, at: now, personal: urged.personal))
        ]
    }

    mutating func record(
        _ step: AppealStepRecord, _ document: String?, _ reason: AppealPoint?, by actor: ActorID, at now: Instant
    ) throws(Fault) -> WorkOrderEvent {
        appealSteps = try step.added(to: appealSteps)
        return step.event(complaint, workOrder, document: document, reason, by: actor, at: now)
    }

    mutating func revokeMalicious(_ reason: Reason, by actor: ActorID, at now: Instant) throws(Fault) -> WorkOrderEvent {
        guard malicious != nil else {
            throw WorkOrderRefusal.onRecord("the complaint was not found malicious or false", "a complaint found malicious or false")
        }
        malicious = nil
        return .maliciousRevoked(
            WorkOrderMaliciousRevoked(complaint: complaint, workOrder: workOrder, reason: reason, by: actor, at: now))
    }
}

extension ArchivedWorkOrder: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        outcome = try fields.required("outcome")
        archivedAt = try fields.required("archivedAt")
        urges = try fields.required("urges")
        malicious = try fields.optional("malicious")
        appealSteps = try fields.optional("appealSteps")
        followUp = try fields.optional("followUp")
        account = try fields.optional("account")
        reviewable = try fields.optional("reviewable")
        isContested = try fields.optional("isContested")
        continuedBy = try fields.optional("continuedBy")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("outcome", outcome)
        writer.write("archivedAt", archivedAt)
        writer.write("urges", urges)
        writer.write("malicious", malicious)
        writer.write("appealSteps", appealSteps)
        writer.write("followUp", followUp)
        writer.write("account", account)
        writer.write("reviewable", reviewable)
        writer.write("isContested", isContested)
        writer.write("continuedBy", continuedBy)
    }
}

extension ArchivedWorkOrder.Account: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        line = try fields.required("line")
        claims = try fields.required("claims")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("line", line)
        writer.write("claims", claims)
    }
}
