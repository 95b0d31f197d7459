/// Who is notified of what, how and when (`notification.yaml`; S039, S063, S070, S074, S089, S108).
public struct NotificationPolicy: Decodable, Hashable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// Whose clocks quiet hours and times in messages go by.
    public let timeZone: Sourced<UTCOffset>
    /// None, where the operator wants none.
    public let quietHours: Sourced<QuietHours>?
    public let media: [MediumRule]
    /// For customers whose channel has no medium of its own.
    public let defaultMedium: Sourced<String>
    public let staffMedium: Sourced<String>
    public let staffLanguage: Sourced<Language>
    /// Who is notified where the responsible unit is not known.
    public let defaultUnit: Sourced<Unit>
    /// How often each medium is tried; from 1.
    public let attemptsPerMedium: Sourced<Int>
    /// How long to wait after the first failed attempt, the second …; the last holds for all later ones.
    public let backoff: Sourced<[PolicyDuration]>
    /// How many messages a customer has on one day of a complaint, those that rules exempt not counted; no limit where not given.
    public internal(set) var dailyLimit: Sourced<Int>? = nil
    /// The clocks whose breach is the customer's to be apologised for (S090).
    public internal(set) var lateClocks: Sourced<[ClockName]>? = nil
    /// The grades of warnings (S139), the mildest first; none where not given.
    public internal(set) var grades: Sourced<[WarningGrade]>? = nil
    /// No follow-up where not given.
    public internal(set) var followUp: FollowUpPolicy? = nil
    /// No digests where not given.
    public internal(set) var digest: DigestPolicy? = nil
    public let rules: [NoticeRule]

    /// The grade of an alert that has used so much of its time.
    func grade(at threshold: Int) -> String? { grades?.value.last { $0.from <= threshold }?.code }
}

extension NotificationPolicy {
    /// What the types cannot say: media nobody defined, figures out of range, rules that lack their unit.
    public func faults() -> [Fault] {
        effective.faults() + mediaFaults() + figureFaults() + (followUp?.faults() ?? []) + (digest?.faults() ?? []) + ruleFaults()
    }

    private func mediaFaults() -> [Fault] {
        var faults: [Fault] = []
        var known: Set<String> = []
        for (index, medium) in media.enumerated() {
            if !known.insert(medium.code).inserted {
                faults.append(Fault(field: "media[\(index)].code", problem: "is given twice", expected: "each medium once"))
            }
            if medium.receiptTimeout.value.duration <= .zero {
                faults.append(Fault(field: "media[\(index)].receiptTimeout.value", problem: "leaves no time", expected: "more than 0s"))
            }
        }
        func check(_ medium: String, at field: String) {
            if !known.contains(medium) {
                faults.append(Fault(field: field, problem: "is not one of the media", expected: "a medium listed under media"))
            }
        }
        for (index, medium) in media.enumerated() {
            for (place, next) in medium.fallback.value.enumerated() { check(next, at: "media[\(index)].fallback.value[\(place)]") }
        }
        check(defaultMedium.value, at: "defaultMedium.value")
        check(staffMedium.value, at: "staffMedium.value")
        for (index, rule) in rules.enumerated() {
            if let medium = rule.medium { check(medium, at: "rules[\(index)].medium") }
        }
        return faults
    }

    private func figureFaults() -> [Fault] {
        var faults: [Fault] = []
        if attemptsPerMedium.value < 1 {
            faults.append(Fault(field: "attemptsPerMedium.value", problem: "is below 1", expected: "1 or more"))
        }
        if backoff.value.isEmpty {
            faults.append(Fault(field: "backoff.value", problem: "is empty", expected: "one duration or more"))
        }
        if let limit = dailyLimit?.value, !(1...999).contains(limit) {
            faults.append(Fault(field: "dailyLimit.value", problem: "is out of range", expected: "1 to 999"))
        }
        for (index, grade) in (grades?.value ?? []).enumerated().dropFirst() where grade.from <= grades?.value[index - 1].from ?? 0 {
            faults.append(Fault(field: "grades.value[\(index)].from", problem: "does not rise", expected: "more than the one above"))
        }
        return faults
    }

    private func ruleFaults() -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<[String]> = []
        for (index, rule) in rules.enumerated() {
            let place = "rules[\(index)]"
            if !seen.insert([rule.when.rawValue, rule.template.rawValue, rule.tell == .named ? "named" : ""]).inserted {
                faults.append(Fault(field: "\(place).template", problem: "is sent twice for one trigger", expected: "each template once"))
            }
            if rule.tell == .unit, rule.unit == nil {
                faults.append(Fault(field: "\(place).unit", problem: "is missing", expected: "the unit to notify"))
            }
            if rule.tell != .unit, rule.unit != nil {
                faults.append(Fault(field: "\(place).unit", problem: "has no use", expected: "tell: unit"))
            }
            if rule.when == .unreached, rule.tell == .customer {
                faults.append(Fault(field: "\(place).tell", problem: "cannot be reached", expected: "a unit"))
            }
            if rule.inWriting == true, !media.contains(where: { $0.isWriting?.value == true }) {
                faults.append(Fault(field: "\(place).inWriting", problem: "has no medium", expected: "a medium with isWriting"))
            }
            if rule.digest == true, rule.tell == .customer || digest == nil {
                faults.append(
                    Fault(
                        field: "\(place).digest", problem: digest == nil ? "has no digest to go into" : "is for staff alone",
                        expected: digest == nil ? "digest" : "a unit to notify"))
            }
            if rule.only?.isEmpty == true {
                faults.append(Fault(field: "\(place).only", problem: "is empty", expected: "one kind or more"))
            }
        }
        return faults
    }
}

/// One way a message goes out, and what follows when it does not arrive.
public struct MediumRule: Decodable, Hashable, Sendable {
    /// `sms`, `app`, `email`, `wechat`, `letter`, `staff-desk`.
    public let code: String
    /// Whether it rings or buzzes, so that quiet hours apply.
    public let disturbs: Sourced<Bool>
    /// How long a gateway may take to say what became of a message.
    public let receiptTimeout: Sourced<PolicyDuration>
    /// What is tried after it, in order, once its attempts have failed.
    public let fallback: Sourced<[String]>
    /// Whether what goes out on it counts as told in writing (S108); no where not given.
    public let isWriting: Sourced<Bool>?

    public init(
        code: String, disturbs: Sourced<Bool>, receiptTimeout: Sourced<PolicyDuration>, fallback: Sourced<[String]>,
        isWriting: Sourced<Bool>? = nil
    ) {
        self.code = code
        self.disturbs = disturbs
        self.receiptTimeout = receiptTimeout
        self.fallback = fallback
        self.isWriting = isWriting
    }
}

/// When and how often a customer is asked afterwards whether it is really settled (S109, S199).
public struct FollowUpPolicy: Decodable, Hashable, Sendable {
    /// How long after the customer was told.
    public let after: Sourced<PolicyDuration>
    /// How often a person is asked to call; from 1. Then the customer is asked in writing, and it ends.
    public let attempts: Sourced<Int>
    /// How long after an attempt that reached nobody, or that nobody recorded, the next one follows.
    public let every: Sourced<PolicyDuration>

    func faults() -> [Fault] {
        var faults: [Fault] = []
        if attempts.value < 1 {
            faults.append(Fault(field: "followUp.attempts.value", problem: "is below 1", expected: "1 or more"))
        }
        if every.value.duration <= .zero {
            faults.append(Fault(field: "followUp.every.value", problem: "leaves no time", expected: "more than 0s"))
        }
        return faults
    }
}

/// How what need not be told at once is gathered for a unit's desk.
public struct DigestPolicy: Decodable, Hashable, Sendable {
    /// How long the first notice waits for others.
    public let every: Sourced<PolicyDuration>
    /// The hours in which no digest goes out; all of them, where not given.
    public let quietHours: Sourced<QuietHours>?
    /// How many complaints a digest names of each kind; the others it counts.
    public let listed: Sourced<Int>
    /// The words around it, with `{{unit}}`, `{{total}}` and `{{items}}`.
    public let template: TemplateName

    /// The placeholders its template may use.
    static let values: Set<String> = ["unit", "total", "items"]

    func faults() -> [Fault] {
        var faults: [Fault] = []
        if every.value.duration <= .zero {
            faults.append(Fault(field: "digest.every.value", problem: "leaves no time", expected: "more than 0s"))
        }
        if !(1...100).contains(listed.value) {
            faults.append(Fault(field: "digest.listed.value", problem: "is out of range", expected: "1 to 100"))
        }
        return faults
    }

    /// When a digest goes out whose first notice comes now.
    func due(from now: Instant, offset: UTCOffset) -> Instant {
        let time = now.adding(every.value.duration)
        return quietHours?.value.earliest(at: time, offset: offset) ?? time
    }
}

/// The hours of each night in which customers are left in peace, as local time of day; they may run over midnight.
public struct QuietHours: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    public let from: Int
    /// Minutes since midnight, 0 to 1439; the first minute in which messages go out again.
    public let until: Int

    /// `nil` where an end is no time of day, or both are the same.
    public init?(from: Int, until: Int) {
        guard (0..<1440).contains(from), (0..<1440).contains(until), from != until else { return nil }
        self.from = from
        self.until = until
    }

    /// When a message that is ready now may go out: now, or at the end of the quiet hours.
    func earliest(at now: Instant, offset: UTCOffset) -> Instant {
        let local = now.milliseconds + Int64(offset.minutes) * 60_000
        let ofDay = Instant.floorDivide(local, by: 86_400_000).remainder
        let minute = Int(ofDay / 60_000)
        let isQuiet = from < until ? (from..<until).contains(minute) : minute >= from || minute < until
        guard isQuiet else { return now }
        let end = Int64(until) * 60_000
        return Instant(milliseconds: now.milliseconds + (end > ofDay ? end - ofDay : end - ofDay + 86_400_000))
    }
}

extension QuietHours: Decodable {
    private enum CodingKeys: String, CodingKey {
        case from
        case until
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func minutes(_ key: CodingKeys) throws -> Int {
            guard let minutes = Self.minutes(try container.decode(String.self, forKey: key)) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "expected a time of day such as 21:30")
            }
            return minutes
        }
        guard let hours = QuietHours(from: try minutes(.from), until: try minutes(.until)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .until, in: container, debugDescription: "expected another time of day than that of from")
        }
        self = hours
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hours = Int(digits: parts[0]),
            let minutes = Int(digits: parts[1]),
            (0..<24).contains(hours), (0..<60).contains(minutes)
        else { return nil }
        return hours * 60 + minutes
    }
}

/// How severe an alert is, by how much of the time it has used (S139 asks for graded warnings).
public struct WarningGrade: Decodable, Hashable, Sendable {
    /// Per cent of the allowed time from which on it is of this grade.
    public let from: Int
    /// What the templates' words call it by.
    public let code: String
}
