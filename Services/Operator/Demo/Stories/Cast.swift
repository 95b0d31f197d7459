import Domain

/// Which complaints have stories worth telling, noted while their facts come in.
struct Cast {
    /// The first complaint that was declared a major one.
    private(set) var major: ComplaintNumber?
    /// The first that repeats another, and which.
    private(set) var repeated: (complaint: ComplaintNumber, earlier: ComplaintNumber)?
    /// The first that came by an appeal, and what it is about.
    private(set) var appeal: (complaint: ComplaintNumber, earlier: ComplaintNumber?)?
    /// The digest with the most in it that went out when a night was over; of any other hour where no night held one back.
    private(set) var digest: StaffDigest?

    /// When nights end, in minutes since midnight, and where that is so; `nil` where digests go out at any hour.
    private let morning: (minute: Int, offset: UTCOffset)?

    init(morning: (minute: Int, offset: UTCOffset)? = nil) {
        self.morning = morning
    }

    /// Notes what makes a complaint one to tell of.
    mutating func note(_ fact: Fact) {
        if case .complaint(.registered(let fact)) = fact {
            if let earlier = fact.repeatOf, repeated == nil { repeated = (fact.complaint, earlier) }
            if fact.level == .appeal, appeal == nil { appeal = (fact.complaint, fact.appeal?.complaint) }
        }
        if case .workOrder(.majorDeclared(let fact)) = fact { major = major ?? fact.complaint }
        if case .notice(.digestRequested(let next)) = fact, rank(of: next) > digest.map(rank) ?? (0, 0) { digest = next }
    }

    private func rank(of digest: StaffDigest) -> (Int, Int) { (isOfMorning(digest.at) ? 1 : 0, digest.total) }

    /// The night's digests go out within its last minute; the services' fast clock makes that some minutes.
    private func isOfMorning(_ time: Instant) -> Bool {
        guard let morning else { return false }
        let local = time.milliseconds / 60_000 + Int64(morning.offset.minutes)
        return (0..<Self.lateMinutes).contains((Int(local % 1440) - morning.minute + 1440) % 1440)
    }

    private static let lateMinutes = 60
}
