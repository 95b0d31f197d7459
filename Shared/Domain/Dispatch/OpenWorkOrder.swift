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
        case answered(SealedText, by: ActorID)
        case answerApproved(SealedText)
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
        public let answer: SealedText
        /// `nil` until asked.
        public internal(set) var satisfied: Bool?
        public let at: Instant
        /// Somebody has asked to archive while a claim was unsettled.
        public internal(set) var archiveRequested = false
        /// How a person has told the customer; `nil` where a message does.
        public internal(set) var medium: String? = nil
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
        self.flags = complaint.flags.isEmpty ? nil : complaint.flags
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
        medium = try fields.optional("medium")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("answer", answer)
        writer.write("satisfied", satisfied)
        writer.write("at", at)
        writer.write("archiveRequested", archiveRequested)
        writer.write("medium", medium)
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

/// What an open work order makes of what other services say.
extension OpenWorkOrder {
    /// Makes it more urgent, where a priority is that (1 is the most urgent); never less.
    ///
    /// - Returns: the priority that it has from now on; `nil` where it stays as it was.
    mutating func raise(to urgent: Int?) -> Int? {
        guard let urgent, urgent < priority else { return nil }
        priority = urgent
        return urgent
    }

    /// An urge reaches the unit that sees to the work order now, once for each count, and may raise the priority (S058, S067).
    mutating func note(_ urged: ComplaintUrged, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard urged.count > urges else { return [] }
        urges = urged.count
        let raised = raise(to: context.policy.workOrders.priority(afterUrges: urges))
        return [
            .urged(
                WorkOrderUrged(
                    complaint: complaint, workOrder: workOrder, unit: unitInCharge, count: urged.count, at: context.now, priority: raised,
                    personal: urged.personal))
        ]
    }

    /// What the customer adds ends a rest that waited for it (S070).
    mutating func noteSupplement(in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard case .held(let code, _) = stage, let reason = context.policy.workOrders.holdReason(code), reason.endedBySupplement else {
            return []
        }
        return [resume(by: Self.nobody, at: context.now)]
    }

    /// What time brings: a rest ends that has lasted as long as the policy allows, and a major complaint is reported further (S056, S072).
    mutating func wake(in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        var events: [WorkOrderEvent] = []
        if case .held(_, let until?) = stage, until <= context.now { events.append(resume(by: Self.nobody, at: context.now)) }
        return events + report(in: context)
    }

    /// When time brings something; `nil` while nothing but a message does.
    func due(by rules: DispatchRules) -> Instant? {
        var rest: Instant?
        if case .held(_, let until) = stage { rest = until }
        return [archiveDue(by: rules.workOrders), reportDue(by: rules.major), rest].compactMap(\.self).min()
    }

    /// An alert of step 1 or more tells the ladder's unit and raises the priority, once for each alert; a warning does nothing.
    mutating func raise(alert: String, step: Int, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard let rung = context.policy.workOrders.ladderStep(for: step), !alerts.contains(alert) else { return [] }
        alerts.append(alert)
        alerts.removeFirst(max(0, alerts.count - Self.alertLimit))
        if outranks(rung.unit.value, by: context.policy.workOrders) { supervisor = rung.unit.value }
        priority = min(priority, rung.priority.value)
        return [
            .escalated(
                WorkOrderEscalated(
                    complaint: complaint, workOrder: workOrder, to: rung.unit.value, step: step, alert: alert, priority: priority,
                    at: context.now))
        ]
    }

    /// Who acts where no person does.
    static let nobody: ActorID = "automatic"
}

extension OpenWorkOrder {
    /// What few complaints have beyond the plain course.
    public struct RareParts: Sendable, Equatable {
        /// A person chose the supervisor, so that no alert changes it.
        public internal(set) var isSupervisorChosen: Bool?
        /// The desks of the unit that have said they are full.
        public internal(set) var fullDesks: [Desk]?
        /// What it takes to solve it.
        public internal(set) var skills: [String]?
        /// The process it follows by its type; `nil` for the ordinary one (S068).
        public internal(set) var process: String?
        /// What the investigation has put on file.
        public internal(set) var investigation: Investigation?
        /// While it is a major complaint.
        public internal(set) var major: MajorCase?
        /// What an investigation found it to be.
        public internal(set) var malicious: MaliciousKind?
        /// The unit that sees to it while it goes with another complaint, where that is another unit than its own.
        public internal(set) var leadingUnit: Unit?
        /// The complaints that go with this one.
        public internal(set) var members: [ComplaintNumber]?
        /// How often the customer had the answer looked at again (S075).
        public internal(set) var reviews: Int?
        /// The archived work order whose answer this one looks at again.
        public internal(set) var reviewOf: WorkOrderNumber?
        /// The supervisor's last instruction.
        public internal(set) var instruction: Reason?
        /// The steps of the appeal on record.
        public internal(set) var appealSteps: [AppealStepRecord]?
        /// What the customer said last when asked afterwards.
        public internal(set) var followUp: FollowUpResult?
        /// What is known of the complaint besides, as registered and as it turned out since (S050); `nil` also where a release wrote it that kept none.
        public internal(set) var flags: [Flag]?
        /// How many messages it has sent to other complaints.
        public internal(set) var messages: Int?
    }

    public internal(set) var isSupervisorChosen: Bool? {
        get { rare?.isSupervisorChosen }
        set { change(\.isSupervisorChosen, to: newValue) }
    }

    public internal(set) var fullDesks: [Desk]? {
        get { rare?.fullDesks }
        set { change(\.fullDesks, to: newValue) }
    }

    public internal(set) var skills: [String]? {
        get { rare?.skills }
        set { change(\.skills, to: newValue) }
    }

    public internal(set) var process: String? {
        get { rare?.process }
        set { change(\.process, to: newValue) }
    }

    public internal(set) var investigation: Investigation? {
        get { rare?.investigation }
        set { change(\.investigation, to: newValue) }
    }

    public internal(set) var major: MajorCase? {
        get { rare?.major }
        set { change(\.major, to: newValue) }
    }

    public internal(set) var malicious: MaliciousKind? {
        get { rare?.malicious }
        set { change(\.malicious, to: newValue) }
    }

    public internal(set) var members: [ComplaintNumber]? {
        get { rare?.members }
        set { change(\.members, to: newValue) }
    }

    public internal(set) var leadingUnit: Unit? {
        get { rare?.leadingUnit }
        set { change(\.leadingUnit, to: newValue) }
    }

    public internal(set) var reviews: Int? {
        get { rare?.reviews }
        set { change(\.reviews, to: newValue) }
    }

    public internal(set) var reviewOf: WorkOrderNumber? {
        get { rare?.reviewOf }
        set { change(\.reviewOf, to: newValue) }
    }

    public internal(set) var instruction: Reason? {
        get { rare?.instruction }
        set { change(\.instruction, to: newValue) }
    }

    public internal(set) var appealSteps: [AppealStepRecord]? {
        get { rare?.appealSteps }
        set { change(\.appealSteps, to: newValue) }
    }

    public internal(set) var followUp: FollowUpResult? {
        get { rare?.followUp }
        set { change(\.followUp, to: newValue) }
    }

    public internal(set) var flags: [Flag]? {
        get { rare?.flags }
        set { change(\.flags, to: newValue) }
    }

    public internal(set) var messages: Int? {
        get { rare?.messages }
        set { change(\.messages, to: newValue) }
    }

    /// Changes one of them; what is all `nil` again is forgotten.
    private mutating func change<Value: Equatable>(_ part: WritableKeyPath<RareParts, Value?>, to value: Value?) {
        guard value != nil || rare != nil else { return }
        var changed = rare ?? RareParts()
        changed[keyPath: part] = value
        rare = changed == RareParts() ? nil : changed
    }
}

extension OpenWorkOrder.RareParts: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        isSupervisorChosen = try fields.optional("isSupervisorChosen")
        fullDesks = try fields.optional("fullDesks")
        skills = try fields.optional("skills")
        process = try fields.optional("process")
        investigation = try fields.optional("investigation")
        major = try fields.optional("major")
        malicious = try fields.optional("malicious")
        leadingUnit = try fields.optional("leadingUnit")
        members = try fields.optional("members")
        reviews = try fields.optional("reviews")
        reviewOf = try fields.optional("reviewOf")
        instruction = try fields.optional("instruction")
        appealSteps = try fields.optional("appealSteps")
        followUp = try fields.optional("followUp")
        flags = try fields.optional("flags")
        messages = try fields.optional("messages")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("isSupervisorChosen", isSupervisorChosen)
        writer.write("fullDesks", fullDesks)
        writer.write("skills", skills)
        writer.write("process", process)
        writer.write("investigation", investigation)
        writer.write("major", major)
        writer.write("malicious", malicious)
        writer.write("leadingUnit", leadingUnit)
        writer.write("members", members)
        writer.write("reviews", reviews)
        writer.write("reviewOf", reviewOf)
        writer.write("instruction", instruction)
        writer.write("appealSteps", appealSteps)
        writer.write("followUp", followUp)
        writer.write("flags", flags)
        writer.write("messages", messages)
    }
}
