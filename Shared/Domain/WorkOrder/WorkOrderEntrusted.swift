/// Another unit sees to the complaint from now on, without a transfer: that of the complaint it goes with, or its own again (S141).
public struct WorkOrderEntrusted: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is notified of what comes in for the complaint.
    public let unit: Unit
    /// The complaint it goes with; `nil` where it goes its own way.
    public internal(set) var with: ComplaintNumber? = nil
    public let at: Instant
}
