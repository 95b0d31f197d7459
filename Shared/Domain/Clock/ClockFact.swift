/// Something that happened to a complaint and that a clock may care about.
public struct ClockFact: Hashable, Codable, Sendable {
    public let moment: ClockMoment
    public let at: Instant
    /// The reason of a hold.
    public let reason: String?

    init(_ moment: ClockMoment, at: Instant, reason: String? = nil) {
        self.moment = moment
        self.at = at
        self.reason = reason
    }
}
