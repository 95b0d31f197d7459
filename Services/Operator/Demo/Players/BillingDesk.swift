import Contracts
import Domain

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
