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
        /// The supervisor's last instruction.
        public internal(set) var instruction: String?
        /// The steps of the appeal on record.
        public internal(set) var appealSteps: [AppealStepRecord]?
        /// What the customer said last when asked afterwards.
        public internal(set) var followUp: FollowUpResult?
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

    public internal(set) var instruction: String? {
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
        instruction = try fields.optional("instruction")
        appealSteps = try fields.optional("appealSteps")
        followUp = try fields.optional("followUp")
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
        writer.write("instruction", instruction)
        writer.write("appealSteps", appealSteps)
        writer.write("followUp", followUp)
        writer.write("messages", messages)
    }
}
