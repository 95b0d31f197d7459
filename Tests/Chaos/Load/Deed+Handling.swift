import Contracts
import Domain

/// The steps that several courses have in common.
extension Deed {
    static let dispatched = wait(FactName.dispatched)
    static let accept = order(.accept, "accepted")
    static let approve = order(.approveAnswer, "answer-approved", by: "reviewer-1")

    /// Nothing else comes of the clock any more: the breach was told, and somebody called in.
    static let escalated = [
        wait(FactName.workOrder("escalated")), wait(FactName.message("staff-breach")), wait(FactName.message("staff-escalation")),
    ]

    static func find(minorUnits: Int64 = 1_000) -> Deed {
        order(.findLiability, "liability-found") { command, _ in
            command.liability = .operatorAtFault
            command.ground = "wrong-charge"
            command.amount = Money(minorUnits: minorUnits)
        }
    }

    static func answer(by actor: ActorID = "handler-7") -> Deed {
        order(.answer, "answered", by: actor) { command, _ in
            command.answer = "We looked into your complaint."
            command.texts = ["reasons": "You were charged twice.", "measures": "You are paid back."]
        }
    }

    static func tellCustomer(satisfied: Bool = true, inWriting: Bool = false) -> Deed {
        order(.tellCustomer, "customer-told") { command, _ in
            command.satisfied = satisfied
            guard inWriting else { return }
            command.texts["medium"] = "letter"
            command.reference = "LETTER-1"
        }
    }

    static func evidence(_ kind: String) -> Deed {
        order(.recordEvidence, "evidence-recorded") { command, _ in
            command.texts["kind"] = kind
            command.reference = "REC-\(kind)"
        }
    }

    static let meeting = order(.recordMeeting, "meeting-recorded") { command, _ in
        command.texts = ["minutes": "MIN-1", "conclusion": "What is to be done.", "plan": "By whom, until when."]
    }

    static func plan(_ kind: PlanKind) -> Deed {
        order(.filePlan, "plan-filed") { command, _ in
            command.texts = ["kind": kind.rawValue, "plan": "Who does what until when."]
            command.reference = "PLAN-\(kind.rawValue)"
        }
    }

    static let script = order(.fileScript, "script-filed") { command, _ in
        command.texts["script"] = "What is said to whoever asks."
        command.reference = "SCRIPT-1"
    }

    static func step(_ step: AppealStep) -> Deed {
        order(.recordAppealStep, "appeal-step-recorded", by: "appeals-1") { command, known in
            command.texts = ["step": step.rawValue, "document": "JS-2026-\(step.rawValue)"]
            command.at = known.at
        }
    }

    static let archive = order(.archive, "archived")

    /// From the acceptance to the customer who is content.
    static let handling = [accept, find(), answer(), approve, tellCustomer()]

    /// Written to billing: what was paid under the key that it named.
    static let pay = claim(.confirmSettlement, "settled", by: billing) { command, known in
        command.paymentKey = known.paymentKey
        command.reference = known.claim.map { "B-\($0)" }
    }

    static let billing = ActorID(Party.billing.rawValue)
}
