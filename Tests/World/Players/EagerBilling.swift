import Contracts
import Domain
import OperatorService

/// Billing that fails for good now and then, those who give for goodwill, and those who take back what was paid by mistake.
struct EagerBilling: Player {
    private var done: Set<String> = []

    mutating func respond(to fact: Fact) -> [Intention] {
        switch fact {
        case .workOrder(.customerTold(let fact)) where decide("goodwill", fact.complaint, oneIn: 3):
            [
                command(.grantGoodwill, fact.complaint, nil, by: "proposer-1", at: fact.at.adding(.hours(2))) {
                    $0.ground = "courtesy"
                    $0.amount = Money(minorUnits: 5_000)
                    $0.reason = "it took long"
                }
            ]
        case .claim(.settlementRequested(let request)): [pay(request)]
        case .claim(.settlementFailed(let failure)) where !failure.willRetry:
            [command(.retrySettlement, failure.complaint, failure.claim, by: "manager-1", at: failure.at.adding(.hours(9))) { _ in }]
        case .claim(.settled(let claim)) where decide("reverse", claim.complaint, oneIn: 2):
            [takeBack(claim.complaint, claim.claim, at: claim.at.adding(.hours(30)))]
        case .claim(.reversalRequested(let request)): [answer(request)]
        case .claim(.reversalFailed(let failure)): [takeBack(failure.complaint, failure.claim, at: failure.at.adding(.hours(20)))]
        default: []
        }
    }

    private mutating func decide(_ what: String, _ complaint: ComplaintNumber, oneIn odds: Int) -> Bool {
        Dice.roll("eager \(what)", of: complaint.rawValue, sides: odds) == 0 && done.insert("\(what) \(complaint)").inserted
    }

    /// The first attempt fails for one in three, and there trying again does not mend it without a person.
    private func pay(_ request: SettlementRequested) -> Intention {
        let fails = request.attempt == 1 && Dice.roll("fails", of: request.complaint.rawValue, sides: 3) == 0
        return command(
            fails ? .failSettlement : .confirmSettlement, request.complaint, nil, by: ActorID(Party.billing.rawValue),
            at: request.at.adding(Dice.hours("pay", of: request.complaint.rawValue, in: 1...5))
        ) { command in
            command.paymentKey = request.paymentKey
            guard fails else { return command.reference = "B-" + request.claim.rawValue }
            command.attempt = request.attempt
            command.code = "account-closed"
            command.reason = "The account is closed."
        }
    }

    private func takeBack(_ complaint: ComplaintNumber, _ claim: ClaimNumber, at time: Instant) -> Intention {
        command(.reverseSettlement, complaint, claim, by: "manager-1", at: time) { $0.reason = "paid to the wrong account" }
    }

    private func answer(_ request: ReversalRequested) -> Intention {
        let fails = request.attempt == 1 && Dice.roll("bill out", of: request.complaint.rawValue, sides: 2) == 0
        return command(
            fails ? .failReversal : .confirmReversal, request.complaint, nil, by: ActorID(Party.billing.rawValue),
            at: request.at.adding(.hours(3))
        ) { command in
            command.paymentKey = request.paymentKey
            command.attempt = fails ? request.attempt : nil
            command.reason = fails ? "The bill is out." : nil
            command.reference = fails ? nil : "R-" + request.claim.rawValue
        }
    }

    private func command(
        _ type: ClaimCommand.Name, _ complaint: ComplaintNumber, _ claim: ClaimNumber?, by actor: ActorID, at time: Instant,
        _ complete: (inout CommandMessage) -> Void
    ) -> Intention {
        var command = CommandMessage(type, complaint: complaint, by: actor)
        command.claim = claim
        complete(&command)
        return Intention(at: time, message: OutsideMessage(command, to: .compensationCommands, from: .billing, at: time))
    }
}
