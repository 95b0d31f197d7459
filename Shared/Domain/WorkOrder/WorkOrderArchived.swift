/// The complaint is closed and filed 归档; the 30 days of a repeat begin (S130).
public struct WorkOrderArchived: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let line: LineReference
    public let outcome: ArchiveOutcome
    public let at: Instant
    /// What the complaint and those it repeats have cost, for the next that repeats it; none where it is nothing.
    public internal(set) var paid: [PaidClaim]? = nil
}
