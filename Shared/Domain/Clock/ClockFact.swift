/// Something that happened to a complaint and that a clock may care about.
public struct ClockFact: Hashable, Sendable {
    public let moment: ClockMoment
    public let at: Instant
    /// The reason of a hold; the priority of a dispatch.
    public let reason: String?

    init(_ moment: ClockMoment, at: Instant, reason: String? = nil) {
        self.moment = moment
        self.at = at
        self.reason = reason
    }
}

/// Written as one line of text, `held 2026-09-21T03:00:00Z waiting-for-customer`: a file holds many of them and is stored with every event.
extension ClockFact: LosslessStringConvertible, DocumentText {
    public var description: String {
        moment.rawValue + " " + at.description + (reason.map { " " + $0 } ?? "")
    }

    public init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, let moment = ClockMoment(rawValue: String(parts[0])), let at = Instant(stored: String(parts[1])) else {
            return nil
        }
        self.init(moment, at: at, reason: parts.count == 3 ? String(parts[2]) : nil)
    }
}
