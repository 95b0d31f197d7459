/// The work order is on hold for a reason the policy allows: the customer is asked, a third party is waited for.
public struct WorkOrderHeld: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// A reason code of the policy, such as `waiting-for-customer`.
    public let reason: String
    public let by: ActorID
    public let at: Instant
    /// What shows that work has to rest: a number, no personal data.
    public internal(set) var evidence: String? = nil
    /// When work goes on at the latest, where the policy limits the rest.
    public internal(set) var until: Instant? = nil
}
