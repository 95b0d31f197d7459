@testable import Domain

/// One complaint's lane at compensation: 王芳's, about a wrong charge, on 30 September 2026.
struct ClaimScenario {
    var lane: Scenario<CompensationDecider>
    private var commandNumber = 0

    static let number = ComplaintScenario.number
    static let morning = LineScenario.morning
    static let first: ClaimNumber = "R20260930003000127-1"
    static let second: ClaimNumber = "R20260930003000127-2"
    /// Who finds liability.
    static let finder: ActorID = "staff-1042"
    static let supervisor: ActorID = "supervisor-07"
    static let manager: ActorID = "manager-1"
    static let billing: ActorID = "billing"

    init(_ policy: CompensationPolicy = .fixture()) {
        lane = Scenario(CompensationDecider.self, policy: .only(policy), at: Self.morning)
    }

    var status: ClaimStatus? { lane.state?.status }

    var file: ClaimState? {
        guard case .registered(let file) = lane.state else { return nil }
        return file
    }

    @discardableResult
    mutating func registers(at time: Instant? = nil) throws(Fault) -> [ClaimEvent] {
        try lane.when(Self.registration, at: time)
    }

    /// Somebody finds whose fault it was; each finding a minute after the last, so that none is a repetition.
    @discardableResult
    mutating func finds(
        _ liability: Liability = .operatorAtFault, ground: String? = "wrong-charge", fen: Int64? = nil, quantity: Int? = nil,
        _ particulars: Particulars? = nil, by finder: ActorID = finder
    ) throws(Fault) -> [ClaimEvent] {
        let now = lane.now.adding(.minutes(1))
        let finding = Self.finding(
            liability, ground: ground, fen: fen, quantity: quantity, by: finder, at: now, particulars: particulars)
        return try lane.when(.workOrder(.liabilityFound(finding)), at: now)
    }

    @discardableResult
    mutating func orders(_ command: ClaimCommand, by actor: ActorID = supervisor, at time: Instant? = nil) throws(Fault) -> [ClaimEvent] {
        commandNumber += 1
        return try lane.when(Self.command(command, id: "cmd-\(commandNumber)", by: actor), at: time)
    }

    @discardableResult
    mutating func confirms(_ claim: ClaimNumber = first, reference: String? = "pay-881") throws(Fault) -> [ClaimEvent] {
        try orders(.confirmSettlement(paymentKey: claim.rawValue, reference: reference), by: Self.billing)
    }

    @discardableResult
    mutating func fails(_ claim: ClaimNumber = first, reason: Reason = "account closed") throws(Fault) -> [ClaimEvent] {
        try orders(.failSettlement(paymentKey: claim.rawValue, reason: reason), by: Self.billing)
    }

    static let registration = CompensationInput.complaint(.registered(ComplaintScenario.complaint()))

    static func finding(
        _ liability: Liability = .operatorAtFault, ground: String? = "wrong-charge", fen: Int64? = nil, quantity: Int? = nil,
        currency: String = "CNY", by finder: ActorID = finder, at time: Instant = morning, particulars: Particulars? = nil,
        of complaint: ComplaintNumber = number
    ) -> WorkOrderLiabilityFound {
        WorkOrderLiabilityFound(
            complaint: complaint, workOrder: "W20260930003000127", liability: liability, ground: ground,
            amount: fen.map { Money(minorUnits: $0, currency: currency) }, quantity: quantity, by: finder, at: time,
            particulars: particulars)
    }

    /// The answer clock's deadline was missed.
    static func breach(_ clock: ClockName = "answer", cycle: Int = 1, threshold: Int = 100) -> CompensationInput {
        .breach(
            Alert(
                alert: "\(number)/\(clock)/\(cycle)/\(threshold)", complaint: number, clock: clock, cycle: cycle, threshold: threshold,
                dueAt: morning, firedAt: morning, unit: nil, province: "CN-JS", category: "billing", nature: .ordinary, step: 2,
                rule: "Order 35 art. 8"))
    }

    static func command(_ command: ClaimCommand, id: String, by actor: ActorID = supervisor, of complaint: ComplaintNumber = number)
        -> CompensationInput
    {
        .command(
            command, of: complaint,
            CommandIdentity(
                type: "redress.compensation.\(command.name.rawValue).v1", source: "/desk/nanjing", id: id, actor: actor))
    }
}

extension ClaimEvent {
    /// The fault of a refused command.
    var refusal: Fault? {
        guard case .commandRejected(let rejection) = self else { return nil }
        return rejection.fault
    }

    var proposal: ClaimProposed? {
        guard case .proposed(let proposed) = self else { return nil }
        return proposed
    }

    var denial: ClaimDenied? {
        guard case .denied(let denied) = self else { return nil }
        return denied
    }

    var request: SettlementRequested? {
        guard case .settlementRequested(let requested) = self else { return nil }
        return requested
    }

    var failure: SettlementFailed? {
        guard case .settlementFailed(let failed) = self else { return nil }
        return failed
    }

    var settlement: ClaimSettled? {
        guard case .settled(let settled) = self else { return nil }
        return settled
    }

    var approval: ClaimApproved? {
        guard case .approved(let approved) = self else { return nil }
        return approved
    }

    var reversal: ReversalRequested? {
        guard case .reversalRequested(let requested) = self else { return nil }
        return requested
    }

    /// The event's name, for comparing courses of events.
    var word: String {
        switch self {
        case .proposed: "proposed"
        case .approved: "approved"
        case .declined: "declined"
        case .denied: "denied"
        case .settlementRequested: "settlementRequested"
        case .settled: "settled"
        case .settlementFailed: "settlementFailed"
        case .reversalRequested: "reversalRequested"
        case .reversed: "reversed"
        case .reversalFailed: "reversalFailed"
        case .commandRejected: "commandRejected"
        }
    }
}

extension [AmountLine] {
    /// `wrong-charge 2500, offset -500`.
    var words: String { map { "\($0.tariff) \($0.amount.minorUnits)" }.joined(separator: ", ") }
}
