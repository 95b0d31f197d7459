public import Domain
internal import Foundation

/// A command whose complaint and sender could be read, and of which nothing is sealed yet: the key of its document is known only once that is loaded.
public struct CommandDraft<Command: DescribedCommand>: Sendable {
    /// The complaint, whose number is also the true Kafka key.
    public let complaint: ComplaintNumber
    public let identity: CommandIdentity
    /// What is asked; or the fault to answer with.
    public let content: Result<CommandContent<Command>, Fault>

    /// The command with what it says sealed.
    ///
    /// - Throws: a `Fault` where the guard cannot seal, which is our own fault.
    public func sealed(by personalData: some PersonalDataGuard) throws(Fault) -> ReceivedCommand<Command> {
        let command: Result<Command, Fault> =
            switch content {
            case .success(let command): .success(try command.sealed(by: personalData))
            case .failure(let fault): .failure(fault)
            }
        return ReceivedCommand(complaint: complaint, identity: identity, command: command)
    }
}

/// A valid command as it was read.
public enum CommandContent<Command: DescribedCommand>: Sendable {
    /// Whole, as nothing in it has to be sealed.
    case complete(Command)
    /// It says what only people may read.
    case unsealed(UnsealedCommand<Command>)

    /// - Throws: a `Fault` where the guard cannot seal, which is our own fault.
    public func sealed(by personalData: some PersonalDataGuard) throws(Fault) -> Command {
        switch self {
        case .complete(let command): command
        case .unsealed(let command): try command.sealed(by: personalData)
        }
    }
}

/// A valid command with its texts in clear: the values of its fields, in the order its description reads them.
public struct UnsealedCommand<Command: DescribedCommand>: Sendable {
    let name: Command.Name
    let values: [CommandValue]

    /// Makes the command of the values once more, its texts sealed.
    ///
    /// - Throws: a `Fault` where the guard cannot seal, which is our own fault.
    public func sealed(by personalData: some PersonalDataGuard) throws(Fault) -> Command {
        var fields = SealedFields(values, personalData)
        return try Command.read(name, from: &fields)
    }
}

/// What one field of a command holds.
enum CommandValue: Sendable {
    /// A text, or a word as it was written.
    case text(String?)
    case number(Int?)
    case flag(Bool?)
    case time(Instant?)
    case amount(Money?)
    case codes([String])
    case figures([Particulars.Figure])
}

/// Gives a description the values it has read before, in the same order, and seals the texts.
private struct SealedFields<Guard: PersonalDataGuard>: CommandFields {
    private var values: ArraySlice<CommandValue>
    private let personalData: Guard

    init(_ values: [CommandValue], _ personalData: Guard) {
        self.values = values[...]
        self.personalData = personalData
    }

    func place(of name: String) -> String { CommandFieldReader.root + "." + name }

    mutating func text(_ field: CommandField, _ form: TextForm) throws(Fault) -> String? {
        guard case .text(let text)? = values.popFirst() else { throw outOfStep(field) }
        return text
    }

    mutating func word<Word>(_ field: CommandField, _ type: Word.Type) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        try text(field, .code).flatMap(Word.init(rawValue:))
    }

    mutating func number(_ field: CommandField, in range: ClosedRange<Int64>) throws(Fault) -> Int? {
        guard case .number(let number)? = values.popFirst() else { throw outOfStep(field) }
        return number
    }

    mutating func flag(_ field: CommandField) throws(Fault) -> Bool? {
        guard case .flag(let flag)? = values.popFirst() else { throw outOfStep(field) }
        return flag
    }

    mutating func time(_ field: CommandField) throws(Fault) -> Instant? {
        guard case .time(let time)? = values.popFirst() else { throw outOfStep(field) }
        return time
    }

    mutating func amount(_ field: CommandField) throws(Fault) -> Money? {
        guard case .amount(let amount)? = values.popFirst() else { throw outOfStep(field) }
        return amount
    }

    mutating func codes(_ field: CommandField) throws(Fault) -> [String] {
        guard case .codes(let codes)? = values.popFirst() else { throw outOfStep(field) }
        return codes
    }

    mutating func figures(_ field: CommandField) throws(Fault) -> [Particulars.Figure] {
        guard case .figures(let figures)? = values.popFirst() else { throw outOfStep(field) }
        return figures
    }

    func refuse<Value>(_ fault: @autoclosure () -> Fault, goingOnWith standIn: Value) throws(Fault) -> Value { throw fault() }

    func seal(_ text: String, of field: CommandField, for purpose: SealedPurpose) throws(Fault) -> SealedText {
        do {
            return try personalData.seal(Data(text.utf8), context: purpose == .answer ? SealContext.answer : SealContext.note)
        } catch {
            throw Fault.unsealable(place(of: field.name))
        }
    }

    /// A description reads the same fields each time, or it could not be listed: this is a fault of ours.
    private func outOfStep(_ field: CommandField) -> Fault {
        Fault(field: place(of: field.name), problem: "was not read when the command was", expected: "the fields of its description")
    }
}
