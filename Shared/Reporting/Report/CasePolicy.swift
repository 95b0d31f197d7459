public import Domain

/// Which complaints are typical and go into the case library 案例库 (S140).
public struct CasePolicy: Decodable, Equatable, Sendable {
    /// How many are chosen a period; 0 for none.
    public let size: Sourced<Int>
    /// What makes a complaint typical; one with more of it comes first.
    public let traits: Sourced<[CaseTrait]>

    func faults() -> [Fault] {
        guard size.value < 0 else { return [] }
        return [Fault(field: "cases.size.value", problem: "is below 0", expected: "0 or more")]
    }
}

/// What makes a complaint typical.
public enum CaseTrait: String, Codable, Sendable, CaseIterable {
    case major
    case appeal
    case `repeat`
    case escalated
    case breached
    case compensated
    case urged
    /// Settled at the first attempt to the customer's content: a good case 优秀案例.
    case good
}

/// One typical complaint, without anything personal: not even the masked line (S041, S115, S140).
public struct TypicalCase: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let traits: [CaseTrait]
    public let channel: Channel
    public let level: ChannelLevel
    public let nature: Nature
    public let province: Province
    public let category: Category
    public let unit: Unit?
    public let liability: Liability?
    public let ground: String?
    public let registeredAt: Instant
    public let toldAt: Instant?
    public let closedAt: Instant
    public let urges: Int
    public let transfers: Int
    public let escalations: Int
    /// What was paid and not taken back, in the currency's smallest unit.
    public let compensation: Int64
    public let satisfied: Bool?
}
