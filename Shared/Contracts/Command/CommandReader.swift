public import Domain
internal import Foundation

/// Reads the commands of handlers' desks, approvers and billing, as their descriptions say.
///
/// Whatever is wrong is answered to the sender, and nothing of the command is taken:
/// - In the result's `.failure`, with a `command-rejected` fact of the complaint: a field that is missing or wrong.
/// - Thrown, with one that belongs to no complaint's facts (``rejection(of:_:at:)``): an unknown type, data that is no JSON object, a command without
///   a readable complaint or sender. A text that cannot be sealed is thrown, too: it is our own fault, and the command must not be lost by it.
public enum CommandReader {
    /// Reads a command on a work order; the text of an answer, and whatever is in free words, is sealed here.
    ///
    /// - Throws: a `Fault` for the dead letters.
    public static func workOrderCommand(
        in event: CloudEvent, guard personalData: some PersonalDataGuard
    ) throws(Fault) -> ReceivedCommand<WorkOrderCommand> {
        try read(event, guard: personalData)
    }

    /// Reads a command on a claim; a reason in free words is sealed here.
    ///
    /// - Throws: a `Fault` for the dead letters.
    public static func claimCommand(
        in event: CloudEvent, guard personalData: some PersonalDataGuard
    ) throws(Fault) -> ReceivedCommand<ClaimCommand> {
        try read(event, guard: personalData)
    }

    /// The answer to a command that cannot be read.
    public static func rejection(of event: CloudEvent, _ fault: Fault, at now: Instant) -> CommandRejected {
        CommandRejected(
            complaint: CommandEnvelope.complaint(of: event) ?? "", commandType: event.type, commandSource: event.source,
            commandID: event.id, state: CommandRejected.unread, fault: fault, at: now)
    }

    private static func read<Command: DescribedCommand, Guard: PersonalDataGuard>(
        _ event: CloudEvent, guard personalData: Guard
    ) throws(Fault) -> ReceivedCommand<Command> {
        guard let name = Command.Name(type: event.type) else {
            let known = Command.Name.allCases.map(\.type).joined(separator: ", ")
            throw Fault(field: "type", problem: "is not known", expected: "one of " + known)
        }
        return try CommandFieldReader<Guard>.read(event, guard: personalData) { fields throws(Fault) in
            ReceivedCommand(
                complaint: fields.complaint, identity: try CommandEnvelope.identity(of: event, in: fields.json),
                command: try answerable { () throws(Fault) in try Command.read(name, from: &fields) })
        }
    }

    /// What is asked, or the sender's fault.
    ///
    /// - Throws: a fault that is not the sender's.
    private static func answerable<Command>(_ read: () throws(Fault) -> Command) throws(Fault) -> Result<Command, Fault> {
        do {
            return .success(try read())
        } catch {
            if error.isOurs { throw error }
            return .failure(error)
        }
    }
}
