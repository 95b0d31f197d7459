/// Which complaints a rule of routing or priority is for: all that is given must hold; what is not given holds for every complaint.
public struct RoutingCondition: Decodable, Equatable, Sendable {
    public let channels: [Channel]?
    public let levels: [ChannelLevel]?
    public let provinces: [Province]?
    public let categories: [Category]?
    public let natures: [Nature]?
    /// One of them is enough.
    public let flags: [Flag]?
    /// The least amount in dispute, in hundredths of its currency; a complaint that names none does not reach it (S067).
    public internal(set) var disputedAtLeast: Int64? = nil

    func holds(for complaint: ComplaintRegistered) -> Bool {
        if let channels, !channels.contains(complaint.channel) { return false }
        if let levels, !levels.contains(complaint.level) { return false }
        if let provinces, !provinces.contains(complaint.province) { return false }
        if let categories, !categories.contains(complaint.category) { return false }
        if let natures, !natures.contains(complaint.nature) { return false }
        if let flags, !flags.contains(where: complaint.flags.contains) { return false }
        if let disputedAtLeast, (complaint.disputedAmount?.minorUnits ?? 0) < disputedAtLeast { return false }
        return true
    }
}
