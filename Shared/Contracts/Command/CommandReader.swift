public import Domain
internal import Foundation

/// Reads the commands of handlers' desks, approvers and billing, as their descriptions say.
///
/// Whatever is wrong is answered to the sender, and nothing of the command is taken:
/// - In the draft's content, with a `command-rejected` fact of the complaint: a field that is missing or wrong.
/// - Thrown, with one that belongs to no complaint's facts (``rejection(of:_:at:)``): an unknown type, data that is no JSON object, a command without
///   a readable complaint or sender.
public enum CommandReader {
    /// Reads a command on a work order and seals nothing yet: the text of an answer, and whatever is in free words, waits in clear.
    ///
    /// - Throws: a `Fault` for the dead letters.
    public static func workOrderCommand(in event: CloudEvent) throws(Fault) -> CommandDraft<WorkOrderCommand> { try draft(of: event) }

    /// Reads a command on a claim and seals nothing yet.
    ///
    /// - Throws: a `Fault` for the dead letters.
    public static func claimCommand(in event: CloudEvent) throws(Fault) -> CommandDraft<ClaimCommand> { try draft(of: event) }

    /// Reads a command on a work order, sealed at once where the key is at hand.
    ///
    /// - Throws: a `Fault` for the dead letters, or where the guard cannot seal.
    public static func workOrderCommand(
        in event: CloudEvent, guard personalData: some PersonalDataGuard
    ) throws(Fault) -> ReceivedCommand<WorkOrderCommand> { try workOrderCommand(in: event).sealed(by: personalData) }

    /// Reads a command on a claim, sealed at once where the key is at hand.
    ///
    /// - Throws: a `Fault` for the dead letters, or where the guard cannot seal.
    public static func claimCommand(
        in event: CloudEvent, guard personalData: some PersonalDataGuard
    ) throws(Fault) -> ReceivedCommand<ClaimCommand> { try claimCommand(in: event).sealed(by: personalData) }

    /// The answer to a command that cannot be read.
    public static func rejection(of event: CloudEvent, _ fault: Fault, at now: Instant) -> CommandRejected {
        CommandRejected(
            complaint: CommandEnvelope.complaint(of: event) ?? "", commandType: event.type, commandSource: event.source,
            commandID: event.id, state: CommandRejected.unread, fault: fault, at: now)
    }

    private static func draft<Command: DescribedCommand>(of event: CloudEvent) throws(Fault) -> CommandDraft<Command> {
        guard let name = Command.Name(type: event.type) else {
            let known = Command.Name.allCases.map(\.type).joined(separator: ", ")
            throw Fault(field: "type", problem: "is not known", expected: "one of " + known)
        }
        return try CommandFieldReader.read(event) { fields throws(Fault) in
            let identity = try CommandEnvelope.identity(of: event, in: fields.json)
            let content: Result<CommandContent<Command>, Fault>
            do throws(Fault) {
                content = .success(try fields.command(name))
            } catch {
                content = .failure(error)
            }
            return CommandDraft(complaint: fields.complaint, identity: identity, content: content)
        }
    }
}
