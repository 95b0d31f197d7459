/// Decides what reaches the lane of a complaint at compensation: what is owed, who approves it, whether billing has paid (S090, S108, S198).
///
/// The topics have no order among them: a finding that comes before its complaint waits for it. A refused command is an event for its
/// sender, never an error. Time alone moves a settlement only when the decider is woken.
public enum CompensationDecider: Decider {
    public static var wake: CompensationInput { .wake }

    /// - Throws: a `Fault` when more findings than `WaitingFindings.limit` wait for a complaint nobody registered.
    public static func decide(
        _ input: CompensationInput, given state: Compensation?, in context: DecisionContext<PolicyVersions<CompensationRules>>
    ) throws(Fault) -> Decision<Compensation, ClaimEvent> {
        var transition = CompensationTransition(state: state, context: context)
        try transition.take(input)
        return Decision(state: transition.state, events: transition.events, due: transition.due)
    }
}

/// What reaches the lane of a complaint at compensation, in any interleaving of its topics.
public enum CompensationInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    case workOrder(WorkOrderEvent)
    /// A deadline was missed.
    case breach(Alert)
    /// What an approver or billing says, of which complaint, and under which identity a refusal goes back.
    case command(ClaimCommand, of: ComplaintNumber, CommandIdentity)
    /// A command that could be read only as far as who sent it and of what; the sender is told what is wrong.
    case malformedCommand(Fault, of: ComplaintNumber, CommandIdentity)
    case wake
}

/// Compensation at work on one input of one complaint.
struct CompensationTransition {
    private(set) var state: Compensation?
    private(set) var events: [ClaimEvent] = []
    private let context: DecisionContext<PolicyVersions<CompensationRules>>

    init(state: Compensation?, context: DecisionContext<PolicyVersions<CompensationRules>>) {
        self.state = state
        self.context = context
    }

    /// When to ask again: when billing's time to answer or the wait for the next attempt is over.
    var due: Instant? {
        switch state {
        case .registered(let file): file.due
        case .unregistered(let waiting): timeout.flatMap(waiting.due)
        case nil: nil
        }
    }

    /// How long a gift waits for its complaint; `nil` for not at all.
    private var timeout: Duration? { context.policy.current.policy.unknownComplaintTimeout?.value.duration }

    mutating func take(_ input: CompensationInput) throws(Fault) {
        switch input {
        case .complaint(let event): take(event)
        case .workOrder(let event): try take(event)
        case .breach(let alert): take(alert)
        case .command(let command, let complaint, let identity): try take(command, of: complaint, identity)
        case .malformedCommand(let fault, let complaint, let identity):
            reject(identity, of: complaint, meeting: state?.status ?? .unregistered, fault)
        case .wake: wake()
        }
    }

    private func terms(of file: ClaimState) -> ClaimTerms { ClaimTerms(context, acceptedUnder: file.policyVersion) }

    // MARK: Facts

    private mutating func take(_ event: ComplaintEvent) {
        switch event {
        case .registered(let complaint): register(complaint)
        case .withdrawn: withdraw()
        case .informationRequired, .supplemented, .urged, .exposed, .flagged, .feedbackGiven, .contested, .rejected: break
        }
    }

    /// What is approved goes its own way; what nobody has decided no longer can be, else it might be paid beside a repeat's claim.
    private mutating func withdraw() {
        guard case .registered(var file) = state else { return }
        file.isWithdrawn = true
        state = .registered(file)
    }

    /// Opens the file, then calculates what waited for it.
    private mutating func register(_ complaint: ComplaintRegistered) {
        if case .registered = state { return }
        var file = ClaimState(complaint, in: context)
        let terms = terms(of: file)
        if case .unregistered(let waiting) = state {
            for finding in waiting.findings { events += file.take(finding, by: terms) }
            for breach in waiting.breaches ?? [] { events += file.take(breach, by: terms) }
            for grant in waiting.grants ?? [] { give(grant, in: &file) }
        }
        state = .registered(file)
    }

    private mutating func take(_ event: WorkOrderEvent) throws(Fault) {
        guard case .liabilityFound(let finding) = event else { return }
        if case .registered(var file) = state {
            events += file.take(finding, by: terms(of: file))
            state = .registered(file)
        } else {
            try wait(finding.complaint) { waiting throws(Fault) in try waiting.hold(finding) }
        }
    }

    private mutating func take(_ breach: Alert) {
        if case .registered(var file) = state {
            events += file.take(breach, by: terms(of: file))
            state = .registered(file)
        } else if asksForBreaches {
            wait(breach.complaint) { waiting in waiting.hold(breach) }
        }
    }

    /// Whether any policy gives something for a missed deadline: else none needs to be remembered.
    private var asksForBreaches: Bool {
        let policies = [context.policy.current] + context.policy.earlier.values
        return policies.contains { $0.policy.goodwill?.lateHandling != nil }
    }

    /// Changes what waits for the registration.
    private mutating func wait<Failure: Error>(
        _ complaint: ComplaintNumber, _ change: (inout WaitingFindings) throws(Failure) -> Void
    ) throws(Failure) {
        var waiting = WaitingFindings(complaint: complaint)
        if case .unregistered(let held) = state { waiting = held }
        try change(&waiting)
        state = .unregistered(waiting)
    }

    // MARK: Commands

    private mutating func take(_ command: ClaimCommand, of complaint: ComplaintNumber, _ identity: CommandIdentity) throws(Fault) {
        if case .grantGoodwill(let ground, let amount, let reason) = command {
            let grant = WaitingFindings.Grant(
                ground: ground, amount: amount, reason: reason, identity: identity, since: context.now)
            guard case .registered(var file) = state else {
                guard timeout != nil else { return reject(identity, of: complaint, meeting: .unregistered, Self.unknownComplaint) }
                return try wait(complaint) { waiting throws(Fault) in try waiting.hold(grant) }
            }
            give(grant, in: &file)
            state = .registered(file)
            return
        }
        switch state {
        case .registered(var file):
            handle(command, identity, in: &file)
            state = .registered(file)
        case .unregistered, nil:
            reject(identity, of: complaint, meeting: .unregistered, Self.unknownComplaint)
        }
    }

    private mutating func give(_ grant: WaitingFindings.Grant, in file: inout ClaimState) {
        let gift = ClaimGift(
            ground: grant.ground, by: grant.identity.actor, reason: grant.reason,
            identity: grant.identity.source + "|" + grant.identity.id)
        do {
            events += try file.grant(gift, grant.amount, by: terms(of: file))
        } catch {
            reject(grant.identity, of: file.complaint, meeting: file.status, error)
        }
    }

    private mutating func handle(_ command: ClaimCommand, _ identity: CommandIdentity, in file: inout ClaimState) {
        guard !file.claims.isEmpty else { return reject(identity, of: file.complaint, meeting: .unclaimed, Self.noClaim) }
        do {
            let targets = try file.targets(of: command)
            for index in targets { handle(command, identity, on: index, in: &file) }
            if targets.isEmpty { refuse(command, identity, in: &file) }
        } catch {
            reject(identity, of: file.complaint, meeting: file.status, error)
        }
    }

    private mutating func handle(_ command: ClaimCommand, _ identity: CommandIdentity, on index: Int, in file: inout ClaimState) {
        let claim = file.claims[index]
        let offices = context.policy.current
        let order = Claim.Order(
            identity: identity, account: file.account(by: terms(of: file)),
            band: offices.band(for: file.total(with: claim), of: claim.kind),
            offices: offices, isWithdrawn: file.isWithdrawn == true)
        do {
            events += try file.claims[index].handle(command, order)
        } catch {
            reject(identity, of: file.complaint, meeting: claim.status, error)
        }
    }

    /// Refuses a command that no claim fits: by the last claim's stage, or as nothing has been claimed or requested under that key.
    private mutating func refuse(_ command: ClaimCommand, _ identity: CommandIdentity, in file: inout ClaimState) {
        switch command.target {
        case .claim, .proposed, .unpaid, .newClaim:
            handle(command, identity, on: file.claims.count - 1, in: &file)
        case .payment:
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
        field: "command", problem: "is not possible: nothing has been claimed", expected: "a finding of liability first")

    // MARK: Time

    private mutating func wake() {
        guard case .registered(var file) = state else { return giveUpWaiting() }
        let account = file.account(by: terms(of: file))
        for index in file.claims.indices {
            events += file.claims[index].attendToWhatIsDue(account)
        }
        state = .registered(file)
    }

    /// Refuses the gifts whose complaint never came; findings wait on, as each is a customer's money.
    private mutating func giveUpWaiting() {
        guard case .unregistered(var waiting) = state, let timeout else { return }
        for grant in waiting.expire(after: timeout, at: context.now) {
            reject(grant.identity, of: waiting.complaint, meeting: .unregistered, Self.unknownComplaint)
        }
        state = waiting.isEmpty ? nil : .unregistered(waiting)
    }
}
