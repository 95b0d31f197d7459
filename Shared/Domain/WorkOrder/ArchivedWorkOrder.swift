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
                    paid: account.claims.paid))
        ]
    }

    /// An urge that intake sent before it heard of the archiving must not be lost: the unit is still told (S058).
    mutating func note(_ urged: ComplaintUrged, at now: Instant) -> [WorkOrderEvent] {
        guard urged.count > urges else { return [] }
        urges = urged.count
        return [.urged(WorkOrderUrged(complaint: complaint, workOrder: workOrder, unit: unit, count: urged.count, at: now))]
    }

    mutating func record(_ answer: FollowUpResult, by actor: ActorID, at now: Instant) throws(Fault) -> WorkOrderEvent {
        followUp = try answer.checked(against: followUp)
        return answer.event(complaint, workOrder, by: actor, at: now)
    }

    mutating func record(
        _ step: AppealStepRecord, _ document: String?, _ reason: AppealPoint?, by actor: ActorID, at now: Instant
    ) throws(Fault) -> WorkOrderEvent {
        appealSteps = try step.added(to: appealSteps)
        return step.event(complaint, workOrder, document: document, reason, by: actor, at: now)
    }

    mutating func revokeMalicious(_ reason: String, by actor: ActorID, at now: Instant) throws(Fault) -> WorkOrderEvent {
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
