/// The policies intake decides by, with the tables that make looking up a word quick.
///
/// A class, because every decision is handed them: one reference is counted instead of every array and text within.
public final class IntakeRules: Sendable {
    public let intake: IntakePolicy
    public let channels: ChannelPolicy
    private let channelByCode: [Channel: ChannelRule]
    private let categories: Set<Category>
    /// `nil` where any code of the right form is taken.
    private let provinces: Set<Province>?
    private let flagsByLevel: [ChannelLevel: LevelFlags]

    public init(intake: IntakePolicy, channels: ChannelPolicy) {
        self.intake = intake
        self.channels = channels
        self.channelByCode = Dictionary(channels.channels.map { ($0.code, $0) }) { first, _ in first }
        self.categories = Set(intake.categories.map(\.code))
        self.provinces = intake.provinces.accept.value == .listed ? Set(intake.provinces.listed.map(\.code)) : nil
        self.flagsByLevel = Dictionary(intake.levelFlags.map { ($0.level, $0) }) { first, _ in first }
    }

    public func faults() -> [Fault] { intake.faults() + channels.faults() }

    /// Checks the words and the time of a submission, and returns its channel's rule.
    func admit(_ submission: Submission, at now: Instant) throws(Fault) -> ChannelRule {
        let rule = try channel(submission.channel)
        guard knows(submission.province) else {
            throw Fault(field: "data.province", problem: "is not a known province", expected: provinceExpected)
        }
        if let category = submission.category, !categories.contains(category) {
            let known = intake.categories.map(\.code.rawValue).joined(separator: ", ")
            throw Fault(field: "data.category", problem: "is not a known category", expected: "one of " + known)
        }
        let latest = now.adding(intake.receivedAtTolerance.value.duration)
        guard submission.receivedAt <= latest else {
            throw Fault(field: "data.receivedAt", problem: "lies in the future", expected: "\(latest) or earlier")
        }
        let earliest = now.adding(.zero - intake.receivedAtMaxAge.value.duration)
        guard submission.receivedAt >= earliest else {
            throw Fault(field: "data.receivedAt", problem: "is too long ago", expected: "\(earliest) or later")
        }
        return rule
    }

    func channel(_ code: Channel) throws(Fault) -> ChannelRule {
        guard let rule = channelByCode[code] else {
            let known = channels.channels.map(\.code.rawValue).joined(separator: ", ")
            throw Fault(field: "data.channel", problem: "is not a known channel", expected: "one of " + known)
        }
        return rule
    }

    func flags(of level: ChannelLevel) -> LevelFlags? { flagsByLevel[level] }

    /// The fields a submission must bring, in the policy's order. A category is always asked for: nothing could be routed without one.
    func required(of submission: Submission, on channel: ChannelRule, nature: Nature) -> [RequiredField] {
        var fields: [RequiredField]
        if submission.settledOnSpot {
            fields = intake.requiredWhenSettledOnSpot.value
        } else {
            fields = channel.required?.value ?? intake.required.value
            if nature == .repeat {
                fields += intake.requiredOfRepeat.value.filter { !fields.contains($0) }
            }
        }
        if !fields.contains(.category) { fields.append(.category) }
        return fields
    }

    private func knows(_ province: Province) -> Bool {
        guard let provinces else { return province.isISO3166 }
        return provinces.contains(province)
    }

    private var provinceExpected: String {
        provinces == nil ? "an ISO 3166-2 code such as CN-JS" : "a province the policy lists, such as CN-JS"
    }
}
