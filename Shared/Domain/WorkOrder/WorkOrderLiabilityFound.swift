/// The investigation found whose fault it was (S071, S198).
public struct WorkOrderLiabilityFound: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let liability: Liability
    /// Reason code of the compensation policy, such as `wrong-charge` or `late-repair`; none where nothing is owed.
    public let ground: String?
    /// The amount the ground is calculated from, such as the wrong charge.
    public let amount: Money?
    /// Days or hours the ground is calculated from, such as days of delay.
    public let quantity: Int?
    public let by: ActorID
    public let at: Instant
    /// The partner whose service it is (S169).
    public internal(set) var partner: String? = nil
    /// The grade of the partner's penalty by the policy (S169).
    public internal(set) var penalty: String? = nil
    /// Further figures and circumstances that the compensation policy asks for.
    public internal(set) var particulars: Particulars? = nil
}
