/// From the answer's review to the archive.
extension OpenWorkOrder {
    /// Approves the answer; the review is a second person's (S149). The complaints that go with this one have the same answer.
    mutating func approve(_ order: Order) throws(Fault) -> [WorkOrderEvent] {
        guard case .answered(let answer, let maker) = stage else { throw refused() }
        guard order.by != maker else {
            throw Fault(field: "actor", problem: "is the one who answered", expected: "another person to approve the answer")
        }
        try checkPapers(order)
        stage = .answerApproved(answer)
        answerer = maker
        approver = order.by
        let approved = WorkOrderEvent.answerApproved(
            WorkOrderAnswerApproved(complaint: complaint, workOrder: workOrder, by: order.by, at: order.now))
        return [approved] + shareAnswer(answer)
    }

    /// Sends the answer back: to be bettered before the customer hears it, or looked at again for one who is not content (S040).
    mutating func returnAnswer(_ reason: Reason, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        if case .customerTold(let told) = stage, told.satisfied != false { throw WorkOrderRefusal(stage).needsDiscontent() }
        stage = .accepted
        return [
            .answerReturned(
                WorkOrderAnswerReturned(complaint: complaint, workOrder: workOrder, reason: reason, by: order.by, at: order.now))
        ]
    }

    /// Notes that the customer was told, in writing where that is due (S108), and later whether the customer is content.
    mutating func tellCustomer(_ satisfied: Bool?, _ medium: String?, _ reference: String?, _ order: Order) throws(Fault)
        -> [WorkOrderEvent]
    {
        let answer: SealedText
        switch stage {
        case .answerApproved(let approved):
            try checkPapers(order)
            try checkWriting(medium, reference, order.rules)
            answer = approved
        case .customerTold(let told):
            guard let satisfied, satisfied != told.satisfied else { throw alreadyInThatState() }
            answer = told.answer
        case .dispatched, .accepted, .held, .merged, .answered: throw refused()
        }
        stage = .customerTold(Told(answer: answer, satisfied: satisfied, at: order.now, medium: medium))
        return [
            .customerTold(
                WorkOrderCustomerTold(
                    complaint: complaint, workOrder: workOrder, answer: answer, satisfied: satisfied, by: order.by, at: order.now,
                    medium: medium, reference: reference, review: reviews,
                    remedies: satisfied == false ? order.rules.workOrders.review.remedies.value : nil, line: line, paid: claims.paid))
        ]
    }

    /// No medium has brought the answer to the customer, so it is as it was before they were told, unless a person has spoken to them (S074).
    mutating func note(_ given: NotificationAbandoned, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard case .customerTold(let told) = stage, told.answer == given.answer, told.satisfied == nil, told.medium == nil else {
            return []
        }
        stage = .answerApproved(told.answer)
        return [
            .customerUntold(
                WorkOrderCustomerUntold(
                    complaint: complaint, workOrder: workOrder, unit: firstContact, notification: given.notification, at: context.now))
        ]
    }

    private func checkWriting(_ medium: String?, _ reference: String?, _ rules: DispatchRules) throws(Fault) {
        guard rules.needsWriting(self) else { return }
        let media = rules.investigation.writtenMedia.value
        guard let medium, media.contains(medium) else {
            throw Fault(
                field: "data.medium", problem: "is not in writing, which this complaint's answer has to be (S108)",
                expected: "one of " + media.joined(separator: ", "))
        }
        if reference == nil {
            throw Fault(field: "data.reference", problem: "is missing", expected: "the number of the written answer (S108)")
        }
    }

    /// Looks at the answer again for a customer who is not content, by the reviewing unit and another person (S040, S075).
    mutating func requestReview(_ reason: Reason, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        guard case .customerTold(let told) = stage else { throw refused() }
        guard told.satisfied == false else { throw WorkOrderRefusal(stage).needsDiscontent() }
        return openReview(reason, by: order.by, in: order.context)
    }

    /// Marks that somebody wants it archived; while a claim is unsettled the policy lets it wait or refuses.
    mutating func requestArchive(_ order: Order) throws(Fault) -> [WorkOrderEvent] {
        guard case .customerTold(var told) = stage else { throw refused() }
        let policy = order.rules.workOrders
        if isBlockedByClaim(at: order.now, by: policy) {
            if told.archiveRequested {
                throw Fault(
                    field: "command", problem: "was given before: the complaint is archived once its claim is settled",
                    expected: "the claim to be settled, declined or denied first")
            }
            if policy.archiveWhileClaimOpen.value == .reject {
                throw Fault(
                    field: "command", problem: "is not possible: a claim is unsettled",
                    expected: "the claim to be settled, declined or denied first")
            }
        }
        told.archiveRequested = true
        stage = .customerTold(told)
        return []
    }
}

/// When an open work order comes to its end.
extension OpenWorkOrder {
    /// Whether it is time to archive: somebody asked, or the customer was told long enough ago and did not object.
    func isReadyToArchive(at now: Instant, by policy: WorkOrderPolicy) -> Bool {
        guard let due = archiveDue(by: policy) else { return false }
        return due <= now
    }

    /// When the work order archives itself; `nil` while nothing but a message can bring that nearer.
    func archiveDue(by policy: WorkOrderPolicy) -> Instant? {
        guard case .customerTold(let told) = stage, claims.unsettled.isEmpty else { return nil }
        let free = claimExpectedUntil(by: policy) ?? told.at
        if told.archiveRequested { return free }
        guard told.satisfied != false, let timeout = policy.archiveAfterCustomerTold else { return nil }
        return max(free, told.at.adding(timeout.value.duration))
    }

    /// Whether a claim stands in the way: an unsettled one, or one that the finding of liability lets expect (S198).
    func isBlockedByClaim(at now: Instant, by policy: WorkOrderPolicy) -> Bool {
        if !claims.unsettled.isEmpty { return true }
        guard let until = claimExpectedUntil(by: policy) else { return false }
        return now < until
    }

    /// Until when a claim that nobody has spoken of yet is expected.
    private func claimExpectedUntil(by policy: WorkOrderPolicy) -> Instant? {
        guard let finding, finding.ground != nil, !claims.heardSinceFinding, policy.claimExpectedFor.value.contains(finding.liability)
        else {
            return nil
        }
        return finding.at.adding(policy.claimExpectedWithin.value.duration)
    }

    func archive(
        _ outcome: ArchiveOutcome, at now: Instant, continuedBy other: ComplaintNumber? = nil
    ) -> (ArchivedWorkOrder, WorkOrderEvent) {
        // Kept only where there is something to account for: most complaints never have a claim.
        let hasClaims = finding?.ground != nil || claims.heardSinceFinding || claims.paid != nil
        return (
            ArchivedWorkOrder(
                complaint: complaint, workOrder: workOrder, unit: unit, outcome: outcome, archivedAt: now, urges: urges,
                malicious: malicious, appealSteps: appealSteps, followUp: followUp,
                account: hasClaims ? ArchivedWorkOrder.Account(line: line, claims: claims) : nil,
                reviewable: outcome == .withdrawn ? nil : reviewable, continuedBy: other),
            .archived(
                WorkOrderArchived(
                    complaint: complaint, workOrder: workOrder, line: line, outcome: outcome, at: now, paid: claims.paid,
                    continuedBy: other))
        )
    }
}
