/// The emergency answer script 应急口径 of a major complaint was filed (S056).
public struct WorkOrderScriptFiled: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The script's number.
    public let reference: String
    /// What the front line answers, sealed.
    public let script: Sealed
    public let by: ActorID
    public let at: Instant
}
