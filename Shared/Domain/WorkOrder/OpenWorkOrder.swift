/// A work order somebody works on.
public struct OpenWorkOrder: Sendable, Equatable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let line: LineReference
    /// The unit that has it now.
    public internal(set) var unit: Unit
    /// The unit that met the customer; no transfer changes it (S029, S046).
    public let firstContact: Unit
    /// The unit that supervises, once an alert, the policy or a person has called for one.
    public internal(set) var supervisor: Unit?
    /// 1 is the most urgent, 4 the least.
    public internal(set) var priority: Int
    public internal(set) var stage: Stage
    public internal(set) var finding: Finding?
    public internal(set) var claims: ClaimLedger
    /// The ids of the alerts that raised it, the last `alertLimit`.
    public internal(set) var alerts: [String] = []
    /// How often the customer has urged.
    public internal(set) var urges = 0
    /// What few complaints have; `nil` for the others, so that it is neither stored nor looked for.
    public internal(set) var rare: RareParts?
    /// The desk within the unit, where the policy names desks.
    public internal(set) var desk: Desk?
    /// Who gave the answer last, and who approved it.
    public internal(set) var answerer: ActorID?
    public internal(set) var approver: ActorID?

    /// How many alert ids are remembered; a repetition comes soon or, dropped by its sequence, never.
    static let alertLimit = 32

    /// Where an open work order stands, with what only that place has.
    public enum Stage: Sendable, Equatable {
        case dispatched
        case accepted
        /// - Parameter until: when it ends by itself.
        case held(reason: String, until: Instant? = nil)
        /// - Parameter accepted: whether the unit had taken it on.
        case merged(into: ComplaintNumber, accepted: Bool)
        case answered(Sealed, by: ActorID)
        case answerApproved(Sealed)
        case customerTold(Told)

        public var status: WorkOrderStatus {
            switch self {
            case .dispatched: .dispatched
            case .accepted: .accepted
            case .held: .held
            case .merged: .merged
            case .answered: .answered
            case .answerApproved: .answerApproved
            case .customerTold: .customerTold
            }
        }
    }

    /// What the customer was told, and what the customer thought of it.
    public struct Told: Sendable, Equatable {
        public let answer: Sealed
        /// `nil` until asked.
        public let satisfied: Bool?
        public let at: Instant
        /// Somebody has asked to archive while a claim was unsettled.
        public internal(set) var archiveRequested = false
    }

    /// Whose fault it was (S198).
    public struct Finding: Sendable, Equatable {
        public let liability: Liability
        public let ground: String?
        public let amount: Money?
        public let quantity: Int?
        public let at: Instant
        public internal(set) var particulars: Particulars? = nil
    }

    /// Opens the work order of a registered complaint: unit, priority and first contact by policy (S067, S083, S098).
    init(opening complaint: ComplaintRegistered, claims: ClaimLedger, by rules: DispatchRules) {
        self.complaint = complaint.complaint
        // One complaint has one work order, so the number is the complaint's with another letter.
        self.workOrder = WorkOrderNumber("W" + complaint.complaint.rawValue.dropFirst())
        self.line = complaint.line
        self.unit = rules.routing.unit(for: complaint)
        self.firstContact = rules.firstContact(on: complaint.channel)
        self.priority = rules.routing.priority(of: complaint)
        self.stage = .dispatched
        self.claims = claims
        self.process = rules.investigation.process(for: complaint)
        self.skills = rules.workload.skills(for: complaint)
        self.desk = rules.workload.desks(of: unit)?.desk(for: self.complaint, skills: skills ?? [])
        self.claims.note(complaint.earlierPaid ?? [])
    }
}

extension OpenWorkOrder: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        line = try fields.required("line")
        unit = try fields.required("unit")
        firstContact = try fields.required("firstContact")
        supervisor = try fields.optional("supervisor")
        priority = try fields.required("priority")
        stage = try fields.required("stage")
        finding = try fields.optional("finding")
        claims = try fields.required("claims")
        alerts = try fields.required("alerts")
        urges = try fields.required("urges")
        rare = try fields.optional("rare")
        desk = try fields.optional("desk")
        answerer = try fields.optional("answerer")
        approver = try fields.optional("approver")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("line", line)
        writer.write("unit", unit)
        writer.write("firstContact", firstContact)
        writer.write("supervisor", supervisor)
        writer.write("priority", priority)
        writer.write("stage", stage)
        writer.write("finding", finding)
        writer.write("claims", claims)
        writer.write("alerts", alerts)
        writer.write("urges", urges)
        writer.write("rare", rare)
        writer.write("desk", desk)
        writer.write("answerer", answerer)
        writer.write("approver", approver)
    }
}

extension OpenWorkOrder.Stage: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var (name, fields) = try reader.enumeration()
        switch name {
        case "dispatched": self = .dispatched
        case "accepted": self = .accepted
        case "held": self = .held(reason: try fields.required("reason"), until: try fields.optional("until"))
        case "merged": self = .merged(into: try fields.required("into"), accepted: try fields.required("accepted"))
        case "answered": self = .answered(try fields.required("_0"), by: try fields.required("by"))
        case "answerApproved": self = .answerApproved(try fields.required("_0"))
        case "customerTold": self = .customerTold(try fields.required("_0"))
        default: throw Fault.meaningless
        }
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .dispatched: writer.writeCase("dispatched")
        case .accepted: writer.writeCase("accepted")
        case .held(let reason, let until): writer.writeCase("held", ("reason", reason), ("until", until))
        case .merged(let into, let accepted): writer.writeCase("merged", ("into", into), ("accepted", accepted))
        case .answered(let value0, let by): writer.writeCase("answered", ("_0", value0), ("by", by))
        case .answerApproved(let value): writer.writeCase("answerApproved", ("_0", value))
        case .customerTold(let value): writer.writeCase("customerTold", ("_0", value))
        }
    }
}

extension OpenWorkOrder.Told: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        answer = try fields.required("answer")
        satisfied = try fields.optional("satisfied")
        at = try fields.required("at")
        archiveRequested = try fields.required("archiveRequested")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("answer", answer)
        writer.write("satisfied", satisfied)
        writer.write("at", at)
        writer.write("archiveRequested", archiveRequested)
    }
}

extension OpenWorkOrder.Finding: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        liability = try fields.required("liability")
        ground = try fields.optional("ground")
        amount = try fields.optional("amount")
        quantity = try fields.optional("quantity")
        at = try fields.required("at")
        particulars = try fields.optional("particulars")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("liability", liability)
        writer.write("ground", ground)
        writer.write("amount", amount)
        writer.write("quantity", quantity)
        writer.write("at", at)
        writer.write("particulars", particulars)
    }
}
