/// Intake at work on one input of one line.
struct IntakeDesk {
    private(set) var file: LineFile
    private let context: DecisionContext<IntakeRules>

    private var now: Instant { context.now }
    private var policy: IntakePolicy { context.policy.intake }

    init(file: LineFile, context: DecisionContext<IntakeRules>) {
        self.file = file
        self.context = context
    }

    /// Does what the input asks; the fault thrown goes back to the sender.
    mutating func take(_ content: IntakeInput.Content) throws(Fault) -> [ComplaintEvent] {
        switch content {
        case .submission(let submission): try submit(submission)
        case .supplement(let number, let submission): try supplement(number, with: submission)
        case .urge(let number, let channel): try urge(number, on: channel)
        case .withdrawal(let number): try withdraw(number)
        case .invalid(let fault): throw fault
        case .wake: []
        }
    }

    // MARK: Submissions

    /// A new complaint, or word of one that is open (S058, S119, S120).
    ///
    /// What was settled on the spot is a complaint of its own even while another is open (S120).
    private mutating func submit(_ submission: Submission) throws(Fault) -> [ComplaintEvent] {
        let channel = try context.policy.admit(submission, at: now)
        let level = channel.level.value
        let same = file.openComplaint(sameMatterAs: submission.category, level: level, scope: policy.urgeScope.value)
        guard let index = same, !submission.settledOnSpot else { return open(submission, on: channel) }
        // Who sends the form again because something was missing completes the complaint rather than urging it.
        if case .awaitingInformation(let pending) = file.complaints[index].standing {
            if pending.missing.contains(where: submission.brings) {
                return try complete(index, pending, with: submission)
            }
        }
        return urge(at: index, on: submission.channel)
    }

    /// Gives the number, classifies, and registers or asks for what is missing (S065, S069, S070, S105, S121–S130).
    private mutating func open(_ submission: Submission, on channel: ChannelRule) -> [ComplaintEvent] {
        let level = channel.level.value
        let repeated =
            policy.repeatLevels.value.contains(level)
            ? file.complaint(
                repeatedBy: submission.receivedAt, within: policy.repeatWindow.value.duration,
                countingWithdrawn: policy.repeatAfterWithdrawal.value)
            : nil
        let nature = channel.nature?.value ?? (repeated == nil ? .ordinary : .repeat)
        let required = context.policy.required(of: submission, on: channel, nature: repeated == nil ? nature : .repeat)
        let pending = PendingComplaint(
            submission: submission, flags: flags(of: submission, on: channel), nature: nature, repeatOf: repeated,
            missing: required.filter { !submission.brings($0) }, supplements: 0)
        file.complaints.append(
            FiledComplaint(
                number: nextNumber, level: level, category: submission.category, receivedAt: submission.receivedAt, registeredAt: nil,
                urges: 0, standing: .awaitingInformation(pending)))
        let index = file.complaints.count - 1
        return pending.missing.isEmpty ? register(index, pending) : [.informationRequired(asking(index, pending))]
    }

    /// What the customer said of it, what the channel says, and what follows from the line's other complaints (S050, S132).
    private func flags(of submission: Submission, on channel: ChannelRule) -> [Flag] {
        var flags = Set(submission.flags)
        if let implied = channel.flags { flags.formUnion(implied.value) }
        let level = channel.level.value
        if let rule = context.policy.flags(of: level) {
            let lower = file.complaints.filter { $0.level.rank < level.rank }
            if lower.contains(where: \.isOpen) {
                flags.formUnion(rule.whileLowerOpen.value)
            } else if lower.isEmpty {
                flags.formUnion(rule.withoutLower.value)
            }
        }
        return flags.sorted()
    }

    /// `C`, the day, and the lane's serial number (S105, S155).
    private var nextNumber: ComplaintNumber {
        let day = now.day(at: policy.timeZone.value)
        return ComplaintNumber("C\(day.year * 10_000 + day.month * 100 + day.day)\(context.serial.digits)")
    }

    // MARK: Supplements

    private mutating func supplement(_ number: ComplaintNumber?, with submission: Submission) throws(Fault) -> [ComplaintEvent] {
        _ = try context.policy.admit(submission, at: now)
        let index = try openIndex(number, preferringIncomplete: true)
        guard case .awaitingInformation(let pending) = file.complaints[index].standing else {
            return [.supplemented(supplemented(index, by: submission, stillMissing: []))]
        }
        return try complete(index, pending, with: submission)
    }

    /// Lays a supplement over what is there, and registers when nothing is missing any more (S069, S070).
    private mutating func complete(
        _ index: Int, _ pending: PendingComplaint, with submission: Submission
    ) throws(Fault) -> [ComplaintEvent] {
        var pending = pending
        pending.submission = pending.submission.supplemented(by: submission)
        pending.missing.removeAll(where: pending.submission.brings)
        pending.supplements += 1
        file.complaints[index].category = pending.submission.category
        if pending.missing.isEmpty { return register(index, pending) }
        guard pending.supplements < policy.supplementLimit.value else {
            throw Fault(
                field: "", problem: "is one supplement too many for a complaint that stays incomplete",
                expected: "all of " + pending.missing.map(\.rawValue).joined(separator: ", "))
        }
        file.complaints[index].standing = .awaitingInformation(pending)
        return [.supplemented(supplemented(index, by: submission, stillMissing: pending.missing.map(\.rawValue)))]
    }

    // MARK: Urges and withdrawals

    private mutating func urge(_ number: ComplaintNumber?, on channel: Channel) throws(Fault) -> [ComplaintEvent] {
        _ = try context.policy.channel(channel)
        return urge(at: try openIndex(number), on: channel)
    }

    /// A reminder on the open complaint; no new ticket (S058).
    private mutating func urge(at index: Int, on channel: Channel) -> [ComplaintEvent] {
        file.complaints[index].urges += 1
        let complaint = file.complaints[index]
        return [.urged(ComplaintUrged(complaint: complaint.number, channel: channel, count: complaint.urges, at: now))]
    }

    private mutating func withdraw(_ number: ComplaintNumber?) throws(Fault) -> [ComplaintEvent] {
        let index = try openIndex(number)
        if number == nil, file.complaints.count(where: \.isOpen) > 1 {
            throw Fault(
                field: "data.complaint", problem: "is missing while the line has several open complaints",
                expected: "the number of the one to withdraw")
        }
        file.complaints[index].close(as: .withdrawn(at: now))
        return [.withdrawn(ComplaintWithdrawn(complaint: file.complaints[index].number, at: now))]
    }

    /// The complaint a sender means: the named one, else the line's latest open one.
    private func openIndex(_ number: ComplaintNumber?, preferringIncomplete: Bool = false) throws(Fault) -> Int {
        if let number {
            guard let index = file.index(of: number) else {
                throw Fault(field: "data.complaint", problem: "is not known on this line", expected: "an open complaint of this line")
            }
            guard file.complaints[index].isOpen else {
                throw Fault(field: "data.complaint", problem: "is closed", expected: "an open complaint of this line")
            }
            return index
        }
        if preferringIncomplete, let index = file.complaints.lastIndex(where: \.isIncomplete) { return index }
        guard let index = file.complaints.lastIndex(where: \.isOpen) else {
            throw Fault(
                field: "data.complaint", problem: "is missing and the line has no open complaint",
                expected: "an open complaint of this line")
        }
        return index
    }

    // MARK: Events

    /// Registers; what was settled on the spot is closed in the same breath (S048, S049).
    private mutating func register(_ index: Int, _ pending: PendingComplaint) -> [ComplaintEvent] {
        let submission = pending.submission
        // The category is among the required fields always, so it is there once nothing is missing.
        guard let category = submission.category else { return [.informationRequired(asking(index, pending))] }
        file.complaints[index].registeredAt = now
        file.complaints[index].standing = submission.settledOnSpot ? .settled(at: now) : .open
        return [
            .registered(
                ComplaintRegistered(
                    complaint: file.complaints[index].number, line: submission.line, channel: submission.channel,
                    level: file.complaints[index].level, province: submission.province, category: category, nature: pending.nature,
                    flags: pending.flags, language: submission.language ?? policy.defaultLanguage.value, personal: submission.personal,
                    receivedAt: submission.receivedAt, registeredAt: now, repeatOf: pending.repeatOf,
                    disputedAmount: submission.disputedAmount, settledOnSpot: submission.settledOnSpot, policyVersion: policy.version))
        ]
    }

    private func asking(_ index: Int, _ pending: PendingComplaint) -> ComplaintInformationRequired {
        let submission = pending.submission
        return ComplaintInformationRequired(
            complaint: file.complaints[index].number, line: submission.line, channel: submission.channel, province: submission.province,
            language: submission.language ?? policy.defaultLanguage.value, personal: submission.personal,
            missing: pending.missing.map(\.rawValue), askedAt: now)
    }

    private func supplemented(_ index: Int, by submission: Submission, stillMissing: [String]) -> ComplaintSupplemented {
        ComplaintSupplemented(
            complaint: file.complaints[index].number, personal: submission.personal, stillMissing: stillMissing, at: now)
    }
}
