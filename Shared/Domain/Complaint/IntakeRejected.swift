/// An intake event could be read but not taken: the gateway is told which field is wrong and what was expected.
public struct IntakeRejected: Hashable, Sendable {
    /// `unreadable` where the event named none that could be read.
    public let line: LineReference
    /// The CloudEvents type, source and id of what is rejected.
    public let eventType: String
    public let eventSource: String
    public let eventID: String
    public let fault: Fault
    public let at: Instant

    public init(line: LineReference, eventType: String, eventSource: String, eventID: String, fault: Fault, at: Instant) {
        self.line = line
        self.eventType = eventType
        self.eventSource = eventSource
        self.eventID = eventID
        self.fault = fault
        self.at = at
    }
}

extension IntakeRejected: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        line = try fields.required("line")
        eventType = try fields.required("eventType")
        eventSource = try fields.required("eventSource")
        eventID = try fields.required("eventID")
        fault = try fields.required("fault")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("line", line)
        writer.write("eventType", eventType)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
        writer.write("fault", fault)
        writer.write("at", at)
    }
}
