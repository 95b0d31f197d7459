/// The finding that a complaint is malicious or false was taken back (S088).
public struct WorkOrderMaliciousRevoked: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Why.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
