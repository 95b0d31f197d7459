import Moments

@testable import Domain

/// One complaint's lane at dispatch: 王芳's, registered on 30 September 2026 at nine.
struct ComplaintScenario {
    var dispatch: Scenario<DispatchDecider>
    private var commandNumber = 0

    static let number: ComplaintNumber = "C20260930003000127"
    static let morning = LineScenario.morning
    static let handler: ActorID = "staff-1042"
    static let reviewer: ActorID = "staff-2077"

    init(_ policy: WorkOrderPolicy = .fixture()) {
        dispatch = Scenario(DispatchDecider.self, policy: .fixture(policy), at: Self.morning)
    }

    /// The same by rules of another kind than the work orders' own.
    init(rules: DispatchRules, after commands: [WorkOrderCommand]) throws(Fault) {
        dispatch = Scenario(DispatchDecider.self, policy: rules, at: Self.morning)
        try registers()
        for command in commands { try orders(command) }
    }

    /// A work order that has gone through these commands.
    init(_ policy: WorkOrderPolicy = .fixture(), after commands: [WorkOrderCommand]) throws(Fault) {
        self.init(policy)
        try registers()
        for command in commands {
            try orders(command, by: command == .approveAnswer ? Self.reviewer : Self.handler)
        }
    }

    /// The work order of this complaint, after these commands.
    init(
        _ policy: WorkOrderPolicy = .fixture(), of complaint: ComplaintRegistered, after commands: [WorkOrderCommand] = []
    ) throws(Fault) {
        self.init(policy)
        try registers(complaint)
        for command in commands { try orders(command, by: command == .approveAnswer ? Self.reviewer : Self.handler) }
    }

    var status: WorkOrderStatus? { dispatch.state?.status }

    var open: OpenWorkOrder? {
        guard case .open(let order) = dispatch.state else { return nil }
        return order
    }

    @discardableResult
    mutating func registers(_ complaint: ComplaintRegistered = complaint(), at time: Instant? = nil) throws(Fault) -> [WorkOrderEvent] {
        try dispatch.when(.complaint(.registered(complaint)), at: time)
    }

    @discardableResult
    mutating func orders(
        _ command: WorkOrderCommand, by actor: ActorID = handler, at time: Instant? = nil
    ) throws(Fault) -> [WorkOrderEvent] {
        commandNumber += 1
        return try dispatch.when(Self.command(command, id: "cmd-\(commandNumber)", by: actor), at: time)
    }

    static func command(_ command: WorkOrderCommand, id: String, by actor: ActorID = handler) -> DispatchInput {
        .command(
            command, of: number,
            CommandIdentity(type: "redress.work-order.\(command.name.rawValue).v1", source: "/desk/nanjing", id: id, actor: actor))
    }

    static func complaint(
        channel: Channel = "hotline", level: ChannelLevel = .provincial, province: Province = "CN-JS",
        category: Domain.Category = "billing",
        nature: Nature = .ordinary, flags: [Flag] = [], disputed: Money? = nil, settledOnSpot: Bool = false,
        number: ComplaintNumber = number
    ) -> ComplaintRegistered {
        ComplaintRegistered(
            complaint: number, line: LineScenario.line, channel: channel, level: level, province: province, category: category,
            nature: nature, flags: flags, language: .chinese, personal: .sample("sealed"), receivedAt: morning, registeredAt: morning,
            repeatOf: nil, disputedAmount: disputed, settledOnSpot: settledOnSpot, policyVersion: "accepted-under-1")
    }

    /// The alert of one threshold of the answer clock.
    static func alert(_ threshold: Int, step: Int) -> DispatchInput {
        let alert = Alert(
            alert: "\(number)/answer/1/\(threshold)", complaint: number, clock: "answer", cycle: 1, threshold: threshold,
            dueAt: at("2026-10-15T23:59:59+08:00"), firedAt: morning, unit: nil, province: "CN-JS", category: "billing",
            nature: .ordinary, step: step, rule: "Order 35 art. 8")
        return .alert(threshold < 100 ? .warned(alert) : .breached(alert))
    }
}

/// What compensation says of claim K1, unless another is named.
enum Claims {
    static let fen = Money(minorUnits: 2_500)

    static func proposed(_ claim: ClaimNumber = "K1") -> ClaimEvent {
        .proposed(
            ClaimProposed(
                complaint: ComplaintScenario.number, claim: claim, liability: .operatorAtFault, amount: fen, lines: [], band: "handler",
                approvalRequired: true, by: ComplaintScenario.handler, at: ComplaintScenario.morning))
    }

    static func settled(_ claim: ClaimNumber = "K1") -> ClaimEvent {
        .settled(
            ClaimSettled(
                complaint: ComplaintScenario.number, claim: claim, amount: fen, paymentKey: "pay-1", reference: nil,
                at: ComplaintScenario.morning))
    }

    static func declined(_ claim: ClaimNumber = "K1") -> ClaimEvent {
        .declined(
            ClaimDeclined(
                complaint: ComplaintScenario.number, claim: claim, reason: "no bill", by: ComplaintScenario.reviewer,
                at: ComplaintScenario.morning))
    }

    static func denied(_ claim: ClaimNumber = "K1") -> ClaimEvent {
        .denied(
            ClaimDenied(
                complaint: ComplaintScenario.number, claim: claim, liability: .operatorAtFault, reason: "no amount",
                at: ComplaintScenario.morning))
    }

    static func failed(_ claim: ClaimNumber = "K1", willRetry: Bool) -> ClaimEvent {
        .settlementFailed(
            SettlementFailed(
                complaint: ComplaintScenario.number, claim: claim, paymentKey: "pay-1", attempt: 3, reason: "account closed",
                willRetry: willRetry, at: ComplaintScenario.morning))
    }
}

extension WorkOrderEvent {
    /// The fault of a refused command.
    var refusal: Fault? {
        guard case .commandRejected(let rejection) = self else { return nil }
        return rejection.fault
    }

    /// The event's name, for comparing courses of events.
    var word: String {
        switch self {
        case .dispatched: "dispatched"
        case .accepted: "accepted"
        case .transferred: "transferred"
        case .held: "held"
        case .resumed: "resumed"
        case .liabilityFound: "liabilityFound"
        case .answered: "answered"
        case .answerApproved: "answerApproved"
        case .answerReturned: "answerReturned"
        case .customerTold: "customerTold"
        case .customerUntold: "customerUntold"
        case .urged: "urged"
        case .escalated: "escalated"
        case .archived: "archived"
        case .coordinationRequested: "coordinationRequested"
        case .contributed: "contributed"
        case .evidenceRecorded: "evidenceRecorded"
        case .meetingRecorded: "meetingRecorded"
        case .redistributed: "redistributed"
        case .supervised: "supervised"
        case .reviewRequested: "reviewRequested"
        case .majorDeclared: "majorDeclared"
        case .majorRevoked: "majorRevoked"
        case .reported: "reported"
        case .planFiled: "planFiled"
        case .scriptFiled: "scriptFiled"
        case .maliciousDeclared: "maliciousDeclared"
        case .maliciousRevoked: "maliciousRevoked"
        case .merged: "merged"
        case .unmerged: "unmerged"
        case .memberAdded: "memberAdded"
        case .memberRemoved: "memberRemoved"
        case .entrusted: "entrusted"
        case .followedUp: "followedUp"
        case .dissatisfied: "dissatisfied"
        case .appealStepRecorded: "appealStepRecorded"
        case .flagged: "flagged"
        case .commandRejected: "commandRejected"
        case .commandWaiting: "commandWaiting"
        case .asked: "asked"
        }
    }
}
