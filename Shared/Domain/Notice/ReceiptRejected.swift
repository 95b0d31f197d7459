/// What a gateway said of a message could not be read: it is told which field is wrong and what was expected.
public struct ReceiptRejected: Hashable, Sendable {
    /// `nil` where the event named none that could be read.
    public let complaint: ComplaintNumber?
    /// The CloudEvents type, source and id of what is rejected.
    public let eventType: String
    public let eventSource: String
    public let eventID: String
    public let fault: Fault
    public let at: Instant

    public init(complaint: ComplaintNumber?, eventType: String, eventSource: String, eventID: String, fault: Fault, at: Instant) {
        self.complaint = complaint
        self.eventType = eventType
        self.eventSource = eventSource
        self.eventID = eventID
        self.fault = fault
        self.at = at
    }
}

extension ReceiptRejected: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.optional("complaint")
        eventType = try fields.required("eventType")
        eventSource = try fields.required("eventSource")
        eventID = try fields.required("eventID")
        fault = try fields.required("fault")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("eventType", eventType)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
        writer.write("fault", fault)
        writer.write("at", at)
    }
}
