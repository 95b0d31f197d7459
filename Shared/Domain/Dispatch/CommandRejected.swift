/// A command was understood and refused: the sender is told why.
public struct CommandRejected: Hashable, Sendable {
    /// Empty where the command named none that could be read.
    public let complaint: ComplaintNumber
    /// The CloudEvents type, source and id of the command.
    public let commandType: String
    public let commandSource: String
    public let commandID: String
    /// The state the command met, such as `dispatched`; `unread` where it could not be read, and so met none.
    public let state: String
    public let fault: Fault
    public let at: Instant

    /// The state that a command met which could not be read.
    public static let unread = "unread"

    public init(
        complaint: ComplaintNumber, commandType: String, commandSource: String, commandID: String, state: String, fault: Fault, at: Instant
    ) {
        self.complaint = complaint
        self.commandType = commandType
        self.commandSource = commandSource
        self.commandID = commandID
        self.state = state
        self.fault = fault
        self.at = at
    }
}

extension CommandRejected: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        commandType = try fields.required("commandType")
        commandSource = try fields.required("commandSource")
        commandID = try fields.required("commandID")
        state = try fields.required("state")
        fault = try fields.required("fault")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("commandType", commandType)
        writer.write("commandSource", commandSource)
        writer.write("commandID", commandID)
        writer.write("state", state)
        writer.write("fault", fault)
        writer.write("at", at)
    }
}

/// Why a command cannot be given to a work order, in one sentence: how things stand, and the few commands that make sense now.
///
/// The fault's `problem` is a predicate of the command: `is not possible: the customer has been told already`. All that can be commanded at a
/// status stands in the table of the contracts, and not in a refusal.
struct WorkOrderRefusal {
    private let status: WorkOrderStatus
    /// Whether the customer, once told, is content; `nil` while nobody knows.
    private let satisfied: Bool?

    init(_ stage: OpenWorkOrder.Stage) {
        status = stage.status
        if case .customerTold(let told) = stage { satisfied = told.satisfied } else { satisfied = nil }
    }

    /// At a status that has no more to be known of it, such as archived.
    init(_ status: WorkOrderStatus) {
        self.status = status
        satisfied = nil
    }

    /// The command is none for this status.
    func impossible() -> Fault {
        Fault(field: "command", problem: "is not possible: \(standing)", expected: next)
    }

    /// The command has had its effect before.
    func done() -> Fault {
        Fault(field: "command", problem: "was given before: \(standing)", expected: next)
    }

    /// The command changes what is on record, and says what is there.
    static func onRecord(_ what: String, _ expected: String) -> Fault {
        Fault(field: "command", problem: "changes nothing: \(what)", expected: expected)
    }

    /// Only who is not content can have the answer looked at again (S040, S075).
    func needsDiscontent() -> Fault {
        let standing =
            satisfied == true ? "the customer was content with the answer" : "nobody has recorded that the customer is not content"
        return Fault(
            field: "command", problem: "is not possible: \(standing)",
            expected: "tell-customer with satisfied no, where the customer is not content, or archive")
    }

    /// How things stand, as people say it.
    private var standing: String {
        switch status {
        case .unregistered: "no such complaint is registered"
        case .dispatched: "the unit has not accepted the work order yet"
        case .accepted: "the unit has accepted the work order and has not answered yet"
        case .held: "the work order is on hold"
        case .merged: "the complaint goes with another one, which is answered for both"
        case .answered: "the answer was given and waits for its review"
        case .answerApproved: "the answer is approved, and the customer has not been told yet"
        case .customerTold:
            switch satisfied {
            case true?: "the customer has been told already, and is content"
            case false?: "the customer has been told already, and is not content"
            case nil: "the customer has been told already"
            }
        case .archived: "the complaint is archived"
        }
    }

    /// What makes sense now: the next steps of the plain course.
    private var next: String {
        switch status {
        case .unregistered: "a registered complaint"
        case .customerTold where satisfied == nil:
            "archive, record-follow-up or tell-customer with satisfied yes or no"
        case .dispatched, .accepted, .held, .merged, .answered, .answerApproved, .customerTold, .archived:
            Wording.either(Self.steps(at: status, satisfied).map(\.rawValue))
        }
    }

    /// The commands named at a status.
    static func steps(at status: WorkOrderStatus, _ satisfied: Bool? = nil) -> [WorkOrderCommand.Name] {
        switch status {
        case .unregistered: []
        case .dispatched: [.accept, .transfer]
        case .accepted: [.findLiability, .answer, .hold, .transfer]
        case .held: [.resume]
        case .merged: [.unmerge]
        case .answered: [.approveAnswer, .returnAnswer]
        case .answerApproved: [.tellCustomer]
        case .customerTold: satisfied == false ? [.requestReview, .returnAnswer, .archive] : [.archive, .recordFollowUp, .tellCustomer]
        case .archived: [.recordFollowUp, .recordAppealStep]
        }
    }
}

extension CommandRejected {
    /// The refusal of a command to a work order.
    init(_ identity: CommandIdentity, of complaint: ComplaintNumber, meeting status: WorkOrderStatus, fault: Fault, at now: Instant) {
        self.init(
            complaint: complaint, commandType: identity.type, commandSource: identity.source, commandID: identity.id,
            state: status.rawValue, fault: fault, at: now)
    }
}
