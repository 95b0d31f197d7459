/// A complaint was registered: complete, numbered, classified (S065, S067, S105).
public struct ComplaintRegistered: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let line: LineReference
    public let channel: Channel
    public let level: ChannelLevel
    public let province: Province
    public let category: Category
    public let nature: Nature
    public let flags: [Flag]
    public let language: Language
    /// Name, contact, line, description and the reason of dissatisfaction, sealed.
    public let personal: Sealed
    /// When the customer complained.
    public let receivedAt: Instant
    public let registeredAt: Instant
    /// The archived complaint this one repeats (S130).
    public let repeatOf: ComplaintNumber?
    /// The amount in dispute, where the customer named one.
    public let disputedAmount: Money?
    /// Settled on the spot and so closed with its registration; it still counts as a complaint (S048, S049, S120).
    public let settledOnSpot: Bool
    public let policyVersion: PolicyVersion
    /// What intake still owes: duties, and fields of a complaint that was registered at once (S050–S055); `nil` for nothing.
    public internal(set) var openDuties: [Duty]?
    /// The duties that were done, with the references of their evidence (S051, S052).
    public internal(set) var doneDuties: [DutyDone]?
    /// Where the media or the internet have shown the matter (S135).
    public internal(set) var exposure: Exposure?
    /// The staff member who took it down (S066, S103).
    public internal(set) var takenBy: ActorID?
    /// The appeal it came by, assessed (Order 35 art. 9–13).
    public internal(set) var appeal: AppealRecord?
    /// What the complaints it repeats have cost, so that nothing is paid twice; none where it is nothing.
    public internal(set) var earlierPaid: [PaidClaim]? = nil
    /// The CloudEvents source and id of the submission it was made from, also where a supplement has completed it since; `nil` where a release wrote
    /// it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintRegistered: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        line = try fields.required("line")
        channel = try fields.required("channel")
        level = try fields.required("level")
        province = try fields.required("province")
        category = try fields.required("category")
        nature = try fields.required("nature")
        flags = try fields.required("flags")
        language = try fields.required("language")
        personal = try fields.required("personal")
        receivedAt = try fields.required("receivedAt")
        registeredAt = try fields.required("registeredAt")
        repeatOf = try fields.optional("repeatOf")
        disputedAmount = try fields.optional("disputedAmount")
        settledOnSpot = try fields.required("settledOnSpot")
        policyVersion = try fields.required("policyVersion")
        openDuties = try fields.optional("openDuties")
        doneDuties = try fields.optional("doneDuties")
        exposure = try fields.optional("exposure")
        takenBy = try fields.optional("takenBy")
        appeal = try fields.optional("appeal")
        earlierPaid = try fields.optional("earlierPaid")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("line", line)
        writer.write("channel", channel)
        writer.write("level", level)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("nature", nature)
        writer.write("flags", flags)
        writer.write("language", language)
        writer.write("personal", personal)
        writer.write("receivedAt", receivedAt)
        writer.write("registeredAt", registeredAt)
        writer.write("repeatOf", repeatOf)
        writer.write("disputedAmount", disputedAmount)
        writer.write("settledOnSpot", settledOnSpot)
        writer.write("policyVersion", policyVersion)
        writer.write("openDuties", openDuties)
        writer.write("doneDuties", doneDuties)
        writer.write("exposure", exposure)
        writer.write("takenBy", takenBy)
        writer.write("appeal", appeal)
        writer.write("earlierPaid", earlierPaid)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}
