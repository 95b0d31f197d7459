/// A work order was opened and sent to the unit that can solve the complaint (S083, S098).
public struct WorkOrderDispatched: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let unit: Unit
    /// The unit that took the complaint and stays responsible to the customer through every transfer (S029, S046).
    public let firstContact: Unit
    /// 1 is the most urgent, 4 the least (S067, S106).
    public let priority: Int
    public let line: LineReference
    public let channel: Channel
    public let level: ChannelLevel
    public let province: Province
    public let category: Category
    public let nature: Nature
    public let at: Instant
    public let policyVersion: PolicyVersion
    /// The desk within the unit, where the policy names desks.
    public internal(set) var desk: Desk? = nil
    /// The process the complaint follows by its type, where it is not the ordinary one (S068).
    public internal(set) var process: String? = nil
}
