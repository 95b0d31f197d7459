/// A superior unit supervises the work order 督办, with or without an instruction (S114, S143, S182).
public struct WorkOrderSupervised: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that supervises from now on.
    public let unit: Unit
    /// Why: a rule of the policy, or the supervisor's own words.
    public let reason: String
    /// What is to be put right.
    public let instruction: String?
    /// `nil` where the policy says so and no person.
    public let by: ActorID?
    public let at: Instant
}
