/// The customer is not content and the answer is looked at again 复核 (S040, S075).
public struct WorkOrderReviewRequested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Which review this is; from 1.
    public let round: Int
    /// The unit that reviews.
    public let unit: Unit
    /// Why the customer is not content.
    public let reason: Reason
    public let by: ActorID
    public let at: Instant
    /// The archived work order whose answer is looked at again, where it was archived: then the review is a work order of its own.
    public internal(set) var of: WorkOrderNumber? = nil
    /// What the customer said, sealed; `nil` for no words.
    public internal(set) var personal: SealedText? = nil
}

extension WorkOrderReviewRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        round = try fields.required("round")
        unit = try fields.required("unit")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
        of = try fields.optional("of")
        personal = try fields.optional("personal")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("round", round)
        writer.write("unit", unit)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("of", of)
        writer.write("personal", personal)
    }
}

/// The customer was asked afterwards whether it is really settled 回访 (S109, S110).
public struct WorkOrderFollowedUp: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Whether the customer was reached.
    public let reached: Bool
    /// From 1, very dissatisfied, to 5, very satisfied.
    public let satisfaction: Int?
    /// Whether the customer says it is settled.
    public let resolved: Bool?
    /// What else troubles the customer, sealed.
    public let otherProblems: SealedText?
    public let by: ActorID
    public let at: Instant
    /// Whether the customer asked for a second look.
    public internal(set) var wantsReview: Bool? = nil
}

extension WorkOrderFollowedUp: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reached = try fields.required("reached")
        satisfaction = try fields.optional("satisfaction")
        resolved = try fields.optional("resolved")
        otherProblems = try fields.optional("otherProblems")
        by = try fields.required("by")
        at = try fields.required("at")
        wantsReview = try fields.optional("wantsReview")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reached", reached)
        writer.write("satisfaction", satisfaction)
        writer.write("resolved", resolved)
        writer.write("otherProblems", otherProblems)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("wantsReview", wantsReview)
    }
}

/// What a customer said when asked afterwards whether it is really settled 回访 (S109, S110).
public struct FollowUpResult: Hashable, Sendable {
    public let reached: Bool
    /// From 1, very dissatisfied, to 5, very satisfied.
    public let satisfaction: Int?
    public let resolved: Bool?
    /// What else troubles the customer, sealed.
    public let otherProblems: SealedText?
    /// Whether the customer asked for a second look.
    public let wantsReview: Bool?

    public init(
        reached: Bool, satisfaction: Int? = nil, resolved: Bool? = nil, otherProblems: SealedText? = nil, wantsReview: Bool? = nil
    ) {
        self.reached = reached
        self.satisfaction = satisfaction
        self.resolved = resolved
        self.otherProblems = otherProblems
        self.wantsReview = wantsReview
    }
}

extension FollowUpResult: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        reached = try fields.required("reached")
        satisfaction = try fields.optional("satisfaction")
        resolved = try fields.optional("resolved")
        otherProblems = try fields.optional("otherProblems")
        wantsReview = try fields.optional("wantsReview")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("reached", reached)
        writer.write("satisfaction", satisfaction)
        writer.write("resolved", resolved)
        writer.write("otherProblems", otherProblems)
        writer.write("wantsReview", wantsReview)
    }
}

/// The appeal body or the mediation took a step (Order 35 art. 14; S012, S183).
public struct WorkOrderAppealStepRecorded: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// What was done.
    public let step: AppealStep
    /// When the body took it.
    public let takenAt: Instant
    /// The number of its document.
    public let document: String?
    public let by: ActorID
    public let at: Instant
    /// Why the body refused, where it did and the desk was told.
    public internal(set) var reason: AppealPoint? = nil
}

extension WorkOrderAppealStepRecorded: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        step = try fields.required("step")
        takenAt = try fields.required("takenAt")
        document = try fields.optional("document")
        by = try fields.required("by")
        at = try fields.required("at")
        reason = try fields.optional("reason")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("step", step)
        writer.write("takenAt", takenAt)
        writer.write("document", document)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("reason", reason)
    }
}

/// What the appeal body and the mediation do, as the operator hears of it (Order 35 art. 14; S012).
public enum AppealStep: String, DocumentWord, Sendable, CaseIterable {
    case accepted
    case refused
    /// The body passed the appeal on to the operator.
    case forwarded
    case mediationOpened = "mediation-opened"
    case mediationAgreed = "mediation-agreed"
    case mediationFailed = "mediation-failed"
    case closed
}

/// A step of the appeal that is on record.
public struct AppealStepRecord: Sendable, Equatable {
    public let step: AppealStep
    public let at: Instant
}

extension AppealStepRecord: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        step = try fields.required("step")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("step", step)
        writer.write("at", at)
    }
}
