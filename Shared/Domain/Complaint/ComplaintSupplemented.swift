/// The customer added to a complaint.
public struct ComplaintSupplemented: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let personal: Sealed
    /// What is still missing, by the fields' names on the wire; empty when complete.
    public let stillMissing: [String]
    public let at: Instant
    /// The duties that the supplement shows to be done.
    public internal(set) var doneDuties: [DutyDone]?
    /// What intake still owes a registered complaint; `nil` for nothing.
    public internal(set) var openDuties: [Duty]?
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintSupplemented: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        personal = try fields.required("personal")
        stillMissing = try fields.required("stillMissing")
        at = try fields.required("at")
        doneDuties = try fields.optional("doneDuties")
        openDuties = try fields.optional("openDuties")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("personal", personal)
        writer.write("stillMissing", stillMissing)
        writer.write("at", at)
        writer.write("doneDuties", doneDuties)
        writer.write("openDuties", openDuties)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}
