/// The customer urged; the handler is reminded (S058).
public struct WorkOrderUrged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let unit: Unit
    /// From 1.
    public let count: Int
    public let at: Instant
    /// The priority, where this urge raised it: 1 is the most urgent, 4 the least (S067).
    public internal(set) var priority: Int? = nil
    /// What the customer said with it, sealed; `nil` where it has no words.
    public internal(set) var personal: SealedText? = nil
}

extension WorkOrderUrged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        count = try fields.required("count")
        at = try fields.required("at")
        priority = try fields.optional("priority")
        personal = try fields.optional("personal")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("count", count)
        writer.write("at", at)
        writer.write("priority", priority)
        writer.write("personal", personal)
    }
}

/// An alert raised the work order to the next step of the ladder.
public struct WorkOrderEscalated: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is notified and takes over supervision.
    public let to: Unit
    /// The step of the ladder; from 1.
    public let step: Int
    /// The id of the alert that caused it.
    public let alert: String
    /// 1 is the most urgent, 4 the least.
    public let priority: Int
    public let at: Instant
}

extension WorkOrderEscalated: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        to = try fields.required("to")
        step = try fields.required("step")
        alert = try fields.required("alert")
        priority = try fields.required("priority")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("to", to)
        writer.write("step", step)
        writer.write("alert", alert)
        writer.write("priority", priority)
        writer.write("at", at)
    }
}

/// A superior unit supervises the work order 督办, with or without an instruction (S114, S143, S182).
public struct WorkOrderSupervised: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that supervises from now on.
    public let unit: Unit
    /// Why: a rule of the policy, or the supervisor's own words.
    public let reason: Reason
    /// What is to be put right.
    public let instruction: Reason?
    /// `nil` where the policy says so and no person.
    public let by: ActorID?
    public let at: Instant
}

extension WorkOrderSupervised: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        reason = try fields.required("reason")
        instruction = try fields.optional("instruction")
        by = try fields.optional("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("reason", reason)
        writer.write("instruction", instruction)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// The work order went to another desk of the same unit, so that none is flooded (S193, S195).
public struct WorkOrderRedistributed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit, which stays the same.
    public let unit: Unit
    /// The desk that had it.
    public let from: Desk?
    /// The desk that has it now.
    public let to: Desk
    /// Why.
    public let reason: Reason
    /// How many work orders the former desk said it has.
    public let load: Int?
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderRedistributed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        from = try fields.optional("from")
        to = try fields.required("to")
        reason = try fields.required("reason")
        load = try fields.optional("load")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("from", from)
        writer.write("to", to)
        writer.write("reason", reason)
        writer.write("load", load)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// A command came for a complaint that is not registered: it waits, as topics have no order among them, and its sender is told so.
public struct WorkOrderCommandWaiting: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// The CloudEvents type, source and id of the command.
    public let commandType: String
    public let commandSource: String
    public let commandID: String
    /// When it is refused, unless the complaint is registered before.
    public let until: Instant
    public let at: Instant
}

extension WorkOrderCommandWaiting: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        commandType = try fields.required("commandType")
        commandSource = try fields.required("commandSource")
        commandID = try fields.required("commandID")
        until = try fields.required("until")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("commandType", commandType)
        writer.write("commandSource", commandSource)
        writer.write("commandID", commandID)
        writer.write("until", until)
        writer.write("at", at)
    }
}
