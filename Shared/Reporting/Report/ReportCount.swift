/// One thing that a report counts in its period; every metric is made of these (S201, S206).
///
/// A count belongs to the period in which its moment lies, so that a period that is over keeps its figures.
public enum ReportCount: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable, Comparable {
    /// Complaints registered, those settled on the spot included (S048, S049, S120).
    case registered
    case ordinary
    /// Registered as repeats (S130).
    case repeats
    /// Registered as major, or declared so (S131).
    case major
    /// Registered on a channel of the province, of the group, of a regulator (S121).
    case provincial
    case groupLevel = "group-level"
    case appeals
    case settledOnSpot = "settled-on-spot"
    /// Registered as escalated or as skip-level (S050, S177).
    case escalated
    case skipLevel = "skip-level"
    case crossProvince = "cross-province"
    /// Declared malicious or false by an investigation (S088).
    case malicious

    /// The law's deadline ended: the customer was told, or it passed (S045).
    case answersDue = "answers-due"
    /// Of these, the customer was told before it passed.
    case answersInTime = "answers-in-time"
    /// Customers who said whether they were content (S042, S077), and those who were.
    case opinions
    case satisfied
    case archived
    /// Archived and settled at the first attempt, by the policy's list of what spoils it (S177, S190).
    case resolvedOnce = "resolved-once"
    case withdrawn
    /// Not closed when the period ended.
    case open

    case urges
    case transfers
    case escalations
    case answersReturned = "answers-returned"
    case reviews
    case warnings
    case breaches
    /// Payments that billing has made, and their sum less what it took back, in the currency's smallest unit.
    case payments
    case compensation
    case paymentFailures = "payment-failures"

    /// Appeals by the classes of the regulator's bulletin (S013): 用户服务, 收费争议, 网络质量, and what the policy puts in none of them.
    case appealsService = "appeals-service"
    case appealsCharges = "appeals-charges"
    case appealsNetwork = "appeals-network"
    case appealsOther = "appeals-other"
    /// Appeals of the same line about the same problem in the same period, but for the first 重复单.
    case appealsDuplicate = "appeals-duplicate"
    /// Appeals that were not accepted 剔除, 无效单量.
    case appealsRefused = "appeals-refused"
    /// Of these, the ones whose customers have to complain first: they are complaints now and not among `appeals`.
    case appealsTurnedAway = "appeals-turned-away"
    /// How appeals ended: settled 和解, not recognised 不认可, taken note of 知晓.
    case appealsSettled = "appeals-settled"
    case appealsDisputed = "appeals-disputed"
    case appealsNoted = "appeals-noted"

    /// Records of archived complaints, and those that have all the policy asks for (S201 11.1, 11.2).
    case records
    case recordsComplete = "records-complete"

    public static func < (left: ReportCount, right: ReportCount) -> Bool { left.rawValue < right.rawValue }
}
