public import Domain

/// A sample of a period's closed complaints, spread over strata and drawn by a seed: the same seed and facts give the same sample.
public struct QualitySample: Hashable, Sendable {
    /// One complaint drawn.
    public struct Pick: Hashable, Sendable {
        public let complaint: ComplaintNumber
        /// The parts of the strata it stands for, such as `marketing · billing`.
        public let stratum: String
    }

    /// In the order of their strata, then of their numbers.
    public let picks: [Pick]
    /// How many were closed in the period.
    public let population: Int

    /// Draws from the complaints archived in a span of time.
    ///
    /// Every stratum gets its share of the size, and at least one while the size lasts.
    public init(of ledger: ReportLedger, in span: Range<Instant>, size: Int, seed: UInt64, strata: [ReportDimension]) {
        var groups: [String: [ComplaintNumber]] = [:]
        for account in ledger.accounts.values {
            guard let closedAt = account.closedAt, span.contains(closedAt), account.first(.withdrawn) == nil else { continue }
            groups[strata.map { account.key(by: $0) }.joined(separator: " · "), default: []].append(account.complaint)
        }
        let names = groups.keys.sorted()
        population = groups.values.reduce(0) { $0 + $1.count }
        let quotas = Self.quotas(names.map { groups[$0]?.count ?? 0 }, size: min(size, population))
        picks = zip(names, quotas).flatMap { name, quota in
            let drawn = (groups[name] ?? []).sorted { (Self.lot($0, seed), $0) < (Self.lot($1, seed), $1) }.prefix(quota)
            return drawn.sorted().map { Pick(complaint: $0, stratum: name) }
        }
    }

    /// How many of each stratum; they add up to `size`, which is not above the sum of the counts.
    static func quotas(_ counts: [Int], size: Int) -> [Int] {
        let total = counts.reduce(0, +)
        guard total > 0, size > 0 else { return counts.map { _ in 0 } }
        // One each while the size lasts, the largest strata first; then the shares, by the largest gap between share and quota.
        let largest = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        var quotas = counts.map { _ in 0 }
        for index in largest.prefix(size) where counts[index] > 0 { quotas[index] = 1 }
        for _ in 0..<max(0, size - quotas.reduce(0, +)) {
            let open = largest.filter { quotas[$0] < counts[$0] }
            guard let next = open.max(by: { counts[$0] * size - quotas[$0] * total < counts[$1] * size - quotas[$1] * total }) else {
                break
            }
            quotas[next] += 1
        }
        return quotas
    }

    /// A number that seed and complaint decide and nothing else (FNV-1a, then the finish of SplitMix64).
    static func lot(_ complaint: ComplaintNumber, _ seed: UInt64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in complaint.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
