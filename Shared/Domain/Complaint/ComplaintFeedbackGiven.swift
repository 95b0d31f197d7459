/// The customer said on a channel how a complaint's handling was (S109, S199); what follows is dispatch's.
public struct ComplaintFeedbackGiven: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    public let feedback: Feedback
    /// The customer's words, sealed.
    public let personal: Sealed
    public let at: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

/// What a customer says of a complaint's handling; what was not asked is `nil`.
public struct Feedback: Hashable, Sendable {
    /// 1, not at all satisfied, to 5.
    public let satisfaction: Int?
    public let resolved: Bool?
    /// Whether the customer asks for a second look (S040, S075).
    public let wantsReview: Bool?

    public init(satisfaction: Int?, resolved: Bool?, wantsReview: Bool?) {
        self.satisfaction = satisfaction
        self.resolved = resolved
        self.wantsReview = wantsReview
    }
}

extension ComplaintFeedbackGiven: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        channel = try fields.required("channel")
        feedback = try fields.required("feedback")
        personal = try fields.required("personal")
        at = try fields.required("at")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("channel", channel)
        writer.write("feedback", feedback)
        writer.write("personal", personal)
        writer.write("at", at)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}

extension Feedback: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        satisfaction = try fields.optional("satisfaction")
        resolved = try fields.optional("resolved")
        wantsReview = try fields.optional("wantsReview")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("satisfaction", satisfaction)
        writer.write("resolved", resolved)
        writer.write("wantsReview", wantsReview)
    }
}
