/// What dispatch sends to the dispatch of another complaint, because two complaints of one cause are one investigation.
///
/// The other complaint has a lane of its own, so this travels as a message, and each side allows for the other having moved on meanwhile.
public struct MergerMessage: Hashable, Codable, Sendable {
    /// Unique for its sender; the CloudEvents id.
    public let id: String
    public let step: Step
    public let from: ComplaintNumber
    /// The complaint it goes to, which is its Kafka key.
    public let complaint: ComplaintNumber
    /// The answer that the complaints share, sealed, with who gave and who approved it.
    public internal(set) var answer: Sealed? = nil
    public internal(set) var answeredBy: ActorID? = nil
    public internal(set) var approvedBy: ActorID? = nil
    /// Why the other complaint cannot be joined any more.
    public internal(set) var reason: String? = nil

    /// The join that is refused; `nil` where all joins are over.
    public internal(set) var inReplyTo: String? = nil
    /// The unit that has the complaint which is gone with; only where the step is `lead`.
    public internal(set) var unit: Unit? = nil

    /// What shows the reader that dispatch wrote it; it is attached and checked outside the decisions.
    public var proof: Sealed? = nil

    /// What one complaint says to the other.
    public enum Step: String, Codable, Sendable, CaseIterable {
        /// I go with you.
        case join
        /// You go with me, and this unit has us: told when a join is taken, and whenever it is another unit.
        case lead
        /// I go my own way again.
        case leave
        /// This is our answer, approved; tell your customer.
        case follow
        /// Go your own way again.
        case release
    }

    /// The answer to a join that is not possible.
    func refused(because reason: String) -> MergerMessage {
        MergerMessage(
            id: "\(complaint)-m-\(id)", step: .release, from: complaint, complaint: from, reason: reason,
            inReplyTo: id)
    }
}
