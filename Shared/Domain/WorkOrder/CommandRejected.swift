/// A command was understood and refused: the sender is told why.
public struct CommandRejected: Hashable, Sendable {
    /// Empty where the command named none that could be read.
    public let complaint: ComplaintNumber
    /// The CloudEvents type, source and id of the command.
    public let commandType: String
    public let commandSource: String
    public let commandID: String
    /// The state the command met, such as `dispatched`; `unread` where it could not be read, and so met none.
    public let state: String
    public let fault: Fault
    public let at: Instant

    /// The state that a command met which could not be read.
    public static let unread = "unread"

    public init(
        complaint: ComplaintNumber, commandType: String, commandSource: String, commandID: String, state: String, fault: Fault, at: Instant
    ) {
        self.complaint = complaint
        self.commandType = commandType
        self.commandSource = commandSource
        self.commandID = commandID
        self.state = state
        self.fault = fault
        self.at = at
    }
}

extension CommandRejected: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        commandType = try fields.required("commandType")
        commandSource = try fields.required("commandSource")
        commandID = try fields.required("commandID")
        state = try fields.required("state")
        fault = try fields.required("fault")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("commandType", commandType)
        writer.write("commandSource", commandSource)
        writer.write("commandID", commandID)
        writer.write("state", state)
        writer.write("fault", fault)
        writer.write("at", at)
    }
}
