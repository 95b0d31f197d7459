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
