/// A unit that was asked sent its contribution back (S098).
public struct WorkOrderContributed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that was asked.
    public let unit: Unit
    /// The province, where a unit of another province is asked (S150).
    public let province: Province?
    /// What it found or did, sealed.
    public let contribution: Sealed
    public let by: ActorID
    public let at: Instant
}
