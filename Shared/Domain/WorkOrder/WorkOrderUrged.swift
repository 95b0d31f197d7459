/// The customer urged; the handler is reminded (S058).
public struct WorkOrderUrged: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let unit: Unit
    /// From 1.
    public let count: Int
    public let at: Instant
    /// The priority, where this urge raised it: 1 is the most urgent, 4 the least (S067).
    public internal(set) var priority: Int? = nil
}
