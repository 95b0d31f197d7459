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
