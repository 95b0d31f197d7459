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
