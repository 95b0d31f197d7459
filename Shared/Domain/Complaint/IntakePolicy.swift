/// How complaints are received, checked, numbered and classified (`intake.yaml`).
public struct IntakePolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// Whose day a complaint number shows.
    public let timeZone: Sourced<UTCOffset>
    /// What is assumed where the customer's language is not given.
    public let defaultLanguage: Sourced<Language>
    public let categories: [CategoryRule]
    public let provinces: ProvincePolicy
    /// What a complaint must bring, unless its channel says otherwise (S065, S069).
    public let required: Sourced<[RequiredField]>
    /// What a repeat must bring besides: why the customer is not content (S059).
    public let requiredOfRepeat: Sourced<[RequiredField]>
    /// What the record of a complaint settled on the spot must bring instead (S049, S191).
    public let requiredWhenSettledOnSpot: Sourced<[RequiredField]>
    /// How often a complaint that waits for information may be supplemented; from 1.
    public let supplementLimit: Sourced<Int>
    /// The duties that channels and categories name (S051–S055).
    public let duties: [DutyRule]
    public let publicOpinion: PublicOpinionPolicy
    public let attention: AttentionPolicy
    /// How long after archiving a complaint of the same line is a repeat (S130).
    public let repeatWindow: Sourced<PolicyDuration>
    /// How much longer than `repeatWindow` a closed complaint is remembered, for complaints that arrive late.
    public let repeatMargin: Sourced<PolicyDuration>
    /// Which levels have repeats at all: S122 divides provincial and group-level complaints by nature, appeals not.
    public let repeatLevels: Sourced<[ChannelLevel]>
    /// Whether a withdrawn complaint, whose work order is archived too, makes the next one a repeat.
    public let repeatAfterWithdrawal: Sourced<Bool>
    /// What a new submission must share with an open complaint to be an urge (S058).
    public let urgeScope: Sourced<UrgeScope>
    /// How long after an urge the news may come that its complaint had been archived before.
    public let archiveNewsDelay: Sourced<PolicyDuration>
    /// What the level of a channel says of a complaint, seen with the line's other complaints (S050, S132).
    public let levelFlags: [LevelFlags]
    /// How far in the future `receivedAt` may lie, for clocks that differ.
    public let receivedAtTolerance: Sourced<PolicyDuration>
    /// How old `receivedAt` may be.
    public let receivedAtMaxAge: Sourced<PolicyDuration>

    /// What the types cannot say: codes given twice, empty lists, figures out of range.
    public func faults() -> [Fault] {
        var faults = effective.faults() + provinces.faults()
        if categories.isEmpty {
            faults.append(Fault(field: "categories", problem: "is empty", expected: "one category or more"))
        }
        var codes: Set<Category> = []
        for (index, category) in categories.enumerated() where !codes.insert(category.code).inserted {
            faults.append(Fault(field: "categories[\(index)].code", problem: "is given twice", expected: "each category once"))
        }
        var levels: Set<ChannelLevel> = []
        for (index, rule) in levelFlags.enumerated() where !levels.insert(rule.level).inserted {
            faults.append(Fault(field: "levelFlags[\(index)].level", problem: "is given twice", expected: "each level once"))
        }
        if supplementLimit.value < 1 {
            faults.append(Fault(field: "supplementLimit.value", problem: "is below 1", expected: "1 or more"))
        }
        faults += attention.faults() + dutyFaults()
        if receivedAtMaxAge.value.duration <= .zero {
            faults.append(Fault(field: "receivedAtMaxAge.value", problem: "lets nothing in", expected: "more than 0s"))
        }
        return faults
    }
}

extension IntakePolicy {
    /// Duties given twice, and categories that name a duty nobody defined.
    private func dutyFaults() -> [Fault] {
        var faults: [Fault] = []
        var known: Set<Duty> = []
        for (index, duty) in duties.enumerated() where !known.insert(duty.code).inserted {
            faults.append(Fault(field: "duties[\(index)].code", problem: "is given twice", expected: "each duty once"))
        }
        for (index, category) in categories.enumerated() {
            for (position, duty) in (category.duties?.value ?? []).enumerated() where !known.contains(duty) {
                faults.append(
                    Fault(
                        field: "categories[\(index)].duties.value[\(position)]", problem: "is not defined",
                        expected: "a duty listed under duties"))
            }
        }
        return faults
    }
}

/// One class of problems.
public struct CategoryRule: Decodable, Equatable, Sendable {
    public let code: Category
    public let name: String
    public let source: String
    /// What a complaint of this class asks of staff, whatever its channel: codes of the duties.
    public let duties: Sourced<[Duty]>?

    public init(code: Category, name: String, source: String, duties: Sourced<[Duty]>? = nil) {
        self.code = code
        self.name = name
        self.source = source
        self.duties = duties
    }
}

/// What makes a submission on a line with an open complaint an urge instead of a complaint of its own.
public enum UrgeScope: String, Codable, Sendable, CaseIterable {
    /// Any open complaint of the line.
    case line
    /// An open complaint of the line in the same category; a submission without a category counts as being about it.
    case category
}

/// Flags that follow from a channel's level and the line's other complaints.
public struct LevelFlags: Decodable, Equatable, Sendable {
    public let level: ChannelLevel
    /// Where a complaint of a lower level is open: the customer goes over its head.
    public let whileLowerOpen: Sourced<[Flag]>
    /// Where the line's file knows no complaint of a lower level: the customer left the lower level out.
    public let withoutLower: Sourced<[Flag]>
}
