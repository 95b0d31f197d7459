/// A work order was opened and sent to the unit that can solve the complaint (S083, S098).
public struct WorkOrderDispatched: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let unit: Unit
    /// The unit that took the complaint and stays responsible to the customer through every transfer (S029, S046).
    public let firstContact: Unit
    /// 1 is the most urgent, 4 the least (S067, S106).
    public let priority: Int
    public let line: LineReference
    public let channel: Channel
    public let level: ChannelLevel
    public let province: Province
    public let category: Category
    public let nature: Nature
    public let at: Instant
    public let policyVersion: PolicyVersion
    /// The desk within the unit, where the policy names desks.
    public internal(set) var desk: Desk? = nil
    /// The process the complaint follows by its type, where it is not the ordinary one (S068).
    public internal(set) var process: String? = nil
}

extension WorkOrderDispatched: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        firstContact = try fields.required("firstContact")
        priority = try fields.required("priority")
        line = try fields.required("line")
        channel = try fields.required("channel")
        level = try fields.required("level")
        province = try fields.required("province")
        category = try fields.required("category")
        nature = try fields.required("nature")
        at = try fields.required("at")
        policyVersion = try fields.required("policyVersion")
        desk = try fields.optional("desk")
        process = try fields.optional("process")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("firstContact", firstContact)
        writer.write("priority", priority)
        writer.write("line", line)
        writer.write("channel", channel)
        writer.write("level", level)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("nature", nature)
        writer.write("at", at)
        writer.write("policyVersion", policyVersion)
        writer.write("desk", desk)
        writer.write("process", process)
    }
}

/// Another unit sees to the complaint from now on, without a transfer: that of the complaint it goes with, or its own again (S141).
public struct WorkOrderEntrusted: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is notified of what comes in for the complaint.
    public let unit: Unit
    /// The complaint it goes with; `nil` where it goes its own way.
    public internal(set) var with: ComplaintNumber? = nil
    public let at: Instant
}

extension WorkOrderEntrusted: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        with = try fields.optional("with")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("with", with)
        writer.write("at", at)
    }
}

/// The unit took the work order on.
public struct WorkOrderAccepted: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let unit: Unit
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderAccepted: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// The work order went to another unit; the first contact stays responsible (S046, S098).
public struct WorkOrderTransferred: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let from: Unit
    public let to: Unit
    public let by: ActorID
    public let reason: Reason
    public let at: Instant
    /// The desk within the new unit, where the policy names desks.
    public internal(set) var desk: Desk? = nil
}

extension WorkOrderTransferred: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        from = try fields.required("from")
        to = try fields.required("to")
        by = try fields.required("by")
        reason = try fields.required("reason")
        at = try fields.required("at")
        desk = try fields.optional("desk")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("from", from)
        writer.write("to", to)
        writer.write("by", by)
        writer.write("reason", reason)
        writer.write("at", at)
        writer.write("desk", desk)
    }
}

/// The work order is on hold for a reason the policy allows: the customer is asked, a third party is waited for.
public struct WorkOrderHeld: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// A reason code of the policy, such as `waiting-for-customer`.
    public let reason: String
    public let by: ActorID
    public let at: Instant
    /// What shows that work has to rest: a number, no personal data.
    public internal(set) var evidence: String? = nil
    /// When work goes on at the latest, where the policy limits the rest.
    public internal(set) var until: Instant? = nil
}

extension WorkOrderHeld: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
        evidence = try fields.optional("evidence")
        until = try fields.optional("until")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("evidence", evidence)
        writer.write("until", until)
    }
}

/// Work goes on.
public struct WorkOrderResumed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderResumed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// The solving unit sent back its answer 回单, to be reviewed before the customer is told (S149).
public struct WorkOrderAnswered: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The answer in words, sealed.
    public let answer: SealedText
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderAnswered: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        answer = try fields.required("answer")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("answer", answer)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// A second person approved the answer (S149).
public struct WorkOrderAnswerApproved: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderAnswerApproved: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// The answer was sent back to the unit.
public struct WorkOrderAnswerReturned: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let reason: Reason
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderAnswerReturned: Document {
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

/// The customer was told the result, the plan and the reasons (S039, S074).
public struct WorkOrderCustomerTold: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let answer: SealedText
    /// Whether the customer was content: `nil` until asked.
    public let satisfied: Bool?
    public let by: ActorID
    public let at: Instant
    /// How the customer was told, such as `sms` or `letter` (S108).
    public internal(set) var medium: String? = nil
    /// The number of the written answer.
    public internal(set) var reference: String? = nil
    /// Which review this is the result of; from 1 (S076).
    public internal(set) var review: Int? = nil
    /// What is open to a customer who is not content (S040, S075).
    public internal(set) var remedies: [Remedy]? = nil
    /// The line it is about; `nil` where a release wrote it that did not say so.
    public internal(set) var line: LineReference? = nil
    /// What the complaint and those it repeats have cost by now; none where it is nothing.
    public internal(set) var paid: [PaidClaim]? = nil
}

extension WorkOrderCustomerTold: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        answer = try fields.required("answer")
        satisfied = try fields.optional("satisfied")
        by = try fields.required("by")
        at = try fields.required("at")
        medium = try fields.optional("medium")
        reference = try fields.optional("reference")
        review = try fields.optional("review")
        remedies = try fields.optional("remedies")
        line = try fields.optional("line")
        paid = try fields.optional("paid")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("answer", answer)
        writer.write("satisfied", satisfied)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("medium", medium)
        writer.write("reference", reference)
        writer.write("review", review)
        writer.write("remedies", remedies)
        writer.write("line", line)
        writer.write("paid", paid)
    }
}

/// The complaint is closed and filed 归档; the 30 days of a repeat begin (S130).
public struct WorkOrderArchived: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let line: LineReference
    public let outcome: ArchiveOutcome
    public let at: Instant
    /// What the complaint and those it repeats have cost, for the next that repeats it; none where it is nothing.
    public internal(set) var paid: [PaidClaim]? = nil
    /// The complaint of the same matter that goes on in its place, since the customer was not content with the result.
    public internal(set) var continuedBy: ComplaintNumber? = nil
}

extension WorkOrderArchived: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        line = try fields.required("line")
        outcome = try fields.required("outcome")
        at = try fields.required("at")
        paid = try fields.optional("paid")
        continuedBy = try fields.optional("continuedBy")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("line", line)
        writer.write("outcome", outcome)
        writer.write("at", at)
        writer.write("paid", paid)
        writer.write("continuedBy", continuedBy)
    }
}
