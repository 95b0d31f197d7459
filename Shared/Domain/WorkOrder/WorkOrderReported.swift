/// A major complaint was reported to the next level (S056).
public struct WorkOrderReported: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit it is reported to.
    public let unit: Unit
    /// The level; from 1.
    public let step: Int
    public let at: Instant
}
