/// The appeal body or the mediation took a step (Order 35 art. 14; S012, S183).
public struct WorkOrderAppealStepRecorded: Hashable, Codable, Sendable {
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
