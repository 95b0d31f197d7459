/// What a complaint's work order says of its answer: when the customer was told it, and how they took it (S015, S021, S059).
public struct CustomerAnswer: Hashable, Sendable {
    /// When the customer was first told a result.
    public internal(set) var toldAt: Instant
    /// When they were told the result that holds now: a review has one of its own.
    public internal(set) var latestAt: Instant
    /// Whether the customer is content with it; `nil` until they say so.
    public internal(set) var satisfied: Bool?
    /// The answer is being looked at again, so that the complaint is being handled; `nil` for no.
    public internal(set) var isReopened: Bool?
    /// No medium has brought it to them, so they were not told after all; `nil` for no.
    public internal(set) var isUntold: Bool? = nil

    public init(toldAt: Instant, latestAt: Instant? = nil, satisfied: Bool? = nil, isReopened: Bool? = nil) {
        self.toldAt = toldAt
        self.latestAt = latestAt ?? toldAt
        self.satisfied = satisfied
        self.isReopened = isReopened
    }

    /// Whether the customer has heard the result, and nobody looks into it any more.
    public var isFinal: Bool { isReopened != true && isUntold != true }

    /// What is known once the work order has told this, too; `nil` while the customer was told nothing.
    public static func after(_ event: WorkOrderEvent, knowing earlier: CustomerAnswer?) -> CustomerAnswer? {
        guard var answer = earlier else {
            guard case .customerTold(let told) = event else { return nil }
            return CustomerAnswer(toldAt: told.at, satisfied: told.satisfied)
        }
        switch event {
        case .customerTold(let told):
            if answer.isUntold == true { return CustomerAnswer(toldAt: told.at, satisfied: told.satisfied) }
            // Told with an opinion, it may be the same answer once more.
            if told.satisfied == nil || answer.isReopened == true { answer.latestAt = told.at }
            answer.satisfied = told.satisfied
            answer.isReopened = nil
        case .answerReturned, .reviewRequested: answer.isReopened = true
        case .dissatisfied: answer.satisfied = false
        // What they were told before, of a first answer, they know all the same.
        case .customerUntold: if answer.toldAt == answer.latestAt { answer.isUntold = true } else { answer.isReopened = true }
        case .dispatched, .accepted, .transferred, .held, .resumed, .liabilityFound, .answered, .answerApproved, .urged, .escalated,
            .archived, .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed, .supervised,
            .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared, .maliciousRevoked, .merged, .unmerged,
            .memberAdded, .memberRemoved, .entrusted, .followedUp, .appealStepRecorded, .commandRejected, .commandWaiting, .flagged, .asked:
            break
        }
        return answer
    }
}

extension CustomerAnswer: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        toldAt = try fields.required("toldAt")
        latestAt = try fields.required("latestAt")
        satisfied = try fields.optional("satisfied")
        isReopened = try fields.optional("isReopened")
        isUntold = try fields.optional("isUntold")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("toldAt", toldAt)
        writer.write("latestAt", latestAt)
        writer.write("satisfied", satisfied)
        writer.write("isReopened", isReopened)
        writer.write("isUntold", isUntold)
    }
}
