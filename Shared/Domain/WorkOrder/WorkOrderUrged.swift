/// The customer urged; the handler is reminded (S058).
public struct WorkOrderUrged: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let unit: Unit
    /// From 1.
    public let count: Int
    public let at: Instant
}
