/// What the clocks need to know of a complaint.
public struct ClockSubject: Hashable, Sendable {
    /// `nil` in a file of an earlier release.
    public let channel: Channel?
    public let province: Province
    public let level: ChannelLevel
    public internal(set) var nature: Nature
    public let category: Category
    /// `nil` for none.
    public internal(set) var flags: [Flag]?
    /// Whether the customer named the amount in dispute; `nil` for no.
    public let demandsRefund: Bool?
    /// When the customer complained, or was registered where the gateway's clock ran ahead of that.
    public let receivedAt: Instant
    public let registeredAt: Instant
    /// The version the complaint was accepted under.
    public let policyVersion: PolicyVersion

    /// The work order's, 1 the most urgent; not stored, for it stands with the dispatch; `nil` before that (S067, S106).
    var priority: Int?

    /// What it is once more flags are known of it.
    func flagged(_ more: [Flag]) -> ClockSubject {
        var subject = self
        subject.flags = Set(flags ?? []).union(more).sorted()
        return subject
    }

    init(_ event: ComplaintRegistered) {
        channel = event.channel
        province = event.province
        level = event.level
        nature = event.nature
        category = event.category
        flags = event.flags.isEmpty ? nil : event.flags
        demandsRefund = event.disputedAmount == nil ? nil : true
        receivedAt = min(event.receivedAt, event.registeredAt)
        registeredAt = event.registeredAt
        policyVersion = event.policyVersion
    }
}

extension ClockSubject: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        channel = try fields.optional("channel")
        province = try fields.required("province")
        level = try fields.required("level")
        nature = try fields.required("nature")
        category = try fields.required("category")
        flags = try fields.optional("flags")
        demandsRefund = try fields.optional("demandsRefund")
        receivedAt = try fields.required("receivedAt")
        registeredAt = try fields.required("registeredAt")
        policyVersion = try fields.required("policyVersion")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("channel", channel)
        writer.write("province", province)
        writer.write("level", level)
        writer.write("nature", nature)
        writer.write("category", category)
        writer.write("flags", flags)
        writer.write("demandsRefund", demandsRefund)
        writer.write("receivedAt", receivedAt)
        writer.write("registeredAt", registeredAt)
        writer.write("policyVersion", policyVersion)
    }
}

/// Which complaints a rule speaks of: all conditions given must hold, each by any of its values.
public struct ClockCondition: Hashable, Codable, Sendable {
    public let channels: [Channel]?
    public let provinces: [Province]?
    public let levels: [ChannelLevel]?
    public let natures: [Nature]?
    public let categories: [Category]?
    public let flags: [Flag]?
    /// Of the work order, 1 the most urgent; for clocks that start with the dispatch or later.
    public let priorities: [Int]?

    public init(
        channels: [Channel]? = nil, provinces: [Province]? = nil, levels: [ChannelLevel]? = nil, natures: [Nature]? = nil,
        categories: [Category]? = nil, flags: [Flag]? = nil, priorities: [Int]? = nil
    ) {
        self.channels = channels
        self.provinces = provinces
        self.levels = levels
        self.natures = natures
        self.categories = categories
        self.flags = flags
        self.priorities = priorities
    }

    func matches(_ subject: ClockSubject) -> Bool {
        (natures?.contains(subject.nature) ?? true)
            && (priorities.map { priorities in subject.priority.map(priorities.contains) ?? false } ?? true)
            && matchesWhateverItsNature(subject)
    }

    /// Whether it could hold: a complaint's nature may change and its priority comes with the work order; all else stays as it was registered.
    func matchesWhateverItsNature(_ subject: ClockSubject) -> Bool {
        (provinces?.contains(subject.province) ?? true) && (levels?.contains(subject.level) ?? true)
            && (categories?.contains(subject.category) ?? true)
            && (channels.map { channels in subject.channel.map(channels.contains) ?? false } ?? true)
            && (flags.map { flags in subject.flags?.contains(where: flags.contains) ?? false } ?? true)
    }

    func faults(at path: String) -> [Fault] {
        let given = [
            ("channels", channels?.isEmpty), ("provinces", provinces?.isEmpty), ("levels", levels?.isEmpty),
            ("natures", natures?.isEmpty), ("categories", categories?.isEmpty), ("flags", flags?.isEmpty),
            ("priorities", priorities?.isEmpty),
        ]
        if given.allSatisfy({ $0.1 == nil }) {
            return [Fault(field: path, problem: "has no condition", expected: "one of " + given.map(\.0).joined(separator: ", "))]
        }
        let unknown = (priorities ?? []).filter { !(1...4).contains($0) }.map {
            Fault(field: path + ".priorities", problem: "has \($0)", expected: "1, the most urgent, to 4")
        }
        return unknown
            + given.filter { $0.1 == true }.map { Fault(field: "\(path).\($0.0)", problem: "is empty", expected: "at least one value") }
    }
}
