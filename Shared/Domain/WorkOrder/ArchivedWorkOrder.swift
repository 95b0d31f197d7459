/// What is left of a work order once it is archived: enough to refuse what comes after and to pass on a late urge.
public struct ArchivedWorkOrder: Codable, Sendable, Equatable {
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
    public struct Account: Codable, Sendable, Equatable {
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

    /// Handles what can still be asked: the customer is followed up, an appeal goes on, a finding of malice is taken back (S088, S109).
    mutating func handle(_ command: WorkOrderCommand, by actor: ActorID, at now: Instant) throws(Fault) -> [WorkOrderEvent] {
        switch command {
        case .recordFollowUp(let answer):
            followUp = try answer.checked(against: followUp)
            return [answer.event(complaint, workOrder, by: actor, at: now)]
        case .recordAppealStep(let step, let time, let document, let reason):
            let record = AppealStepRecord(step: step, at: time)
            appealSteps = try record.added(to: appealSteps)
            return [record.event(complaint, workOrder, document: document, reason, by: actor, at: now)]
        case .revokeMalicious(let reason):
            guard malicious != nil else {
                throw WorkOrderRefusal.onRecord(
                    "the complaint was not found malicious or false", "a complaint found malicious or false")
            }
            malicious = nil
            return [
                .maliciousRevoked(
                    WorkOrderMaliciousRevoked(complaint: complaint, workOrder: workOrder, reason: reason, by: actor, at: now))
            ]
        default: throw refusal(of: command)
        }
    }

    private func refusal(of command: WorkOrderCommand) -> Fault {
        let refusal = WorkOrderRefusal(.archived)
        return command == .archive ? refusal.done() : refusal.impossible()
    }
}
