/// Who takes a matter to a higher level: one that a lower level has, or had, or past it (S050, S132, S133).
extension IntakeTransition {
    /// What the level of a channel says of a submission, seen with what the line has complained of below it.
    func levelFlags(of submission: Submission, on channel: ChannelRule) -> [Flag] {
        let level = channel.level.value
        guard let rule = context.policy.flags(of: level) else { return [] }
        let lower = file.lowerComplaint(
            than: level, sameMatterAs: submission.category, at: submission.receivedAt, within: policy.escalationWindow?.value.duration,
            scope: policy.urgeScope.value)
        switch lower {
        case .open: return rule.whileLowerOpen.value
        case .closed: return rule.afterLower?.value ?? []
        case nil: return rule.ordinaryChannels?.value.contains(channel.code) == true ? [] : rule.withoutLower.value
        }
    }

    /// What comes up to a higher level without becoming a complaint of its own brings the open complaint up with it: it is told to the unit that
    /// complaints of that level are reported to, once for each flag.
    mutating func rise(_ index: Int, to level: ChannelLevel, _ flags: [Flag]) -> [ComplaintEvent] {
        var complaint = file.complaints[index]
        guard complaint.level.rank < level.rank, let target = policy.attention.target(of: level) else { return [] }
        let known = complaint.reported ?? []
        let new = flags.filter { !known.contains($0) }
        guard !new.isEmpty else { return [] }
        complaint.reported = (known + new).sorted()
        if case .awaitingInformation(var pending) = complaint.standing {
            pending.flags = Set(pending.flags).union(new).sorted()
            complaint.standing = .awaitingInformation(pending)
        }
        file.complaints[index] = complaint
        return [.flagged(ComplaintFlagged(complaint: complaint.number, flags: new, reportTo: target, at: now))]
    }

    // MARK: Appeals that say no more than a complaint does

    /// What is written of a submission that came on a channel of appeals without saying what an appeal does: that it is one, so that it counts as one
    /// also where it joins an open appeal (S013). `nil` on any other channel.
    func plainRecord(of submission: Submission) -> AppealRecord? {
        guard context.policy.rule(of: submission.channel)?.level.value == .appeal else { return nil }
        return AppealRecord(
            body: body(of: Appeal(), submission), caseNumber: nil, appealedOn: submission.receivedAt.day(at: policy.timeZone.value),
            acceptedOn: nil, complaint: nil, assessment: nil, statement: nil)
    }

    /// What is written of an appeal that waits for what is missing; `nil` for what is none.
    func appealRecord(of pending: PendingComplaint, at index: Int) -> AppealRecord? {
        guard let appeal = pending.appeal else { return plainRecord(of: pending.submission) }
        return record(of: appeal, pending.submission, about: pending.about, except: file.complaints[index].number)
    }
}
