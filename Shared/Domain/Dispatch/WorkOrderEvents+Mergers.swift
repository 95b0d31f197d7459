/// The work order goes with another of the same cause: one investigation, one answer, every customer told (S141).
public struct WorkOrderMerged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The complaint it goes with.
    public let into: ComplaintNumber
    /// The cause they have in common.
    public let reason: Reason
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMerged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        into = try fields.required("into")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("into", into)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// The work order goes its own way again.
public struct WorkOrderUnmerged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The complaint it went with.
    public let from: ComplaintNumber
    /// Why.
    public let reason: Reason
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderUnmerged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        from = try fields.required("from")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("from", from)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// Another complaint goes with this one.
public struct WorkOrderMemberAdded: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The other complaint.
    public let member: ComplaintNumber
    public let at: Instant
}

extension WorkOrderMemberAdded: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        member = try fields.required("member")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("member", member)
        writer.write("at", at)
    }
}

/// A complaint that went with this one goes its own way again.
public struct WorkOrderMemberRemoved: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The other complaint.
    public let member: ComplaintNumber
    public let at: Instant
}

extension WorkOrderMemberRemoved: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        member = try fields.required("member")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("member", member)
        writer.write("at", at)
    }
}

/// What dispatch sends to the dispatch of another complaint, because two complaints of one cause are one investigation.
///
/// The other complaint has a lane of its own, so this travels as a message, and each side allows for the other having moved on meanwhile.
public struct MergerMessage: Hashable, Sendable {
    /// Unique for its sender; the CloudEvents id.
    public let id: String
    public let step: Step
    public let from: ComplaintNumber
    /// The complaint it goes to, which is its Kafka key.
    public let complaint: ComplaintNumber
    /// The answer that the complaints share, sealed, with who gave and who approved it.
    public internal(set) var answer: SealedText? = nil
    public internal(set) var answeredBy: ActorID? = nil
    public internal(set) var approvedBy: ActorID? = nil
    /// Why the other complaint cannot be joined any more.
    public internal(set) var reason: String? = nil

    /// The join that is refused; `nil` where all joins are over.
    public internal(set) var inReplyTo: String? = nil
    /// The unit that has the complaint which is gone with; only where the step is `lead`.
    public internal(set) var unit: Unit? = nil

    /// What shows the reader that dispatch wrote it; it is attached and checked outside the decisions.
    public var proof: SealedText? = nil

    /// What one complaint says to the other.
    public enum Step: String, DocumentWord, Sendable, CaseIterable {
        /// I go with you.
        case join
        /// You go with me, and this unit has us: told when a join is taken, and whenever it is another unit.
        case lead
        /// I go my own way again.
        case leave
        /// This is our answer, approved; tell your customer.
        case follow
        /// Go your own way again.
        case release
    }

    /// The answer to a join that is not possible.
    func refused(because reason: String) -> MergerMessage {
        MergerMessage(
            id: "\(complaint)-m-\(id)", step: .release, from: complaint, complaint: from, reason: reason,
            inReplyTo: id)
    }
}

extension MergerMessage: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        id = try fields.required("id")
        step = try fields.required("step")
        from = try fields.required("from")
        complaint = try fields.required("complaint")
        answer = try fields.optional("answer")
        answeredBy = try fields.optional("answeredBy")
        approvedBy = try fields.optional("approvedBy")
        reason = try fields.optional("reason")
        inReplyTo = try fields.optional("inReplyTo")
        unit = try fields.optional("unit")
        proof = try fields.optional("proof")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("id", id)
        writer.write("step", step)
        writer.write("from", from)
        writer.write("complaint", complaint)
        writer.write("answer", answer)
        writer.write("answeredBy", answeredBy)
        writer.write("approvedBy", approvedBy)
        writer.write("reason", reason)
        writer.write("inReplyTo", inReplyTo)
        writer.write("unit", unit)
        writer.write("proof", proof)
    }
}
