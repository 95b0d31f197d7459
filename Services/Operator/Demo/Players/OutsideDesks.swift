import Contracts
import Domain

/// The desk that hears what an appeal body does, and puts each step on record: accepted, passed on, mediated, closed (Order 35 art. 14).
struct AppealDesk: Player {
    private static let steps: [(step: AppealStep, hours: Int)] = [
        (.accepted, 4), (.forwarded, 10), (.mediationOpened, 34), (.mediationAgreed, 58), (.closed, 82),
    ]

    mutating func respond(to fact: Fact) -> [Intention] {
        guard case .workOrder(.dispatched(let dispatched)) = fact, dispatched.level == .appeal else { return [] }
        return Self.steps.enumerated().map { index, step in
            let time = dispatched.at.adding(.hours(step.hours))
            var command = CommandMessage(.recordAppealStep, complaint: dispatched.complaint, by: "appeals-1")
            command.texts = ["step": step.step.rawValue, "document": "SC-2026-0711-\(index + 1)"]
            command.at = time
            return Intention(at: time, message: OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: time))
        }
    }
}

/// The supervisors and managers who decide claims that the policy does not approve by itself.
package struct Approvers: Player {
    package init() {}

    package mutating func respond(to fact: Fact) -> [Intention] {
        guard case .claim(.proposed(let claim)) = fact, claim.approvalRequired else { return [] }
        let key = claim.complaint.rawValue
        let actor = ActorID(claim.band == "supervisor" ? "supervisor-\(1 + Dice.roll("approver", of: key, sides: 3))" : "manager-1")
        let isDeclined = Dice.roll("decline", of: key, sides: 100) < 8
        var command = CommandMessage(isDeclined ? .decline : .approve, complaint: claim.complaint, by: actor)
        command.claim = claim.claim
        if isDeclined { command.reason = "The finding does not support the sum." }
        let time = claim.at.adding(Dice.hours("approve", of: key, in: 2...30))
        return [Intention(at: time, message: OutsideMessage(command, to: .compensationCommands, from: .approver, at: time))]
    }
}

/// A supervisor who finds one of the complaints to be a major one, on evidence of their own (S134).
struct Supervisors: Player {
    private var hasDeclared = false
    private var seen = 0

    /// Which accepted work order it is: not the first, so that the desks are at work already.
    private static let chosen = 12

    mutating func respond(to fact: Fact) -> [Intention] {
        guard !hasDeclared, case .workOrder(.accepted(let accepted)) = fact else { return [] }
        seen += 1
        guard seen >= Self.chosen, Temper(accepted.complaint, mayBeLate: true).pace == .prompt else { return [] }
        hasDeclared = true
        var command = CommandMessage(.declareMajor, complaint: accepted.complaint, by: "supervisor-1")
        command.texts["ground"] = MajorGround.groupComplaint.rawValue
        command.texts["evidence"] = "REPORT-4711"
        return [Intention(at: accepted.at, message: OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: accepted.at))]
    }
}

/// The channel gateways' way back: they say of each message whether it arrived; a few do not at the first attempt.
package struct ReceiptGateway: Player {
    package init() {}

    package mutating func respond(to fact: Fact) -> [Intention] {
        guard case .notice(.requested(let notice)) = fact else { return [] }
        let key = notice.notification.rawValue
        let fails = notice.attempt == 1 && Dice.roll("receipt", of: key, sides: 100) < 3
        let time = notice.at.adding(.minutes(1 + Dice.roll("minutes", of: key, sides: 20)))
        var command = CommandMessage(
            receiptOf: notice.notification, complaint: notice.complaint, outcome: fails ? .failed : .delivered, at: time)
        if fails { command.reason = "The recipient could not be reached." }
        return [Intention(at: time, message: OutsideMessage(command, to: .notificationReceipts, from: .gateway, at: time))]
    }
}

/// Billing, which pays what it is asked to, under one reference a key; some payments fail once, a few as often as they are tried.
package struct BillingDesk: Player {
    package init() {}

    package mutating func respond(to fact: Fact) -> [Intention] {
        if case .claim(.settlementRequested(let request)) = fact { return [pay(request)] }
        // After the last attempt a person has to act: one who may approve.
        if case .claim(.settlementFailed(let failure)) = fact, !failure.willRetry { return [retry(failure)] }
        return []
    }

    private func pay(_ request: SettlementRequested) -> Intention {
        let key = request.complaint.rawValue
        let roll = Dice.roll("payment", of: key, sides: 100)
        let fails = roll < 2 ? request.attempt <= 3 : roll < 9 && request.attempt == 1
        var command = CommandMessage(
            fails ? .failSettlement : .confirmSettlement, complaint: request.complaint, by: ActorID(Party.billing.rawValue))
        command.paymentKey = request.paymentKey
        if fails {
            command.attempt = request.attempt
            command.code = "bill-run-closed"
            command.reason = "The account is closed for the monthly run."
        } else {
            command.reference = "B-" + request.claim.rawValue
        }
        return intend(command, at: request.at.adding(Dice.hours("pay", of: key, in: 1...5)))
    }

    private func retry(_ failure: SettlementFailed) -> Intention {
        var command = CommandMessage(.retrySettlement, complaint: failure.complaint, by: "manager-1")
        command.claim = failure.claim
        command.attempt = failure.attempt
        return intend(command, from: .approver, at: failure.at.adding(Dice.hours("again", of: failure.complaint.rawValue, in: 4...20)))
    }

    private func intend(_ command: CommandMessage, from party: Party = .billing, at time: Instant) -> Intention {
        Intention(at: time, message: OutsideMessage(command, to: .compensationCommands, from: party, at: time))
    }
}
