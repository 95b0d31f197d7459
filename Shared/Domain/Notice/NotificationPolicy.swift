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
