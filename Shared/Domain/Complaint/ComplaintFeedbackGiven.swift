/// The customer said on a channel how a complaint's handling was (S109, S199); what follows is dispatch's.
public struct ComplaintFeedbackGiven: Hashable, Codable, Sendable {
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
public struct Feedback: Hashable, Codable, Sendable {
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
