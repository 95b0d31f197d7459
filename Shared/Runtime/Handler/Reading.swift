public import Domain

/// What reading an event gives, from the handler to the decision: read once, with nothing of it sealed yet.
public enum Reading<Input: Sendable>: Sendable {
    /// Something for the state `stateKey`; on a topic of outsiders it must lie where `messageKey` belongs.
    case input(Draft<Input>, stateKey: String, messageKey: String)
    /// A command, which is let in or not: that is asked once, before anything is sealed.
    case command(GuardedCommand<Input>, stateKey: String, messageKey: String)
    /// A type this service does not know or need: skipped and counted; its sequence is noted, so that the next one is no gap.
    case skipped
    /// An event whose key is not one of this group's states; it is passed over altogether.
    case ignored
}

/// An input as it was read: complete, or with something in it that the key of its document has to seal, which is known once that is loaded.
public enum Draft<Input: Sendable>: Sendable {
    case complete(CheckedInput<Input>)
    /// The function seals what has to be. It throws where sealing fails, which is our own fault.
    case unsealed(@Sendable (DocumentSeal) throws(Fault) -> CheckedInput<Input>)
}

/// An input for a decider. It lies apart: a message goes through many hands on its way to one, and each copy would count each of its fields.
public indirect enum CheckedInput<Input: Sendable>: Sendable {
    case valid(Input)
    /// Of an event whose key could be read and something else could not: the input answers its sender.
    case invalid(answer: Input)
}

/// A command that was read, and how to find out whether it is let in.
public struct GuardedCommand<Input: Sendable>: Sendable {
    /// What it is where it is let in.
    public let draft: Draft<Input>
    /// What answers it where it is not. Its id is not remembered then, or a forgery could keep the true command of that id away.
    public let answer: @Sendable (CommandGate.Refusal) -> Input
    /// Asks whether it is let in; `nil` where it is.
    public let verdict: @Sendable () -> CommandGate.Refusal?

    public init(
        _ draft: Draft<Input>, answer: @escaping @Sendable (CommandGate.Refusal) -> Input,
        verdict: @escaping @Sendable () -> CommandGate.Refusal?
    ) {
        self.draft = draft
        self.answer = answer
        self.verdict = verdict
    }
}
