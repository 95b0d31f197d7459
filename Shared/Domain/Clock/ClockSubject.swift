/// What the clocks need to know of a complaint.
public struct ClockSubject: Hashable, Codable, Sendable {
    public let province: Province
    public let level: ChannelLevel
    public let nature: Nature
    public let category: Category
    /// When the customer complained, or was registered where the gateway's clock ran ahead of that.
    public let receivedAt: Instant
    public let registeredAt: Instant
    /// The version the complaint was accepted under.
    public let policyVersion: PolicyVersion

    init(_ event: ComplaintRegistered) {
        province = event.province
        level = event.level
        nature = event.nature
        category = event.category
        receivedAt = min(event.receivedAt, event.registeredAt)
        registeredAt = event.registeredAt
        policyVersion = event.policyVersion
    }
}
