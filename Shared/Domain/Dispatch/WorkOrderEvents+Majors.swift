/// A person found that the complaint is a major one 重大投诉 (S056, S131–S134).
public struct WorkOrderMajorDeclared: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Group complaint or major public opinion.
    public let ground: MajorGround
    /// On what finding: a reference, no personal data.
    public let evidence: String
    /// The id of the alert of major risk it follows.
    public let alert: String?
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMajorDeclared: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        ground = try fields.required("ground")
        evidence = try fields.required("evidence")
        alert = try fields.optional("alert")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("ground", ground)
        writer.write("evidence", evidence)
        writer.write("alert", alert)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// A person found that the complaint is not a major one after all (S134).
public struct WorkOrderMajorRevoked: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Why.
    public let reason: Reason
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMajorRevoked: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// An investigation found the complaint malicious or false, and what follows by its seriousness (S088).
public struct WorkOrderMaliciousDeclared: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Malicious or false.
    public let kind: MaliciousKind
    /// What was found, without personal data.
    public let finding: Reason
    /// Where the evidence lies: a number, no personal data.
    public let evidence: String
    /// A measure of the policy, such as `explain`.
    public let measure: String
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMaliciousDeclared: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        kind = try fields.required("kind")
        finding = try fields.required("finding")
        evidence = try fields.required("evidence")
        measure = try fields.required("measure")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("kind", kind)
        writer.write("finding", finding)
        writer.write("evidence", evidence)
        writer.write("measure", measure)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// The finding that a complaint is malicious or false was taken back (S088).
public struct WorkOrderMaliciousRevoked: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Why.
    public let reason: Reason
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMaliciousRevoked: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}
