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
