extension IntakeTransition {
    /// More for a complaint that waits, or for one that is registered: what it brings closes what is open (S051–S055, S070).
    mutating func supplement(_ number: ComplaintNumber?, with submission: Submission) throws(Fault) -> [ComplaintEvent] {
        _ = try context.policy.admit(submission, at: now)
        if let number, let index = file.index(of: number), !file.complaints[index].isOpen, closes(submission, at: index) {
            return [.supplemented(closing(index, with: submission))]
        }
        let index = try openIndex(number, preferringIncomplete: true)
        guard case .awaitingInformation(let pending) = file.complaints[index].standing else {
            var events = [ComplaintEvent.supplemented(closing(index, with: submission))]
            if let exposure = submission.details?.exposure { events += expose(index, on: submission.channel, exposure) }
            return events + report(index, submission.flags)
        }
        return try complete(index, pending, with: submission)
    }

    /// Lays a supplement over what is there, and registers when nothing is missing any more (S069, S070).
    mutating func complete(
        _ index: Int, _ pending: PendingComplaint, with submission: Submission
    ) throws(Fault) -> [ComplaintEvent] {
        var pending = pending
        pending.submission = pending.submission.supplemented(by: submission)
        pending.missing.removeAll(where: pending.submission.brings)
        pending.missingDuties = context.policy.dutiesToDoFirst(of: pending.submission)
        dropReasonOfAnotherMatter(&pending)
        pending.flags = Set(pending.flags).union(submission.flags).sorted()
        pending.supplements += 1
        if let exposure = submission.details?.exposure, policy.publicOpinion.isMajor(exposure, at: file.complaints[index].level) {
            pending.nature = .major
        }
        file.complaints[index].category = pending.submission.category
        if mayRegister(pending, at: file.complaints[index].level) { return register(index, pending) + report(index, pending.flags) }
        guard pending.supplements < policy.supplementLimit.value else {
            throw Fault(
                field: "", problem: "is one supplement too many for a complaint that stays incomplete",
                expected: "all of " + pending.wanted.joined(separator: ", "))
        }
        file.complaints[index].standing = .awaitingInformation(pending)
        return [
            .supplemented(
                ComplaintSupplemented(
                    complaint: file.complaints[index].number, personal: submission.personal, stillMissing: pending.wanted, at: now,
                    doneDuties: submission.details?.duties, eventSource: origin?.source, eventID: origin?.id))
        ] + report(index, pending.flags)
    }

    /// Why the customer is not content is asked of the same matter alone; which it is may only be known now.
    private func dropReasonOfAnotherMatter(_ pending: inout PendingComplaint) {
        guard pending.continues == nil, let channel = context.policy.rule(of: pending.submission.channel),
            !hasResult(of: pending.submission)
        else { return }
        let required = context.policy.required(of: pending.submission, on: channel, askingWhy: false)
        pending.missing.removeAll { policy.requiredOfRepeat.value.contains($0) && !required.contains($0) }
    }

    /// Nothing is missing, or the customer goes over somebody's head: then the ticket is made at once (S050).
    ///
    /// Without a category nothing could be routed, so that is waited for always.
    /// An appeal is not complete without its written form, whoever it passes over.
    func mayRegister(_ pending: PendingComplaint, at level: ChannelLevel) -> Bool {
        if pending.isComplete { return true }
        if pending.appeal != nil, level == .appeal { return false }
        guard !pending.flags.isEmpty, policy.attention.registersAtOnce.value, pending.submission.category != nil else { return false }
        return pending.flags.contains(where: policy.attention.flags.value.contains)
    }

    /// Registers; what was settled on the spot is closed in the same breath (S048, S049).
    mutating func register(_ index: Int, _ pending: PendingComplaint) -> [ComplaintEvent] {
        let submission = pending.submission
        // The category is among the required fields always, so it is there once nothing is missing.
        guard let category = submission.category else { return [.informationRequired(asking(index, pending))] }
        let source = pending.origin ?? origin
        let owed = pending.missing.map { Duty($0.rawValue) } + context.policy.dutiesLeftOpen(of: submission)
        file.complaints[index].registeredAt = now
        file.complaints[index].standing = submission.settledOnSpot ? .settled(at: now) : .open
        file.complaints[index].openDuties = owed.isEmpty ? nil : owed
        let appeal = pending.appeal.map {
            record(of: $0, submission, about: pending.about, except: file.complaints[index].number)
        }
        let contests = pending.continues.map { [contested($0, with: submission, continuedBy: file.complaints[index].number)] } ?? []
        return [
            .registered(
                ComplaintRegistered(
                    complaint: file.complaints[index].number, line: submission.line, channel: submission.channel,
                    level: file.complaints[index].level, province: submission.province, category: category, nature: pending.nature,
                    flags: pending.flags, language: submission.language ?? policy.defaultLanguage.value, personal: submission.personal,
                    receivedAt: submission.receivedAt, registeredAt: now, repeatOf: pending.repeatOf,
                    disputedAmount: submission.disputedAmount, settledOnSpot: submission.settledOnSpot, policyVersion: policy.version,
                    openDuties: owed.isEmpty ? nil : owed, doneDuties: submission.details?.duties,
                    exposure: submission.details?.exposure, takenBy: submission.details?.takenBy, appeal: appeal,
                    earlierPaid: earlierPaid(of: pending.repeatOf, known: pending.earlierPaid),
                    continues: pending.continues, eventSource: source?.source, eventID: source?.id))
        ] + contests
    }

    func asking(_ index: Int, _ pending: PendingComplaint) -> ComplaintInformationRequired {
        let submission = pending.submission
        return ComplaintInformationRequired(
            complaint: file.complaints[index].number, line: submission.line, channel: submission.channel, province: submission.province,
            language: submission.language ?? policy.defaultLanguage.value, personal: submission.personal,
            missing: pending.wanted, askedAt: now, appeal: appealRecord(of: pending, at: index),
            eventSource: (pending.origin ?? origin)?.source, eventID: (pending.origin ?? origin)?.id)
    }

    // MARK: Open duties

    /// Whether a supplement brings any of what a registered complaint is owed.
    private func closes(_ submission: Submission, at index: Int) -> Bool {
        file.complaints[index].openDuties?.contains { context.policy.isDone($0, by: submission) } ?? false
    }

    private mutating func closing(_ index: Int, with submission: Submission) -> ComplaintSupplemented {
        if let owed = file.complaints[index].openDuties {
            let left = owed.filter { !context.policy.isDone($0, by: submission) }
            file.complaints[index].openDuties = left.isEmpty ? nil : left
        }
        return ComplaintSupplemented(
            complaint: file.complaints[index].number, personal: submission.personal, stillMissing: [], at: now,
            doneDuties: submission.details?.duties, openDuties: file.complaints[index].openDuties,
            eventSource: origin?.source, eventID: origin?.id)
    }
}
