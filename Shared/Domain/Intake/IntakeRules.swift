/// The policies intake decides by, with the tables that make looking up a word quick.
///
/// A class, because every decision is handed them: one reference is counted instead of every array and text within.
public final class IntakeRules: Sendable {
    public let intake: IntakePolicy
    public let channels: ChannelPolicy
    public let appeals: AppealPolicy
    /// What appeal bodies are called.
    let bodies: AppealBodyNames
    private let channelByCode: [Channel: ChannelRule]
    private let categories: Set<Category>
    /// `nil` where any code of the right form is taken.
    private let provinces: Set<Province>?
    private let flagsByLevel: [ChannelLevel: LevelFlags]
    private let dutyByCode: [Duty: DutyRule]
    private let dutiesByChannel: [Channel: [DutyRule]]
    private let dutiesByCategory: [Category: [DutyRule]]

    public init(
        intake: IntakePolicy, channels: ChannelPolicy, appeals: AppealPolicy, bodies: AppealBodyNames = AppealBodyNames()
    ) {
        self.intake = intake
        self.channels = channels
        self.appeals = appeals
        self.bodies = bodies
        self.channelByCode = Dictionary(channels.channels.map { ($0.code, $0) }) { first, _ in first }
        self.categories = Set(intake.categories.map(\.code))
        self.provinces = intake.provinces.accept.value == .listed ? Set(intake.provinces.listed.map(\.code)) : nil
        let duties = Dictionary(intake.duties.map { ($0.code, $0) }) { first, _ in first }
        func rules(_ codes: Sourced<[Duty]>?) -> [DutyRule]? { codes?.value.compactMap { duties[$0] } }
        self.dutyByCode = duties
        self.dutiesByChannel = Dictionary(channels.channels.compactMap { channel in rules(channel.duties).map { (channel.code, $0) } }) {
            first, _ in first
        }
        self.dutiesByCategory = Dictionary(intake.categories.compactMap { category in rules(category.duties).map { (category.code, $0) } })
        {
            first, _ in first
        }
        self.flagsByLevel = Dictionary(intake.levelFlags.map { ($0.level, $0) }) { first, _ in first }
    }

    /// The faults of each file, and what one names and the other does not define.
    public func faults() -> [Fault] {
        var faults = intake.faults() + channels.faults() + appeals.faults()
        for (index, channel) in appeals.assessedChannels.value.enumerated() where channelByCode[channel]?.level.value != .appeal {
            faults.append(
                Fault(
                    field: "assessedChannels.value[\(index)]", problem: "is not a channel of appeals",
                    expected: "a channel of the level appeal"))
        }
        for (index, category) in appeals.chargeCategories.value.enumerated() where !categories.contains(category) {
            faults.append(
                Fault(
                    field: "chargeCategories.value[\(index)]", problem: "is not a known category", expected: "a category of intake.yaml"))
        }
        for (index, channel) in channels.channels.enumerated() {
            for (position, duty) in (channel.duties?.value ?? []).enumerated() where dutyByCode[duty] == nil {
                faults.append(
                    Fault(
                        field: "channels[\(index)].duties.value[\(position)]", problem: "is not defined",
                        expected: "a duty listed under duties of intake.yaml"))
            }
        }
        for (index, rule) in intake.levelFlags.enumerated() {
            for (position, channel) in (rule.ordinaryChannels?.value ?? []).enumerated()
            where channelByCode[channel]?.level.value != rule.level {
                faults.append(
                    Fault(
                        field: "levelFlags[\(index)].ordinaryChannels.value[\(position)]", problem: "is not a channel of the level",
                        expected: "a channel of the level \(rule.level.rawValue)"))
            }
        }
        if !channels.channels.isEmpty, !channels.channels.contains(where: { $0.hours?.value == .always }) {
            faults.append(
                Fault(field: "channels", problem: "has none that takes complaints at any hour", expected: "hours: always for one of them"))
        }
        return faults
    }

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
            throw Fault(field: "data.receivedAt", problem: "is in the future", expected: "\(latest) or earlier")
        }
        let earliest = now.adding(.zero - intake.receivedAtMaxAge.value.duration)
        guard submission.receivedAt >= earliest else {
            throw Fault(field: "data.receivedAt", problem: "is too long ago", expected: "\(earliest) or later")
        }
        return rule
    }

    /// Who took it down is the desk's to say, so the desk is told, not the customer asked (S066, S103).
    func checkStaff(of submission: Submission, on channel: ChannelRule) throws(Fault) {
        guard !submission.settledOnSpot, submission.details?.takenBy == nil else { return }
        guard (channel.required?.value ?? intake.required.value).contains(.takenBy) else { return }
        throw Fault(field: "data.takenBy", problem: "is missing", expected: "the staff number of who took the complaint down")
    }

    func channel(_ code: Channel) throws(Fault) -> ChannelRule {
        guard let rule = channelByCode[code] else {
            let known = channels.channels.map(\.code.rawValue).joined(separator: ", ")
            throw Fault(field: "data.channel", problem: "is not a known channel", expected: "one of " + known)
        }
        return rule
    }

    func rule(of code: Channel) -> ChannelRule? { channelByCode[code] }

    func flags(of level: ChannelLevel) -> LevelFlags? { flagsByLevel[level] }

    /// The fields a submission must bring, in the policy's order. A category is always asked for: nothing could be routed without one.
    ///
    /// - Parameter why: whether the customer is asked why they are not content with the earlier result (S059).
    func required(of submission: Submission, on channel: ChannelRule, askingWhy why: Bool) -> [RequiredField] {
        var fields: [RequiredField]
        if submission.settledOnSpot {
            fields = intake.requiredWhenSettledOnSpot.value
        } else {
            fields = channel.required?.value ?? intake.required.value
            if why {
                fields += intake.requiredOfRepeat.value.filter { !fields.contains($0) }
            }
        }
        if !fields.contains(.category) { fields.append(.category) }
        return fields
    }

    /// The duties without which a complaint is not registered, as far as they are not done; `nil` for none.
    func dutiesToDoFirst(of submission: Submission) -> [Duty]? { duties(of: submission, due: .beforeRegistration) }

    /// The duties that stay open on a complaint when it is registered.
    func dutiesLeftOpen(of submission: Submission) -> [Duty] {
        (duties(of: submission, due: .beforeRegistration) ?? []) + (duties(of: submission, due: .whileHandling) ?? [])
    }

    /// Whether a submission does what is owed: a duty, or a field that is owed under its own name.
    func isDone(_ duty: Duty, by submission: Submission) -> Bool {
        if let rule = dutyByCode[duty] { return rule.isDone(in: submission.details?.duties ?? []) }
        return RequiredField(rawValue: duty.rawValue).map(submission.brings) ?? false
    }

    /// The channel's, then the category's; those that exist in this case and are not done.
    private func duties(of submission: Submission, due: DutyTiming) -> [Duty]? {
        let byChannel = dutiesByChannel[submission.channel]
        let byCategory = submission.category.flatMap { dutiesByCategory[$0] }
        if byChannel == nil, byCategory == nil { return nil }
        let done = submission.details?.duties ?? []
        var duties: [Duty] = []
        for rule in (byChannel ?? []) + (byCategory ?? []) where rule.due.value == due && !rule.isDone(in: done) {
            if submission.settledOnSpot, rule.evenIfSettled?.value != true { continue }
            if rule.when == .writtenByCustomer, submission.details?.writtenByCustomer != true { continue }
            duties.append(rule.code)
        }
        return duties.isEmpty ? nil : duties
    }

    private func knows(_ province: Province) -> Bool {
        guard let provinces else { return province.isISO3166 }
        return provinces.contains(province)
    }

    private var provinceExpected: String {
        provinces == nil ? "an ISO 3166-2 code such as CN-JS" : "a province the policy lists, such as CN-JS"
    }
}
