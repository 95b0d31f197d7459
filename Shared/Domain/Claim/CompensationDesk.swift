/// Compensation at work on one input of one complaint.
struct CompensationDesk {
    private(set) var state: Compensation?
    private(set) var events: [ClaimEvent] = []
    private let context: DecisionContext<CompensationRules>

    init(state: Compensation?, context: DecisionContext<CompensationRules>) {
        self.state = state
        self.context = context
    }

    /// When to ask again: when billing's time to answer or the wait for the next attempt is over.
    var due: Instant? {
        switch state {
        case .registered(let file): file.due
        case .unregistered, nil: nil
        }
    }

    mutating func take(_ input: CompensationInput) throws(Fault) {
        switch input {
        case .complaint(let event): take(event)
        case .workOrder(let event): try take(event)
        case .command(let command, let complaint, let identity): take(command, of: complaint, identity)
        case .malformedCommand(let fault, let complaint, let identity):
            reject(identity, of: complaint, meeting: state?.status ?? .unregistered, fault)
        case .wake: wake()
        }
    }

    // MARK: Facts

    private mutating func take(_ event: ComplaintEvent) {
        switch event {
        case .registered(let complaint): register(complaint)
        // A claim goes its own way, also when the complaint is withdrawn; only a finding changes what is owed.
        case .informationRequired, .supplemented, .urged, .withdrawn, .exposed, .flagged, .feedbackGiven, .rejected: break
        }
    }

    /// Opens the file, then reckons the findings that waited for it.
    private mutating func register(_ complaint: ComplaintRegistered) {
        var file = ClaimFile(complaint: complaint.complaint, line: complaint.line)
        switch state {
        case .registered: return
        case .unregistered(let waiting):
            for finding in waiting.findings { events += file.take(finding, in: context) }
        case nil: break
        }
        state = .registered(file)
    }

    private mutating func take(_ event: WorkOrderEvent) throws(Fault) {
        switch event {
        case .liabilityFound(let finding): try take(finding)
        default: break
        }
    }

    private mutating func take(_ finding: WorkOrderLiabilityFound) throws(Fault) {
        var waiting = WaitingFindings(complaint: finding.complaint)
        switch state {
        case .registered(var file):
            events += file.take(finding, in: context)
            state = .registered(file)
            return
        case .unregistered(let held): waiting = held
        case nil: break
        }
        try waiting.hold(finding)
        state = .unregistered(waiting)
    }

    // MARK: Commands

    private mutating func take(_ command: ClaimCommand, of complaint: ComplaintNumber, _ identity: CommandIdentity) {
        switch state {
        case .registered(var file):
            let targets = file.targets(of: command)
            for index in targets { obey(command, identity, on: index, in: &file) }
            if targets.isEmpty { refuse(command, identity, in: &file) }
            state = .registered(file)
        case .unregistered, nil:
            reject(identity, of: complaint, meeting: .unregistered, Self.unknownComplaint)
        }
    }

    private mutating func obey(_ command: ClaimCommand, _ identity: CommandIdentity, on index: Int, in file: inout ClaimFile) {
        let claim = file.claims[index]
        let order = Claim.Order(
            identity: identity, account: file.account(in: context), band: context.policy.band(for: file.total(with: claim)))
        do {
            events += try file.claims[index].obey(command, order)
        } catch {
            reject(identity, of: file.complaint, meeting: claim.status, error)
        }
    }

    /// Refuses a command that no claim fits: by the last claim's stage, or as nothing has been claimed or requested under that key.
    private mutating func refuse(_ command: ClaimCommand, _ identity: CommandIdentity, in file: inout ClaimFile) {
        guard let last = file.claims.indices.last else {
            reject(identity, of: file.complaint, meeting: .unclaimed, Self.noClaim)
            return
        }
        switch command {
        case .approve, .decline, .retrySettlement:
            obey(command, identity, on: last, in: &file)
        case .confirmSettlement, .failSettlement:
            let known = file.claims.filter { $0.claimed != nil }.map(\.paymentKey).joined(separator: ", ")
            let fault = Fault(
                field: "data.paymentKey", problem: "is not the key of a payment of this complaint",
                expected: known.isEmpty ? "the key of a settlement that was requested" : "one of " + known)
            reject(identity, of: file.complaint, meeting: file.status, fault)
        }
    }

    private mutating func reject(
        _ identity: CommandIdentity, of complaint: ComplaintNumber, meeting status: ClaimStatus, _ fault: Fault
    ) {
        events.append(.commandRejected(CommandRejected(identity, of: complaint, meetingClaim: status, fault: fault, at: context.now)))
    }

    private static let unknownComplaint = Fault(
        field: "data.complaint", problem: "is unknown: no such complaint is registered", expected: "a registered complaint")

    private static let noClaim = Fault(
        field: "command", problem: "cannot be given while nothing is claimed", expected: "a finding of liability first")

    // MARK: Time

    private mutating func wake() {
        guard case .registered(var file) = state else { return }
        let account = file.account(in: context)
        for index in file.claims.indices {
            events += file.claims[index].attendToWhatIsDue(account)
        }
        state = .registered(file)
    }
}
