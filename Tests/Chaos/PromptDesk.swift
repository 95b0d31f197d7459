import Contracts
import Domain
import OperatorService

/// Everybody else outside, who does at once what there is to do: the unit finds the operator at fault, answers and tells the customer, billing
/// pays, gateways deliver.
///
/// Whoever is told the same twice writes the same command once more, with the same id.
struct PromptDesk: Player {
    mutating func respond(to fact: Fact) -> [Intention] {
        switch fact {
        case .workOrder(let event): work(event).map { [$0] } ?? []
        case .claim(.settlementRequested(let request)): [pay(request)]
        case .notice(.requested(let notice)): [deliver(notice)]
        default: []
        }
    }

    private func work(_ event: WorkOrderEvent) -> Intention? {
        switch event {
        case .dispatched(let fact): return order(.accept, fact.complaint, at: fact.at)
        case .accepted(let fact):
            return order(.findLiability, fact.complaint, at: fact.at) { command in
                command.liability = .operatorAtFault
                command.ground = "wrong-charge"
                command.amount = Money(minorUnits: 1_000)
            }
        case .liabilityFound(let fact):
            return order(.answer, fact.complaint, at: fact.at) { command in
                command.answer = "We looked into your complaint."
                command.texts = ["reasons": "You were charged twice.", "measures": "You are paid back."]
            }
        case .answered(let fact): return order(.approveAnswer, fact.complaint, at: fact.at, by: "reviewer-1")
        case .answerApproved(let fact): return order(.tellCustomer, fact.complaint, at: fact.at) { $0.satisfied = true }
        default: return nil
        }
    }

    private func order(
        _ type: WorkOrderCommandType, _ complaint: ComplaintNumber, at time: Instant, by actor: ActorID = "handler-7",
        _ complete: (inout CommandMessage) -> Void = { _ in }
    ) -> Intention {
        var command = CommandMessage(type, complaint: complaint, by: actor)
        complete(&command)
        return Intention(at: time, message: OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: time))
    }

    private func pay(_ request: SettlementRequested) -> Intention {
        var command = CommandMessage(.confirmSettlement, complaint: request.complaint, by: ActorID(Party.billing.rawValue))
        command.paymentKey = request.paymentKey
        command.reference = "B-" + request.claim.rawValue
        return Intention(at: request.at, message: OutsideMessage(command, to: .compensationCommands, from: .billing, at: request.at))
    }

    private func deliver(_ notice: NotificationRequested) -> Intention {
        let receipt = CommandMessage(receiptOf: notice.notification, complaint: notice.complaint, outcome: .delivered, at: notice.at)
        return Intention(at: notice.at, message: OutsideMessage(receipt, to: .notificationReceipts, from: .gateway, at: notice.at))
    }
}
