public import Domain

/// One thing that a report counts in its period; every metric is made of these (S201, S206).
///
/// A count belongs to the period in which its moment lies, so that a period that is over keeps its figures.
public enum ReportCount: String, DocumentWord, Codable, CodingKeyRepresentable, Sendable, CaseIterable, Comparable {
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
    /// Appeals of the same line about the same problem in the same period, but for the first, and those that came while another was open 重复单.
    case appealsDuplicate = "appeals-duplicate"
    /// Appeals that were not accepted 剔除, 无效单量: the body refused, or they came too early or incomplete. No duplicate is among them.
    case appealsRefused = "appeals-refused"
    /// Of these, the ones whose customers have to complain first: they are complaints now and not among `appeals`.
    case appealsTurnedAway = "appeals-turned-away"
    /// Appeals that became no complaint of their own: they came while one of their matter was open, or never became complete; none is among `appeals`.
    case appealsJoined = "appeals-joined"
    /// How appeals ended: settled 和解, not recognised 不认可, taken note of 知晓.
    case appealsSettled = "appeals-settled"
    case appealsDisputed = "appeals-disputed"
    case appealsNoted = "appeals-noted"

    /// Records of archived complaints, and those that have all the policy asks for (S201 11.1, 11.2).
    case records
    case recordsComplete = "records-complete"

    public static func < (left: ReportCount, right: ReportCount) -> Bool { left.rawValue < right.rawValue }
}

/// By what a report's figures are split (S091, S111).
public enum ReportDimension: String, DocumentWord, Codable, CodingKeyRepresentable, Sendable, CaseIterable, Comparable {
    /// Ordinary, repeat, major, within provincial, group-level and appeal (S121, S122).
    case `class`
    /// The unit that had it last.
    case unit
    case channel
    case province
    case category

    public static func < (left: ReportDimension, right: ReportDimension) -> Bool { left.rawValue < right.rawValue }
}

/// The counts of one period, or of one part of it; what is not there is 0.
public struct ReportFigures: Hashable, Sendable {
    public private(set) var counts: [ReportCount: Int64]

    public init(_ counts: [ReportCount: Int64] = [:]) {
        self.counts = counts.filter { $0.value != 0 }
    }

    public subscript(count: ReportCount) -> Int64 { counts[count] ?? 0 }

    public mutating func add(_ count: ReportCount, _ amount: Int64 = 1) {
        guard amount != 0 else { return }
        counts[count, default: 0] += amount
    }

    /// Counts add up; rates never do, so none are kept (S201 11.5).
    public mutating func add(_ other: ReportFigures) {
        for (count, amount) in other.counts { add(count, amount) }
    }
}

extension ReportFigures: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let counts = try container.decode([ReportCount: Int64].self)
        // A report comes from another place; a count below 0 would hide what others counted.
        guard counts.values.allSatisfy({ $0 >= 0 }) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected counts from 0")
        }
        self.init(counts)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(counts)
    }
}

extension ReportFigures: DocumentValue {
    /// - Throws: a `Fault` also for a count below 0, which would hide what others counted.
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        let counts = try [ReportCount: Int64](from: reader)
        guard counts.values.allSatisfy({ $0 >= 0 }) else { throw Fault.meaningless }
        self.init(counts)
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) { counts.write(to: writer) }

    public static func form() -> DocumentForm<ReportFigures> { DocumentForm(.table(.whole), sample: ReportFigures()) }
}
