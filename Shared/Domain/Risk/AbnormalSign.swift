/// One way in which a work order can be abnormal: something happened too often, or something lasts too long.
public struct AbnormalSign: Decodable, Equatable, Sendable {
    /// A stretch from a moment to the next of others, or to the complaint's end.
    public struct Stretch: Decodable, Equatable, Sendable {
        public let from: ClockMoment
        public let until: [ClockMoment]

        public init(from: ClockMoment, until: [ClockMoment]) {
            self.from = from
            self.until = until
        }
    }

    public let name: ClockName
    /// The complaints it is for; all of them where not given.
    public let appliesTo: ClockCondition?
    /// What is counted.
    public let counts: ClockMoment?
    /// What must not last.
    public let lasts: Stretch?
    /// In rising order.
    public let grades: Sourced<[AbnormalGrade]>

    public init(
        name: ClockName, appliesTo: ClockCondition? = nil, counts: ClockMoment? = nil, lasts: Stretch? = nil,
        grades: Sourced<[AbnormalGrade]>
    ) {
        self.name = name
        self.appliesTo = appliesTo
        self.counts = counts
        self.lasts = lasts
        self.grades = grades
    }

    /// Whether any of these is a moment that it counts or begins with.
    func begins(among moments: ClockMomentSet) -> Bool { (counts ?? lasts?.from).map(moments.contains) ?? false }

    /// All moments it asks for.
    var moments: ClockMomentSet {
        ClockMomentSet([counts, lasts?.from].compactMap(\.self) + (lasts?.until ?? []))
    }
}

/// How severe a sign is, by how often or how long (S139, S189: graded warnings).
public struct AbnormalGrade: Codable, Hashable, Sendable {
    /// From so many times on.
    public let at: Int?
    /// After so long.
    public let after: PolicyDuration?
    /// The level of the warning: 1 is the most severe, 4 the least.
    public let level: Int
    /// The step of the escalation ladder it calls for, 0 to 9; 0 for a mere warning.
    public let step: Int
    /// Who is notified beside the unit responsible.
    public let to: [Unit]?

    public init(at: Int? = nil, after: PolicyDuration? = nil, level: Int, step: Int, to: [Unit]? = nil) {
        self.at = at
        self.after = after
        self.level = level
        self.step = step
        self.to = to
    }
}
