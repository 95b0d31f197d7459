/// What intake says happened, on `redress.complaints`.
public enum ComplaintEvent: Hashable, Sendable {
    case registered(ComplaintRegistered)
    case informationRequired(ComplaintInformationRequired)
    case supplemented(ComplaintSupplemented)
    case urged(ComplaintUrged)
    case withdrawn(ComplaintWithdrawn)
    case exposed(ComplaintExposed)
    case flagged(ComplaintFlagged)
    case feedbackGiven(ComplaintFeedbackGiven)
    case contested(ComplaintContested)
    case rejected(IntakeRejected)
}

/// A complaint was registered: complete, numbered, classified (S065, S067, S105).
public struct ComplaintRegistered: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let line: LineReference
    public let channel: Channel
    public let level: ChannelLevel
    public let province: Province
    public let category: Category
    public let nature: Nature
    public let flags: [Flag]
    public let language: Language
    /// Name, contact, line, description and the reason of dissatisfaction, sealed.
    public let personal: SealedText
    /// When the customer complained.
    public let receivedAt: Instant
    public let registeredAt: Instant
    /// The archived complaint this one repeats (S130).
    public let repeatOf: ComplaintNumber?
    /// The amount in dispute, where the customer named one.
    public let disputedAmount: Money?
    /// Settled on the spot and so closed with its registration; it still counts as a complaint (S048, S049, S120).
    public let settledOnSpot: Bool
    public let policyVersion: PolicyVersion
    /// What intake still owes: duties, and fields of a complaint that was registered at once (S050–S055); `nil` for nothing.
    public internal(set) var openDuties: [Duty]?
    /// The duties that were done, with the references of their evidence (S051, S052).
    public internal(set) var doneDuties: [DutyDone]?
    /// Where the media or the internet have shown the matter (S135).
    public internal(set) var exposure: Exposure?
    /// The staff member who took it down (S066, S103).
    public internal(set) var takenBy: ActorID?
    /// The appeal it came by, assessed (Order 35 art. 9–13).
    public internal(set) var appeal: AppealRecord?
    /// What the complaints it repeats have cost, so that nothing is paid twice; none where it is nothing.
    public internal(set) var earlierPaid: [PaidClaim]? = nil
    /// The answered complaint that this one continues, since the customer is not content with the result; that one ends by it (S059).
    public internal(set) var continues: ComplaintNumber? = nil
    /// The CloudEvents source and id of the submission it was made from, also where a supplement has completed it since; `nil` where a release wrote
    /// it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintRegistered: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        line = try fields.required("line")
        channel = try fields.required("channel")
        level = try fields.required("level")
        province = try fields.required("province")
        category = try fields.required("category")
        nature = try fields.required("nature")
        flags = try fields.required("flags")
        language = try fields.required("language")
        personal = try fields.required("personal")
        receivedAt = try fields.required("receivedAt")
        registeredAt = try fields.required("registeredAt")
        repeatOf = try fields.optional("repeatOf")
        disputedAmount = try fields.optional("disputedAmount")
        settledOnSpot = try fields.required("settledOnSpot")
        policyVersion = try fields.required("policyVersion")
        openDuties = try fields.optional("openDuties")
        doneDuties = try fields.optional("doneDuties")
        exposure = try fields.optional("exposure")
        takenBy = try fields.optional("takenBy")
        appeal = try fields.optional("appeal")
        earlierPaid = try fields.optional("earlierPaid")
        continues = try fields.optional("continues")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("line", line)
        writer.write("channel", channel)
        writer.write("level", level)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("nature", nature)
        writer.write("flags", flags)
        writer.write("language", language)
        writer.write("personal", personal)
        writer.write("receivedAt", receivedAt)
        writer.write("registeredAt", registeredAt)
        writer.write("repeatOf", repeatOf)
        writer.write("disputedAmount", disputedAmount)
        writer.write("settledOnSpot", settledOnSpot)
        writer.write("policyVersion", policyVersion)
        writer.write("openDuties", openDuties)
        writer.write("doneDuties", doneDuties)
        writer.write("exposure", exposure)
        writer.write("takenBy", takenBy)
        writer.write("appeal", appeal)
        writer.write("earlierPaid", earlierPaid)
        writer.write("continues", continues)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}

/// The customer added to a complaint.
public struct ComplaintSupplemented: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let personal: SealedText
    /// What is still missing, by the fields' names on the wire; empty when complete.
    public let stillMissing: [String]
    public let at: Instant
    /// The duties that the supplement shows to be done.
    public internal(set) var doneDuties: [DutyDone]?
    /// What intake still owes a registered complaint; `nil` for nothing.
    public internal(set) var openDuties: [Duty]?
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintSupplemented: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        personal = try fields.required("personal")
        stillMissing = try fields.required("stillMissing")
        at = try fields.required("at")
        doneDuties = try fields.optional("doneDuties")
        openDuties = try fields.optional("openDuties")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("personal", personal)
        writer.write("stillMissing", stillMissing)
        writer.write("at", at)
        writer.write("doneDuties", doneDuties)
        writer.write("openDuties", openDuties)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}

/// A complaint has its number but not yet all it needs; the customer is asked (S069, S070).
public struct ComplaintInformationRequired: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let line: LineReference
    public let channel: Channel
    public let province: Province
    public let language: Language
    public let personal: SealedText
    /// The fields that are missing, by their names on the wire.
    public let missing: [String]
    public let askedAt: Instant
    /// The appeal that it is; `nil` for what is none (S013).
    public internal(set) var appeal: AppealRecord? = nil
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintInformationRequired: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        line = try fields.required("line")
        channel = try fields.required("channel")
        province = try fields.required("province")
        language = try fields.required("language")
        personal = try fields.required("personal")
        missing = try fields.required("missing")
        askedAt = try fields.required("askedAt")
        appeal = try fields.optional("appeal")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("line", line)
        writer.write("channel", channel)
        writer.write("province", province)
        writer.write("language", language)
        writer.write("personal", personal)
        writer.write("missing", missing)
        writer.write("askedAt", askedAt)
        writer.write("appeal", appeal)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}

/// The customer urged a complaint that is still open: no new ticket (S058).
public struct ComplaintUrged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    /// How often it has been urged, this time included; from 1.
    public let count: Int
    public let at: Instant
    /// The appeal that is no appeal yet and so urges (Order 35 art. 13).
    public internal(set) var appeal: AppealRecord?
    /// What the customer said with it, sealed; `nil` where it has no words.
    public internal(set) var personal: SealedText? = nil
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintUrged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        channel = try fields.required("channel")
        count = try fields.required("count")
        at = try fields.required("at")
        appeal = try fields.optional("appeal")
        personal = try fields.optional("personal")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("channel", channel)
        writer.write("count", count)
        writer.write("at", at)
        writer.write("appeal", appeal)
        writer.write("personal", personal)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}

/// A complaint goes over somebody's head, or threatens to, and is reported upward (S050).
public struct ComplaintFlagged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// The flags that were not known of this complaint before.
    public let flags: [Flag]
    /// The unit that is to be told.
    public let reportTo: Unit
    public let at: Instant
}

extension ComplaintFlagged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        flags = try fields.required("flags")
        reportTo = try fields.required("reportTo")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("flags", flags)
        writer.write("reportTo", reportTo)
        writer.write("at", at)
    }
}

/// The media or the internet have shown an open complaint's matter (S131, S135).
public struct ComplaintExposed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    public let exposure: Exposure
    /// Whether the complaint is major from now on, by the policy.
    public let major: Bool
    public let at: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintExposed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        channel = try fields.required("channel")
        exposure = try fields.required("exposure")
        major = try fields.required("major")
        at = try fields.required("at")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("channel", channel)
        writer.write("exposure", exposure)
        writer.write("major", major)
        writer.write("at", at)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}

/// The customer said on a channel how a complaint's handling was (S109, S199); what follows is dispatch's.
public struct ComplaintFeedbackGiven: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    public let feedback: Feedback
    /// The customer's words, sealed.
    public let personal: SealedText
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
    /// Whether the customer's words name another problem than the complaint's (S109).
    public let otherProblems: Bool?

    public init(satisfaction: Int?, resolved: Bool?, wantsReview: Bool?, otherProblems: Bool? = nil) {
        self.satisfaction = satisfaction
        self.resolved = resolved
        self.wantsReview = wantsReview
        self.otherProblems = otherProblems
    }
}

extension Feedback {
    /// Whether the customer says what they think of the handling.
    var isOpinion: Bool { satisfaction != nil || resolved != nil || wantsReview == true }
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
        otherProblems = try fields.optional("otherProblems")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("satisfaction", satisfaction)
        writer.write("resolved", resolved)
        writer.write("wantsReview", wantsReview)
        writer.write("otherProblems", otherProblems)
    }
}

/// The customer took the complaint back.
public struct ComplaintWithdrawn: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let at: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintWithdrawn: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        at = try fields.required("at")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("at", at)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}

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
