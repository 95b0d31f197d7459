import Contracts
import Domain

/// The supervisors and managers who decide claims that the policy does not approve by itself.
struct Approvers: Player {
    mutating func respond(to fact: Fact) -> [Intention] {
        guard case .claim(.proposed(let claim)) = fact, claim.approvalRequired else { return [] }
        let temper = Temper(claim.complaint)
        let actor = ActorID(claim.band == "supervisor" ? "supervisor-\(1 + temper.roll("approver", 3))" : "manager-1")
        let isDeclined = temper.roll("decline", 100) < 8
        var command = CommandMessage(isDeclined ? .decline : .approve, complaint: claim.complaint, by: actor)
        if isDeclined { command.reason = "The finding does not bear the sum." }
        let time = claim.at.adding(temper.hours("approve", 2...30))
        return [Intention(at: time, message: OutsideMessage(command, to: .compensationCommands, from: .approver, at: time))]
    }
}
