/// A complaint as it arrives, read and sealed at the edge; not yet judged.
public struct Submission: Hashable, Codable, Sendable {
    public let line: LineReference
    public let channel: Channel
    public let province: Province
    public let category: Category?
    public let language: Language?
    public let personal: Sealed
    /// Which of the personal fields were there, by their names on the wire: `customer`, `contact`, `description` …
    public let given: Set<String>
    public let receivedAt: Instant
    public let flags: [Flag]
    public let disputedAmount: Money?
    public let settledOnSpot: Bool
    /// `nil` where there are none, as nearly always.
    public internal(set) var details: SubmissionDetails?

    public init(
        line: LineReference, channel: Channel, province: Province, category: Category?, language: Language?, personal: Sealed,
        given: Set<String>, receivedAt: Instant, flags: [Flag], disputedAmount: Money?, settledOnSpot: Bool,
        details: SubmissionDetails? = nil
    ) {
        self.line = line
        self.channel = channel
        self.province = province
        self.category = category
        self.language = language
        self.personal = personal
        self.given = given
        self.receivedAt = receivedAt
        self.flags = flags
        self.disputedAmount = disputedAmount
        self.settledOnSpot = settledOnSpot
        self.details = details
    }
}
