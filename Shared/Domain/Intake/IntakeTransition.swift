/// Intake at work on one input of one line.
struct IntakeTransition {
    var file: LineState
    let context: DecisionContext<IntakeRules>

    var now: Instant { context.now }
    var policy: IntakePolicy { context.policy.intake }

    /// What archived complaints of the line have cost.
    private let paid: [ComplaintNumber: [PaidClaim]]
    /// The event at hand; `nil` for a timer.
    let origin: EventOrigin?

    init(file: LineState, paid: [ComplaintNumber: [PaidClaim]] = [:], origin: EventOrigin? = nil, context: DecisionContext<IntakeRules>) {
        self.file = file
        self.paid = paid
        self.origin = origin
        self.context = context
    }

    /// Does what the input asks; the fault thrown goes back to the sender.
    mutating func take(_ content: IntakeInput.Content) throws(Fault) -> [ComplaintEvent] {
        switch content {
        case .submission(let submission): try submit(submission)
        case .supplement(let number, let submission): try supplement(number, with: submission)
        case .urge(let number, let channel, let flags): try urge(number, on: channel, flags)
        case .withdrawal(let number): try withdraw(number)
        case .appeal(let number, let submission, let appeal): try self.appeal(number, submission, appeal)
        case .exposure(let number, let channel, let exposure): try expose(number, on: channel, exposure)
        case .feedback(let number, let channel, let feedback, let personal): try note(feedback, personal, of: number, on: channel)
        case .invalid(let fault): throw fault
        case .wake: []
        }
    }

    // MARK: Submissions

    /// A new complaint, or word of one that is open (S058, S119, S120); of a matter that is answered, a new one in its place (S059).
    ///
    /// What was settled on the spot is a complaint of its own even while another is open (S120).
    private mutating func submit(_ submission: Submission) throws(Fault) -> [ComplaintEvent] {
        let channel = try context.policy.admit(submission, at: now)
        try context.policy.checkStaff(of: submission, on: channel)
        let level = channel.level.value
        guard !submission.settledOnSpot else { return open(submission, on: channel, from: origin) }
        let scope = policy.urgeScope.value
        let answered = file.answeredComplaint(sameMatterAs: submission.category, at: submission.receivedAt, scope: scope)
        let same = file.openComplaint(sameMatterAs: submission.category, level: level, scope: scope)
        guard let index = same, index != answered else {
            return open(submission, on: channel, from: origin, continuing: answered.map { file.complaints[$0].number })
        }
        // Who sends the form again because something was missing completes the complaint rather than urging it.
        if case .awaitingInformation(let pending) = file.complaints[index].standing, pending.gains(from: submission) {
            return try complete(index, pending, with: submission)
        }
        return join(submission, to: index)
    }

    /// A submission in the matter of an open complaint: an urge, with whatever else it says (S058).
    mutating func join(_ submission: Submission, to index: Int, by appeal: AppealRecord? = nil) -> [ComplaintEvent] {
        if appeal == nil { file.complaints[index].doubt(submission, from: origin, at: now) }
        var events = urge(
            at: index, on: submission.channel, by: appeal ?? plainRecord(of: submission), saying: submission.personal)
        events += report(index, submission.flags)
        if let exposure = submission.details?.exposure { events += expose(index, on: submission.channel, exposure) }
        return events
    }

    /// Gives the number, classifies, and registers or asks for what is missing (S065, S069, S070, S105, S121–S130).
    ///
    /// - Parameters:
    ///   - origin: the event that brought it.
    ///   - chosen: the level where it is not the channel's: an appeal whose customer has not been to the operator yet.
    ///   - former: the answered complaint of the same matter, which ends by this one.
    mutating func open(
        _ submission: Submission, on channel: ChannelRule, from origin: EventOrigin?, at chosen: ChannelLevel? = nil, appeal: Appeal? = nil,
        about earlier: ComplaintNumber? = nil, continuing former: ComplaintNumber? = nil
    ) -> [ComplaintEvent] {
        let level = chosen ?? channel.level.value
        let repeated =
            policy.repeatLevels.value.contains(level)
            ? former
                ?? file.complaint(
                    repeatedBy: submission.receivedAt, within: policy.repeatWindow.value.duration,
                    countingWithdrawn: policy.repeatAfterWithdrawal.value)
            : nil
        let nature = nature(of: submission, on: channel, at: level, repeating: repeated)
        let asksWhy = appeal == nil && (former != nil || (repeated != nil && hasResult(of: submission)))
        var required = context.policy.required(of: submission, on: channel, askingWhy: asksWhy)
        required += form(of: appeal, submission, at: level).filter { !required.contains($0) }
        let flags = flags(of: submission, on: channel)
        let pending = PendingComplaint(
            submission: submission, flags: flags, nature: nature, repeatOf: repeated, continues: former,
            missing: required.filter { !submission.brings($0) }, supplements: 0,
            missingDuties: context.policy.dutiesToDoFirst(of: submission), appeal: appeal, about: earlier,
            earlierPaid: earlierPaid(of: repeated, known: nil), origin: origin)
        file.complaints.append(
            FiledComplaint(
                number: nextNumber, level: level, category: submission.category, receivedAt: submission.receivedAt, registeredAt: nil,
                urges: 0, standing: .awaitingInformation(pending), flow: origin?.flow))
        let index = file.complaints.count - 1
        if let exposure = submission.details?.exposure { file.complaints[index].exposures = [exposure] }
        if let appeal { file.complaints[index].hold(key(of: appeal, submission)) }
        var events = mayRegister(pending, at: level) ? register(index, pending) : [.informationRequired(asking(index, pending))]
        // Whoever is asked why has said already that the result does not do.
        if let former, appeal == nil, file.complaints[index].isIncomplete {
            events.append(contested(former, with: submission, continuedBy: nil))
        }
        return flags.isEmpty ? events : events + report(index, flags)
    }

    /// Whether a complaint of the same matter has come to a result lately, so that the customer is asked why it does not do.
    func hasResult(of submission: Submission) -> Bool {
        file.hasResult(
            ofSameMatterAs: submission.category, at: submission.receivedAt, within: policy.repeatWindow.value.duration,
            scope: policy.urgeScope.value)
    }

    /// That the customer is not content with an answer, told of the complaint that has it.
    func contested(_ former: ComplaintNumber, with submission: Submission, continuedBy number: ComplaintNumber?) -> ComplaintEvent {
        .contested(
            ComplaintContested(
                complaint: former, channel: submission.channel, continuedBy: number, personal: submission.personal, at: now))
    }

    /// Major by its channel or by exposure, else a repeat, else ordinary (S122, S130, S131, S135).
    private func nature(
        of submission: Submission, on channel: ChannelRule, at level: ChannelLevel, repeating repeated: ComplaintNumber?
    ) -> Nature {
        if let nature = channel.nature?.value { return nature }
        if let exposure = submission.details?.exposure, policy.publicOpinion.isMajor(exposure, at: level) { return .major }
        return repeated == nil ? .ordinary : .repeat
    }

    /// What the customer said of it, what the channel says, and what follows from the line's other complaints (S050, S132, S150).
    private func flags(of submission: Submission, on channel: ChannelRule) -> [Flag] {
        var flags = Set(submission.flags)
        if let implied = channel.flags { flags.formUnion(implied.value) }
        if let home = submission.details?.homeProvince, home != submission.province { flags.insert(.crossProvince) }
        flags.formUnion(levelFlags(of: submission, on: channel))
        if file.hasSkippedLevel(before: submission.receivedAt, within: policy.escalationWindow?.value.duration) {
            flags.formUnion(policy.attention.recordGives.value)
        }
        return flags.sorted()
    }

    /// `C`, the day, and the lane's serial number (S105, S155).
    ///
    /// One input rarely opens two complaints; the second then has a mark of its own.
    private var nextNumber: ComplaintNumber {
        let day = now.day(at: policy.timeZone.value)
        let number = ComplaintNumber("C\(day.year * 10_000 + day.month * 100 + day.day)\(context.serial.digits)")
        return file.index(of: number) == nil ? number : ComplaintNumber(number.rawValue + "-2")
    }

    /// What the line's closed complaints have cost, where a complaint repeats one of them: the last is named, any may have been paid.
    func earlierPaid(of repeated: ComplaintNumber?, known: [PaidClaim]?) -> [PaidClaim]? {
        guard repeated != nil, !paid.isEmpty || known != nil else { return known }
        var all = known ?? []
        for complaint in file.complaints where !complaint.isOpen || complaint.number == repeated {
            all.note(paid[complaint.number] ?? [])
        }
        return all.isEmpty ? nil : all
    }
}
