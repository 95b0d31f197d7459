/// Decides what reaches the lane of a line: complaints are checked, numbered and classified; what belongs to an open one joins it.
///
/// Refusals go back to the gateway as `rejected`, never as an error. The file knows which complaints are answered or archived only as far as the
/// input tells it; until it is told, a complaint counts as open, and a new one in the same matter is an urge.
public enum IntakeDecider: Decider {
    public static var wake: IntakeInput {
        IntakeInput(
            content: .wake, line: LineReference(token: "", masked: ""), eventType: "", eventSource: "", eventID: "", archived: [:])
    }

    public static func decide(
        _ input: IntakeInput, given state: LineState?, in context: DecisionContext<IntakeRules>
    ) -> Decision<LineState, ComplaintEvent> {
        let policy = context.policy.intake
        var file = state ?? LineState()
        file.note(archived: input.archived)
        file.note(answers: input.answers)

        var transition = IntakeTransition(file: file, paid: input.paid, origin: input.origin, context: context)
        var events = transition.settleDoubts()
        // A refused input leaves the file as it was before it.
        file = transition.file
        do {
            events += try transition.take(input.content)
            file = transition.file
        } catch {
            transition.file = file
            events.append(
                .rejected(
                    IntakeRejected(
                        line: input.line, eventType: input.eventType, eventSource: input.eventSource, eventID: input.eventID,
                        fault: error, at: context.now)))
        }
        let due = transition.doubtsDue
        let margin = policy.repeatMargin.value.duration
        file.prune(
            closedBefore: context.now.adding(.zero - policy.repeatWindow.value.duration - margin),
            forgottenBefore: policy.escalationWindow.map { context.now.adding(.zero - $0.value.duration - margin) })
        return Decision(state: file.isEmpty ? nil : file, events: events, due: due)
    }
}

/// What reaches the lane of a line: what gateways published, each with the CloudEvents identity it came under.
public struct IntakeInput: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case submission(Submission)
        /// More data for a complaint; `complaint` is `nil` where the customer named none and the line's open one is meant.
        case supplement(complaint: ComplaintNumber?, Submission)
        case urge(complaint: ComplaintNumber?, channel: Channel, flags: [Flag] = [])
        case withdrawal(complaint: ComplaintNumber?)
        /// The customer went to a regulator; `complaint` is the one to the operator that it is about (S128).
        indirect case appeal(complaint: ComplaintNumber?, Submission, Appeal)
        /// The media or the internet have shown the matter (S135).
        case exposure(complaint: ComplaintNumber?, channel: Channel, Exposure)
        /// What the customer says of the handling, and their words, sealed (S109).
        case feedback(complaint: ComplaintNumber?, channel: Channel, Feedback, SealedText)
        /// An event of a readable line that is not valid; its gateway is told what is wrong.
        case invalid(Fault)
        case wake
    }

    public let content: Content
    public let line: LineReference
    public let eventType: String
    public let eventSource: String
    public let eventID: String
    /// The flow that its sender named; `nil` for none.
    public let correlation: String?
    /// Complaints of this line known to be archived, with the time; read from the lane of the complaints, never written here.
    public private(set) var archived: [ComplaintNumber: Instant]
    /// What those of them have cost that have cost anything.
    public private(set) var paid: [ComplaintNumber: [PaidClaim]]
    /// What the customers of this line's complaints were told, and how they took it; read in the same way.
    public private(set) var answers: [ComplaintNumber: CustomerAnswer]

    public init(
        content: Content, line: LineReference, eventType: String, eventSource: String, eventID: String,
        correlation: String? = nil, archived: [ComplaintNumber: Instant] = [:], paid: [ComplaintNumber: [PaidClaim]] = [:],
        answers: [ComplaintNumber: CustomerAnswer] = [:]
    ) {
        self.content = content
        self.line = line
        self.eventType = eventType
        self.eventSource = eventSource
        self.eventID = eventID
        self.correlation = correlation
        self.archived = archived
        self.paid = paid
        self.answers = answers
    }

    /// This with what is known by now of the line's complaints that are answered or archived.
    public func knowing(
        archived: [ComplaintNumber: Instant], paid: [ComplaintNumber: [PaidClaim]], answers: [ComplaintNumber: CustomerAnswer]
    ) -> IntakeInput {
        var input = self
        input.archived = archived
        input.paid = paid
        input.answers = answers
        return input
    }

    /// The event it came by; `nil` for a timer.
    public var origin: EventOrigin? {
        eventID.isEmpty ? nil : EventOrigin(source: eventSource, id: eventID, correlation: correlation)
    }
}

extension IntakeInput.Content {
    /// Whether the customer's own words are part of it.
    public var hasWords: Bool {
        switch self {
        case .submission, .supplement, .appeal, .feedback: true
        case .urge, .withdrawal, .exposure, .invalid, .wake: false
        }
    }

    /// This with the customer's words, which were sealed after it was read.
    public func saying(_ words: SealedText) -> IntakeInput.Content {
        switch self {
        case .submission(var submission):
            submission.personal = words
            return .submission(submission)
        case .supplement(let complaint, var submission):
            submission.personal = words
            return .supplement(complaint: complaint, submission)
        case .appeal(let complaint, var submission, let appeal):
            submission.personal = words
            return .appeal(complaint: complaint, submission, appeal)
        case .feedback(let complaint, let channel, let feedback, _):
            return .feedback(complaint: complaint, channel: channel, feedback, words)
        case .urge, .withdrawal, .exposure, .invalid, .wake: return self
        }
    }
}

/// The event of an outsider that something was made from, so that its sender can find what became of it.
public struct EventOrigin: Hashable, Sendable {
    /// The CloudEvents source and id.
    public let source: String
    public let id: String
    /// The flow that its sender named; `nil` for none.
    public let correlation: String?

    public init(source: String, id: String, correlation: String? = nil) {
        self.source = source
        self.id = id
        self.correlation = correlation
    }

    /// The flow it belongs to: the one that was named, or the one that it begins.
    public var flow: String { correlation ?? id }
}

extension EventOrigin: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        source = try fields.required("source")
        id = try fields.required("id")
        correlation = try fields.optional("correlation")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("source", source)
        writer.write("id", id)
        writer.write("correlation", correlation)
    }
}
