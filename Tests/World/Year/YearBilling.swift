import Contracts
import Domain
import OperatorService

/// Billing of the year: it pays, fails in every way there is, and takes back; and the people who decide beside it.
struct YearBilling: Player {
    private let register: YearRegister
    private var given: Set<ComplaintNumber> = []
    private var reversing: Set<ClaimNumber> = []

    init(_ register: YearRegister) {
        self.register = register
    }

    mutating func respond(to fact: Fact) -> [Intention] {
        switch fact {
        case .workOrder(.customerTold(let fact)): return giveGoodwill(fact)
        case .claim(let event): return respond(to: event)
        default: return []
        }
    }

    private mutating func respond(to event: ClaimEvent) -> [Intention] {
        switch event {
        case .settlementRequested(let request): pay(request)
        // After the last attempt a person has to act.
        case .settlementFailed(let failure) where !failure.willRetry:
            [command(.retrySettlement, failure.complaint, failure.claim, by: "billing-clerk-2", at: failure.at.adding(.hours(9))) { _ in }]
        case .settled(let claim): takeBack(claim)
        case .reversalRequested(let request): [answer(request)]
        case .reversalFailed(let failure):
            [
                command(.reverseSettlement, failure.complaint, failure.claim, by: "manager-1", at: failure.at.adding(.hours(20))) {
                    $0.reason = "once more"
                }
            ]
        default: []
        }
    }

    private func pay(_ request: SettlementRequested) -> [Intention] {
        guard let customer = register.customer(of: request.complaint) else { return [] }
        let kind = customer.roll("payment", 40)
        // Does not answer at all; the next attempt finds it well again.
        if kind == 0, request.attempt == 1 { return [] }
        let fails = kind < 3 ? request.attempt <= 3 : kind < 6 && request.attempt == 1
        let time = request.at.adding(customer.hours("pay", 1...5))
        return [
            command(fails ? .failSettlement : .confirmSettlement, request.complaint, nil, by: ActorID(Party.billing.rawValue), at: time) {
                $0.paymentKey = request.paymentKey
                if fails {
                    $0.attempt = request.attempt
                    $0.code = kind == 5 ? "account-closed" : "bill-run-closed"
                    $0.reason = "It cannot be booked."
                } else {
                    $0.reference = "B-" + request.claim.rawValue
                }
            }
        ]
    }

    /// Something beyond what is owed, which a second person approves (S090).
    private mutating func giveGoodwill(_ fact: WorkOrderCustomerTold) -> [Intention] {
        guard let customer = register.customer(of: fact.complaint), customer.habit == .goodwill, given.insert(fact.complaint).inserted
        else { return [] }
        return [
            command(.grantGoodwill, fact.complaint, nil, by: "proposer-1", at: fact.at.adding(.hours(2))) {
                $0.ground = ["late-handling", "wrong-handling", "courtesy"][customer.number / 2 % 3]
                $0.amount = Money(minorUnits: customer.roll("too much", 4) == 0 ? 25_000 : customer.isSecond ? 5_000 : 15_000)
                $0.reason = "it took long"
            }
        ]
    }

    private mutating func takeBack(_ claim: ClaimSettled) -> [Intention] {
        guard let customer = register.customer(of: claim.complaint), customer.habit == .paidByMistake,
            reversing.insert(claim.claim).inserted
        else { return [] }
        return [
            command(
                .reverseSettlement, claim.complaint, claim.claim, by: "manager-1", at: claim.at.adding(customer.hours("back", 24...400))
            ) { $0.reason = "paid to the wrong account" }
        ]
    }

    private func answer(_ request: ReversalRequested) -> Intention {
        let fails = request.attempt == 1 && request.complaint.rawValue.hasSuffix("1")
        return command(
            fails ? .failReversal : .confirmReversal, request.complaint, nil, by: ActorID(Party.billing.rawValue),
            at: request.at.adding(.hours(3))
        ) {
            $0.paymentKey = request.paymentKey
            $0.attempt = fails ? request.attempt : nil
            $0.reason = fails ? "The bill is out." : nil
            $0.reference = fails ? nil : "R-" + request.claim.rawValue
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
