/// A complaint that has its number and waits for what is missing (S070): all that its registration will need.
public struct PendingComplaint: Codable, Sendable, Equatable {
    /// The first contact's submission with every supplement laid over it.
    public internal(set) var submission: Submission
    public let flags: [Flag]
    public let nature: Nature
    public let repeatOf: ComplaintNumber?
    /// Never empty while the complaint waits.
    public internal(set) var missing: [RequiredField]
    /// How often it has been supplemented.
    public internal(set) var supplements: Int
}

extension Submission {
    /// The submission with what a later one adds. Line, channel, province and time stay the first contact's.
    func supplemented(by later: Submission) -> Submission {
        Submission(
            line: line, channel: channel, province: province, category: category ?? later.category,
            language: language ?? later.language, personal: personal.followed(by: later.personal), given: given.union(later.given),
            receivedAt: receivedAt, flags: flags, disputedAmount: disputedAmount ?? later.disputedAmount,
            settledOnSpot: settledOnSpot || later.settledOnSpot)
    }
}
