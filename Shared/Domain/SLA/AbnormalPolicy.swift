/// What makes a work order abnormal (`abnormal.yaml`; S203 13.1, S205 annex 1).
public struct AbnormalPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let signs: [AbnormalSign]

    public init(version: PolicyVersion, effective: EffectivePeriod, signs: [AbnormalSign]) {
        self.version = version
        self.effective = effective
        self.signs = signs
    }

    /// What the types cannot say: names given twice or to a clock, signs of no kind or of two, grades that do not rise.
    public func faults(beside clocks: Set<ClockName>) -> [Fault] {
        var faults = effective.faults()
        var names = clocks
        for (index, sign) in signs.enumerated() {
            let path = "signs[\(index)]"
            if !names.insert(sign.name).inserted {
                faults.append(Fault(field: path + ".name", problem: "is given twice", expected: "a name no other sign and no clock has"))
            }
            faults += sign.faults().map { Fault(field: "\(path).\($0.field)", problem: $0.problem, expected: $0.expected) }
        }
        return faults
    }
}

extension AbnormalSign {
    fileprivate func faults() -> [Fault] {
        var faults: [Fault] = []
        if name.rawValue.isEmpty || name.rawValue.contains(where: { $0 == "/" || $0 == " " }) {
            faults.append(Fault(field: "name", problem: "cannot be part of an alert's name", expected: "a word without slash or space"))
        }
        if (counts == nil) == (lasts == nil) {
            faults.append(Fault(field: "counts", problem: "or lasts must be given, and not both", expected: "one of counts and lasts"))
        }
        if let lasts {
            if lasts.from.isFinal {
                faults.append(Fault(field: "lasts.from", problem: "ends the complaint", expected: "a moment before its end"))
            }
            if lasts.until.contains(lasts.from) {
                faults.append(Fault(field: "lasts.until", problem: "contains its own beginning", expected: "later moments"))
            }
        }
        if let appliesTo { faults += appliesTo.faults(at: "appliesTo") }
        if grades.value.isEmpty { faults.append(Fault(field: "grades.value", problem: "is empty", expected: "one grade or more")) }
        for (index, grade) in grades.value.enumerated() {
            let above = index > 0 ? grades.value[index - 1] : nil
            faults += grade.faults(counting: counts != nil, above: above).map {
                Fault(field: "grades.value[\(index)].\($0.field)", problem: $0.problem, expected: $0.expected)
            }
        }
        return faults
    }
}

extension AbnormalGrade {
    fileprivate func faults(counting: Bool, above: AbnormalGrade?) -> [Fault] {
        var faults: [Fault] = []
        if counting {
            if after != nil { faults.append(Fault(field: "after", problem: "has no place in a count", expected: "at: how often")) }
            if let at, at >= 1 {
                if let last = above?.at, at <= last {
                    faults.append(Fault(field: "at", problem: "does not rise", expected: "more than the one above"))
                }
            } else {
                faults.append(Fault(field: "at", problem: "is not a count", expected: "1 or more"))
            }
        } else {
            if at != nil { faults.append(Fault(field: "at", problem: "has no place in a duration", expected: "after: how long")) }
            if let after, after.duration >= .minutes(1) {
                if let last = above?.after, after <= last {
                    faults.append(Fault(field: "after", problem: "does not rise", expected: "more than the one above"))
                }
            } else {
                faults.append(Fault(field: "after", problem: "is not a duration", expected: "1m or more"))
            }
        }
        if !(1...4).contains(level) {
            faults.append(Fault(field: "level", problem: "is out of range", expected: "1, the most severe, to 4"))
        }
        if let above, level > above.level {
            faults.append(Fault(field: "level", problem: "is less severe than the one above", expected: "\(above.level) or less"))
        }
        if !(0...9).contains(step) { faults.append(Fault(field: "step", problem: "is out of range", expected: "a step from 0 to 9")) }
        if to?.isEmpty == true { faults.append(Fault(field: "to", problem: "is empty", expected: "at least one unit")) }
        return faults
    }
}

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
