public import Domain

/// An intake event whose line could be read: what it asks for, or what is wrong with it.
public struct IntakeMessage: Hashable, Sendable {
    /// The true Kafka key: the line as `ServiceLine` spells it. The message lies rightly where murmur2 of this puts it.
    public let key: String
    public let line: LineReference
    public let eventType: String
    public let eventSource: String
    public let eventID: String
    /// The flow that the sender named; `nil` for none.
    public let correlation: String?
    /// What the customer wants; or the fault to answer with a `rejected` fact, where the message is well-formed but not valid.
    public let content: Result<IntakeInput.Content, Fault>

    public init(
        key: String, line: LineReference, eventType: String, eventSource: String, eventID: String,
        correlation: String? = nil, content: Result<IntakeInput.Content, Fault>
    ) {
        self.key = key
        self.line = line
        self.eventType = eventType
        self.eventSource = eventSource
        self.eventID = eventID
        self.correlation = correlation
        self.content = content
    }

    /// The decider's input.
    ///
    /// - Parameters:
    ///   - archived: the line's complaints known to be archived.
    ///   - paid: what those of them have cost that have cost anything.
    public func input(archived: [ComplaintNumber: Instant], paid: [ComplaintNumber: [PaidClaim]] = [:]) -> IntakeInput {
        let given: IntakeInput.Content =
            switch content {
            case .success(let content): content
            case .failure(let fault): .invalid(fault)
            }
        return IntakeInput(
            content: given, line: line, eventType: eventType, eventSource: eventSource, eventID: eventID, correlation: correlation,
            archived: archived,
            paid: paid)
    }
}

/// The types of events that gateways publish on `redress.intake`.
public enum IntakeType: String, Sendable, CaseIterable {
    case submitted = "redress.intake.submitted.v1"
    /// The customer adds what was asked for (S070).
    case supplemented = "redress.intake.supplemented.v1"
    /// The customer urges an open complaint (S058).
    case urged = "redress.intake.urged.v1"
    case withdrawn = "redress.intake.withdrawn.v1"
    /// The customer went to a regulator (S128).
    case appealed = "redress.intake.appealed.v1"
    /// The media or the internet have shown the matter of an open complaint (S135).
    case exposed = "redress.intake.exposed.v1"
    /// The customer says how the handling was (S109).
    case feedbackGiven = "redress.intake.feedback-given.v1"
}
