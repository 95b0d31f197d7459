public import Domain

/// An intake event whose line could be read, and whose personal data is not sealed yet: the key it is to be sealed by is the line's, which is known
/// only once the line's state is loaded.
public struct UnsealedIntake: Sendable {
    /// The true Kafka key: the line as `ServiceLine` spells it.
    public let key: String
    public let line: LineReference
    private let event: (type: String, source: String, id: String, correlation: String?)
    /// What the customer wants; or the fault to answer with a `rejected` fact.
    private let draft: Result<IntakeDraft, Fault>

    init(_ event: CloudEvent, key: String, line: LineReference, draft: Result<IntakeDraft, Fault>) {
        self.key = key
        self.line = line
        self.event = (event.type, event.source, event.id, event.correlationID)
        self.draft = draft
    }

    /// The message with its personal data sealed.
    ///
    /// - Throws: a `Fault` where the guard cannot seal, which is our own fault: the message must not go on in clear.
    public func sealed(by personalData: some PersonalDataGuard) throws(Fault) -> IntakeMessage {
        let content: Result<IntakeInput.Content, Fault> =
            switch draft {
            case .failure(let fault): .failure(fault)
            case .success(let draft): .success(try draft.content(of: line, guard: personalData))
            }
        return IntakeMessage(
            key: key, line: line, eventType: event.type, eventSource: event.source, eventID: event.id, correlation: event.correlation,
            content: content)
    }
}
