import Contracts
import Domain

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
