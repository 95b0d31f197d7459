import Seeded
import Testing

@testable import Domain

/// The complaints of one line, one after the other, through intake, compensation and dispatch, with what was found and paid counted apart.
struct RepeatHistory {
    private(set) var largestFound: [String: Int64] = [:]
    /// What is paid and not taken back, by matter.
    private(set) var paid: [String: Int64] = [:]
    /// What persons gave.
    private(set) var granted: Int64 = 0
    /// All that was commanded on the open complaint and handled.
    private(set) var commands: [CompensationInput] = []
    private var line = LineScenario()
    private var complaint: ComplaintNumber = "C0"
    private var compensation = Self.compensation()
    private var dispatch = Scenario(DispatchDecider.self, policy: .fixture(.fixture()), at: LineScenario.morning)
    private var approvals: [ClaimNumber: ClaimApproved] = [:]
    private var count = 0

    var state: Compensation? { compensation.state }

    private static func compensation() -> Scenario<CompensationDecider> {
        let policy = CompensationPolicy.fixture(
            goodwill: .fixture(), settlement: .fixture(attempts: 2, backoff: ["15m"]))
        return Scenario(CompensationDecider.self, policy: .only(policy), at: LineScenario.morning)
    }

    private var file: ClaimState? {
        guard case .registered(let file) = compensation.state else { return nil }
        return file
    }

    /// The customer complains, for the first time or again.
    mutating func opens() throws {
        let given: Set<String> = ["customer", "contact", "description", "dissatisfaction"]
        let registered = try #require(try line.submits(given: given, at: line.intake.now.adding(.hours(1))).registered)
        complaint = registered.complaint
        commands = []
        compensation = Self.compensation()
        dispatch = Scenario(DispatchDecider.self, policy: .fixture(.fixture()), at: line.intake.now)
        _ = try compensation.when(.complaint(.registered(registered)), at: line.intake.now)
        _ = try dispatch.when(.complaint(.registered(registered)))
    }

    /// It is closed: withdrawn with claims undecided, or after all of them are decided and paid.
    mutating func closes(withdrawing: Bool) throws {
        if !withdrawing {
            for claim in file?.claims ?? [] where claim.status == .proposed {
                try order(.decline(claim: claim.claim, reason: "no bill"), by: "manager-9")
            }
            for claim in file?.claims ?? [] where claim.claimed != nil && claim.status != .settled {
                try order(.confirmSettlement(paymentKey: claim.paymentKey, reference: nil), by: ClaimScenario.billing)
            }
        }
        let withdrawn = ComplaintEvent.withdrawn(ComplaintWithdrawn(complaint: complaint, at: dispatch.now))
        if withdrawing { note(try compensation.when(.complaint(withdrawn))) }
        hear(try dispatch.when(.complaint(withdrawn)))
    }

    /// Something happens at compensation.
    mutating func step(_ random: inout SplitMix64) throws {
        guard let file else { return }
        count += 1
        let claim = file.claims.randomElement(using: &random)
        let by: ActorID = Bool.random(using: &random) ? ClaimScenario.manager : ClaimScenario.supervisor
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2 where file.isWithdrawn != true: try find(&random)
        case 3, 4:
            guard let claim else { return }
            try order(.approve(claim: claim.claim), by: by)
        case 5:
            guard let claim else { return }
            try order(.confirmSettlement(paymentKey: claim.paymentKey, reference: nil), by: ClaimScenario.billing)
        case 6:
            guard let claim, claim.attempts > 0 else { return }
            try order(
                .failSettlement(paymentKey: claim.paymentKey, attempt: claim.attempts, reason: "busy"), by: ClaimScenario.billing)
        case 7:
            guard let claim else { return }
            try order(.retrySettlement(claim: claim.claim, attempt: max(1, claim.attempts)), by: by)
        case 8:
            guard let claim else { return }
            if claim.status == .reversalRequested {
                try order(.confirmReversal(paymentKey: claim.paymentKey, reference: nil), by: ClaimScenario.billing)
            } else {
                try order(.reverseSettlement(claim: claim.claim, attempt: (claim.reversals ?? 0) + 1, reason: "wrong"), by: by)
            }
        case 9 where file.isWithdrawn != true:
            let amount = Money(minorUnits: Int64.random(in: 1...9_000, using: &random))
            try order(.grantGoodwill(ground: "late-handling", amount: amount, reason: "late"), by: "clerk-1")
        default: note(try compensation.whenDue())
        }
    }

    /// A command is told once more.
    mutating func repeats(_ command: CompensationInput) throws {
        _ = try compensation.when(command)
    }

    private mutating func find(_ random: inout SplitMix64) throws {
        let fen = Int64.random(in: 1...60_000, using: &random)
        let cause = ["bill-1", "bill-2", nil].randomElement(using: &random) ?? nil
        let matter = cause ?? "wrong-charge"
        largestFound[matter] = max(largestFound[matter, default: 0], fen)
        let now = compensation.now.adding(.minutes(1))
        let finding = ClaimScenario.finding(fen: fen, at: now, particulars: Particulars(cause: cause), of: complaint)
        note(try compensation.when(.workOrder(.liabilityFound(finding)), at: now))
    }

    private mutating func order(_ command: ClaimCommand, by actor: ActorID) throws {
        count += 1
        let input = ClaimScenario.command(command, id: "h-\(count)", by: actor, of: complaint)
        let events = try compensation.when(input)
        // What was refused may be right later; what was handled must not be handled twice.
        if !events.contains(where: { $0.refusal != nil }) { commands.append(input) }
        note(events)
    }

    /// Counts what was approved and taken back, and lets dispatch hear of it.
    private mutating func note(_ events: [ClaimEvent]) {
        for event in events {
            switch event {
            case .approved(let claim):
                approvals[claim.claim] = claim
                add(claim, 1)
            case .reversed(let claim): if let approved = approvals[claim.claim] { add(approved, -1) }
            default: break
            }
            do {
                hear(try dispatch.when(.claim(event)))
            } catch {
                Issue.record("dispatch did not take \(event.word): \(error)")
            }
        }
    }

    private mutating func add(_ claim: ClaimApproved, _ sign: Int64) {
        if claim.kind == .granted {
            granted += sign * claim.amount.minorUnits
        } else {
            paid[claim.cause ?? claim.ground ?? "", default: 0] += sign * claim.amount.minorUnits
        }
    }

    /// Intake hears of an archiving, each time it is told.
    private mutating func hear(_ events: [WorkOrderEvent]) {
        for case .archived(let archived) in events { line.given(archived.complaint, archivedAt: archived.at, paid: archived.paid) }
    }
}
