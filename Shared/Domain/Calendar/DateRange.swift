/// One day or several in a row, both ends included: `2026-01-01` or `2026-02-15/2026-02-23`.
public struct DateRange: Hashable, Sendable {
    public let first: CivilDate
    public let last: CivilDate

    /// `nil` when the last day lies before the first.
    public init?(first: CivilDate, last: CivilDate) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }
}

extension DateRange: LosslessStringConvertible, Codable {
    public var description: String { first == last ? first.description : "\(first)/\(last)" }

    public init?(_ text: String) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count), let first = CivilDate(String(ends[0])), let last = CivilDate(String(ends[ends.count - 1]))
        else { return nil }
        self.init(first: first, last: last)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let range = DateRange(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a date such as 2026-01-01 or a range such as 2026-02-15/2026-02-23")
        }
        self = range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
