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
    /// How long after its closing a complaint is remembered as one of a lower level, and as a record of leaving a level out (S050, S132, S133); as
    /// long as the line's file has it where not given.
    public internal(set) var escalationWindow: Sourced<PolicyDuration>? = nil
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
        if let escalationWindow, escalationWindow.value.duration < repeatWindow.value.duration {
            faults.append(
                Fault(field: "escalationWindow.value", problem: "is shorter than repeatWindow", expected: "repeatWindow or more"))
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

/// Flags that follow from a channel's level and what the line has complained of below it in the same matter (S050, S132).
public struct LevelFlags: Decodable, Equatable, Sendable {
    public let level: ChannelLevel
    /// Where a complaint of a lower level is open: the customer goes over its head.
    public let whileLowerOpen: Sourced<[Flag]>
    /// Where one of a lower level was closed within the policy's window, archived, settled or withdrawn: the customer takes the matter up; none where
    /// not given.
    public internal(set) var afterLower: Sourced<[Flag]>? = nil
    /// Where there was none of a lower level: the customer left the lower level out.
    public let withoutLower: Sourced<[Flag]>
    /// The channels of the level that are the way their customers have, so that nothing is left out there; none where not given.
    public internal(set) var ordinaryChannels: Sourced<[Channel]>? = nil
}

/// A part of a submission that a policy may demand, by its name on the wire (S065, S096, S104).
public enum RequiredField: String, DocumentWord, Codable, Sendable, CaseIterable {
    case customer
    case contact
    case description
    /// What the customer asks for.
    case demand
    /// Why the customer is not content with the earlier result (S059).
    case dissatisfaction
    case category
    case disputedAmount
    case language
    /// How a complaint was settled on the spot (S191).
    case settlement
    /// Who took it down (S066, S103).
    case takenBy
    /// What an appeal's written form holds besides (Order 35 art. 12).
    case address
    case postcode
    case respondent
    case respondentAddress
    case appealDate
}

extension Submission {
    /// Whether the submission brings the field.
    func brings(_ field: RequiredField) -> Bool {
        switch field {
        case .customer, .contact, .description, .demand, .dissatisfaction, .settlement, .address, .postcode, .respondent,
            .respondentAddress, .appealDate:
            given.contains(field.rawValue)
        case .category: category != nil
        case .disputedAmount: disputedAmount != nil
        case .language: language != nil
        case .takenBy: details?.takenBy != nil
        }
    }
}

/// Which provinces a complaint may name.
public struct ProvincePolicy: Decodable, Equatable, Sendable {
    public enum Acceptance: String, Codable, Sendable, CaseIterable {
        /// Any code of the form of ISO 3166-2, listed or not.
        case anyISO3166 = "any ISO 3166-2"
        /// Only the listed ones.
        case listed
    }

    public let accept: Sourced<Acceptance>
    public let listed: [ProvinceRule]

    func faults() -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<Province> = []
        for (index, province) in listed.enumerated() {
            let field = "provinces.listed[\(index)].code"
            if !province.code.isISO3166 {
                faults.append(Fault(field: field, problem: "is not an ISO 3166-2 code", expected: "a code such as CN-JS"))
            }
            if !seen.insert(province.code).inserted {
                faults.append(Fault(field: field, problem: "is given twice", expected: "each province once"))
            }
        }
        if accept.value == .listed && listed.isEmpty {
            faults.append(Fault(field: "provinces.listed", problem: "is empty", expected: "one province or more"))
        }
        return faults
    }
}

/// One province by its code and name.
public struct ProvinceRule: Decodable, Equatable, Sendable {
    public let code: Province
    public let name: String
}

extension Province {
    /// Whether the code has the form of ISO 3166-2: two capital letters, a hyphen, one to three capital letters or digits.
    public var isISO3166: Bool {
        let bytes = rawValue.utf8
        guard (4...6).contains(bytes.count) else { return false }
        for (position, byte) in bytes.enumerated() {
            let isLetter = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
            let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            switch position {
            case 0, 1: if !isLetter { return false }
            case 2: if byte != UInt8(ascii: "-") { return false }
            default: if !isLetter && !isDigit { return false }
            }
        }
        return true
    }
}
