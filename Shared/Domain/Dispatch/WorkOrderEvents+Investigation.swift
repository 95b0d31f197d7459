/// The investigation found whose fault it was (S071, S198).
public struct WorkOrderLiabilityFound: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let liability: Liability
    /// Reason code of the compensation policy, such as `wrong-charge` or `late-repair`; none where nothing is owed.
    public let ground: String?
    /// The amount the ground is calculated from, such as the wrong charge.
    public let amount: Money?
    /// Days or hours the ground is calculated from, such as days of delay.
    public let quantity: Int?
    public let by: ActorID
    public let at: Instant
    /// The partner whose service it is (S169).
    public internal(set) var partner: String? = nil
    /// The grade of the partner's penalty by the policy (S169).
    public internal(set) var penalty: String? = nil
    /// Further figures and circumstances that the compensation policy asks for.
    public internal(set) var particulars: Particulars? = nil
}

extension WorkOrderLiabilityFound: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        liability = try fields.required("liability")
        ground = try fields.optional("ground")
        amount = try fields.optional("amount")
        quantity = try fields.optional("quantity")
        by = try fields.required("by")
        at = try fields.required("at")
        partner = try fields.optional("partner")
        penalty = try fields.optional("penalty")
        particulars = try fields.optional("particulars")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("liability", liability)
        writer.write("ground", ground)
        writer.write("amount", amount)
        writer.write("quantity", quantity)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("partner", partner)
        writer.write("penalty", penalty)
        writer.write("particulars", particulars)
    }
}

/// A piece of evidence of the investigation was put on file (S071, S097, S197 5.3).
public struct WorkOrderEvidenceRecorded: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// A kind of the policy, such as `customer-contact`.
    public let kind: String
    /// Where the document lies: a number, no personal data.
    public let reference: String
    /// What it shows, sealed.
    public let note: SealedText?
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderEvidenceRecorded: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        kind = try fields.required("kind")
        reference = try fields.required("reference")
        note = try fields.optional("note")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("kind", kind)
        writer.write("reference", reference)
        writer.write("note", note)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// A special meeting on a complex case came to a conclusion and a plan of how to carry it out (S087).
public struct WorkOrderMeetingRecorded: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Where the minutes lie: a number, no personal data.
    public let minutes: String
    /// What was concluded, sealed.
    public let conclusion: SealedText
    /// How it is carried out, sealed.
    public let plan: SealedText
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMeetingRecorded: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        minutes = try fields.required("minutes")
        conclusion = try fields.required("conclusion")
        plan = try fields.required("plan")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("minutes", minutes)
        writer.write("conclusion", conclusion)
        writer.write("plan", plan)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// The plan of how a major complaint is handled was filed (S056).
public struct WorkOrderPlanFiled: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Before handling, or of it.
    public let kind: PlanKind
    /// The plan's number.
    public let reference: String
    /// The plan, sealed.
    public let plan: SealedText
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderPlanFiled: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        kind = try fields.required("kind")
        reference = try fields.required("reference")
        plan = try fields.required("plan")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("kind", kind)
        writer.write("reference", reference)
        writer.write("plan", plan)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// The emergency answer script 应急口径 of a major complaint was filed (S056).
public struct WorkOrderScriptFiled: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The script's number.
    public let reference: String
    /// What the front line answers, sealed.
    public let script: SealedText
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderScriptFiled: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reference = try fields.required("reference")
        script = try fields.required("script")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reference", reference)
        writer.write("script", script)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// A unit that was asked sent its contribution back (S098).
public struct WorkOrderContributed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that was asked.
    public let unit: Unit
    /// The province, where a unit of another province is asked (S150).
    public let province: Province?
    /// What it found or did, sealed.
    public let contribution: SealedText
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderContributed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        province = try fields.optional("province")
        contribution = try fields.required("contribution")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("province", province)
        writer.write("contribution", contribution)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// Another unit was asked to contribute; the responsible unit stays responsible (S098, S150).
public struct WorkOrderCoordinationRequested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is asked.
    public let unit: Unit
    /// The province, where a unit of another province is asked (S150).
    public let province: Province?
    /// What is asked of it.
    public let request: Reason
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderCoordinationRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        province = try fields.optional("province")
        request = try fields.required("request")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("province", province)
        writer.write("request", request)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// A major complaint was reported to the next level (S056).
public struct WorkOrderReported: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit it is reported to.
    public let unit: Unit
    /// The level; from 1.
    public let step: Int
    public let at: Instant
}

extension WorkOrderReported: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        step = try fields.required("step")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("step", step)
        writer.write("at", at)
    }
}
