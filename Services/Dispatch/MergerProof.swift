import Contracts
import Domain
import Foundation
import Runtime

/// What shows that dispatch itself wrote a message between merged complaints, though others may write the topic it travels on.
///
/// It is a sealed text without content, bound to all that the message says: only who has the services' keyring can make one.
enum MergerProof {
    /// - Throws: a `Fault` where sealing fails, which only a broken key can cause.
    static func attach(to event: WorkOrderEvent, _ personalData: SealingGuard) throws(Fault) -> WorkOrderEvent {
        guard case .asked(var message) = event else { return event }
        do {
            message.proof = try personalData.seal(Data(), context: context(of: message))
        } catch {
            throw Fault.unsealable("proof")
        }
        return .asked(message)
    }

    /// Why a message is not let in; `nil` where it is.
    static func refusal(of message: MergerMessage, _ personalData: SealingGuard, _ gate: CommandGate) -> CommandGate.Refusal? {
        guard gate.asksForSignatures else { return nil }
        if let proof = message.proof, isGenuine(proof, message, personalData) { return nil }
        return CommandGate.Refusal(
            fault: Fault(field: "data.proof", problem: "does not show that dispatch wrote it", expected: "what dispatch attaches"),
            sender: nil)
    }

    private static func isGenuine(_ proof: SealedText, _ message: MergerMessage, _ personalData: SealingGuard) -> Bool {
        do {
            return try personalData.open(proof, context: context(of: message)).isEmpty
        } catch {
            return false
        }
    }

    /// All that is said, with nothing that could be read in two ways. What a message of an earlier release cannot say stands last, and only where
    /// it is said, so that its proof holds.
    private static func context(of message: MergerMessage) -> String {
        let parts: [String?] = [
            message.id, message.step.rawValue, message.from.rawValue, message.complaint.rawValue, message.answer?.ciphertext,
            message.answeredBy?.rawValue, message.approvedBy?.rawValue, message.reason, message.inReplyTo,
        ]
        let later = message.unit.map { ":\($0.rawValue.utf8.count):\($0.rawValue)" } ?? ""
        return "merger" + parts.map { part in part.map { ":\($0.utf8.count):\($0)" } ?? ":-" }.joined() + later
    }
}
