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
