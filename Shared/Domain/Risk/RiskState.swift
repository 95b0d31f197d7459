/// What sla-monitor remembers of one risk: how many count for each rule and period, and what was said.
public struct RiskState: Codable, Hashable, Sendable {
    /// What counts for one rule on one day, or within one stretch.
    public struct Tally: Codable, Hashable, Sendable {
        public let rule: String
        /// The day, counted from 1970-01-01 in the policy's zone; of a burst the stretch.
        public let slot: Int64
        public internal(set) var count: Int
        /// The first of them, as many as the policy lists.
        public internal(set) var members: [ComplaintNumber]
    }

    /// A rule whose count was reached, and what was told of it.
    public struct Raised: Codable, Hashable, Sendable {
        public let rule: String
        /// The first and the last slot whose sightings belong to it.
        public let from: Int64
        public let until: Int64
        public let period: String
        public internal(set) var count: Int
        /// How many alerts went out; 0 until the first.
        public internal(set) var told: Int
        public internal(set) var toldAt: Instant?
        /// Members that no alert has named yet.
        public internal(set) var untold: [ComplaintNumber]
        /// Whether there is something to tell, though the list be full.
        public internal(set) var isBehind: Bool
        /// How many alerts were called off, since the period is over; `nil` for none, as in a file of an earlier release.
        public internal(set) var cleared: Int?
    }

    public let risk: String
    public let province: Province
    public let subject: String
    public internal(set) var tallies: [Tally]
    public internal(set) var raised: [Raised]

    init(_ sighting: RiskSighting) {
        risk = sighting.risk
        province = sighting.province
        subject = sighting.subject
        tallies = []
        raised = []
    }
}
