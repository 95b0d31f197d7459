/// A special meeting on a complex case came to a conclusion and a plan of how to carry it out (S087).
public struct WorkOrderMeetingRecorded: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Where the minutes lie: a number, no personal data.
    public let minutes: String
    /// What was concluded, sealed.
    public let conclusion: Sealed
    /// How it is carried out, sealed.
    public let plan: Sealed
    public let by: ActorID
    public let at: Instant
}
