import Contracts
import Domain

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
