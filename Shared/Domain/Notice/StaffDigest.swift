/// A unit's digest is ready for its desk: what has come together since the last one.
public struct StaffDigest: Hashable, Codable, Sendable {
    /// `D-marketing-17`: counts within the unit, so a desk shows each once.
    public let digest: NoticeNumber
    public let unit: Unit
    /// How it goes out, such as `staff-desk`.
    public let medium: String
    public let language: Language
    public let title: String
    public let text: String
    /// How many notices it has in it.
    public let total: Int
    public let at: Instant
}
