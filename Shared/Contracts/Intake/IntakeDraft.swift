public import Domain

/// An intake event whose line could be read, and whose personal data is not sealed yet: the key it is to be sealed by is the line's, which is known
/// only once the line's state is loaded.
public struct IntakeDraft: Sendable {
    /// The true Kafka key: the line as `ServiceLine` spells it.
    public let key: String
    public let line: LineReference
    private let event: (type: String, source: String, id: String, correlation: String?)
    /// What the customer wants, and their words; or the fault to answer with a `rejected` fact.
    private let content: Result<(wanted: IntakeInput.Content, personal: PersonalData), Fault>

    init(
        _ event: CloudEvent, line: ServiceLine, _ reference: LineReference,
        content: Result<(wanted: IntakeInput.Content, personal: PersonalData), Fault>
    ) {
        key = line.key
        self.line = reference
        self.event = (event.type, event.source, event.id, event.correlationID)
        self.content = content
    }

    /// What is wrong with the event, where it is well-formed but not valid.
    public var fault: Fault? {
        switch content {
        case .success: nil
        case .failure(let fault): fault
        }
    }

    /// What the decider is asked, with the personal data sealed; of an event that is not valid, what answers it.
    ///
    /// - Throws: a `Fault` where the guard cannot seal, which is our own fault: the event must not go on in clear.
    public func sealed(by personalData: some PersonalDataGuard) throws(Fault) -> IntakeInput {
        IntakeInput(
            content: try sealedContent(by: personalData), line: line, eventType: event.type, eventSource: event.source,
            eventID: event.id, correlation: event.correlation)
    }

    private func sealedContent(by personalData: some PersonalDataGuard) throws(Fault) -> IntakeInput.Content {
        switch content {
        case .failure(let fault): return .invalid(fault)
        case .success(let (wanted, personal)):
            return wanted.hasWords ? wanted.saying(try personal.sealed(by: personalData)) : wanted
        }
    }
}

extension PersonalData {
    /// - Throws: a `Fault` when the guard cannot seal; its reason is not repeated, for it may quote the text.
    func sealed(by personalData: some PersonalDataGuard) throws(Fault) -> SealedText {
        do {
            return try personalData.seal(json, context: SealContext.personal)
        } catch {
            throw Fault.unsealable("data")
        }
    }
}
