public import Domain

/// A month, a quarter or a year of the civil calendar that a report is drawn for (S013, S091, S111).
public struct ReportPeriod: Hashable, Sendable {
    /// How long a period is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case month
        case quarter
        case year

        /// 1, 3 or 12.
        var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        }
    }

    public let kind: Kind
    public let year: Int
    /// The month 1 to 12, the quarter 1 to 4; 1 for a year.
    public let number: Int

    /// `nil` where there is no such period. Years 2 to 9998, so that the periods before and after exist too.
    public init?(_ kind: Kind, year: Int, number: Int = 1) {
        guard (2...9998).contains(year), (1...(12 / kind.months)).contains(number) else { return nil }
        self.init(known: kind, year: year, number: number)
    }

    private init(known kind: Kind, year: Int, number: Int) {
        self.kind = kind
        self.year = year
        self.number = number
    }

    /// The period of a kind that a day lies in.
    public init(_ kind: Kind, containing day: CivilDate) {
        self.init(known: kind, year: day.year, number: (day.month - 1) / kind.months + 1)
    }

    /// The period before it, with which it is compared 环比.
    public var previous: ReportPeriod {
        number > 1
            ? ReportPeriod(known: kind, year: year, number: number - 1)
            : ReportPeriod(known: kind, year: year - 1, number: 12 / kind.months)
    }

    /// The same period a year earlier, with which it is compared 同比.
    public var sameLastYear: ReportPeriod { ReportPeriod(known: kind, year: year - 1, number: number) }

    /// From the first moment of its first day to the first moment after it, where clocks are this far ahead of UTC.
    public func bounds(at offset: UTCOffset) -> Range<Instant> {
        let first = (number - 1) * kind.months
        return Self.start(year, first, offset)..<Self.start(year, first + kind.months, offset)
    }

    /// - Parameter months: how many months after January; 0 to 12.
    private static func start(_ year: Int, _ months: Int, _ offset: UTCOffset) -> Instant {
        guard let day = CivilDate(year: year + months / 12, month: months % 12 + 1, day: 1) else {
            preconditionFailure("the first day of a month of a known year exists")
        }
        return Instant(seconds: Int64(day.daysSinceEpoch) * 86_400 - Int64(offset.minutes) * 60)
    }
}

extension ReportPeriod: LosslessStringConvertible, Codable {
    /// `2026-10`, `2026-Q3` or `2026`.
    public var description: String {
        let year = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
        return switch kind {
        case .month: year + (number < 10 ? "-0" : "-") + String(number)
        case .quarter: year + "-Q" + String(number)
        case .year: year
        }
    }

    public init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let digits = parts.first, digits.utf8.count == 4, let year = Int(digits: digits) else { return nil }
        guard parts.count == 2 else {
            self.init(.year, year: year)
            return
        }
        let rest = parts[1]
        guard rest.utf8.count == 2, let number = Int(digits: rest.hasPrefix("Q") ? rest.dropFirst() : rest[...]) else { return nil }
        self.init(rest.hasPrefix("Q") ? .quarter : .month, year: year, number: number)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let period = ReportPeriod(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a period such as 2026-10, 2026-Q3 or 2026")
        }
        self = period
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
