/// Complaints of one cause: one is investigated and answered, the others go with it, and each customer is told (S141).
extension OpenWorkOrder {
    mutating func merge(into other: ComplaintNumber, _ reason: Reason, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        guard other != complaint else {
            throw Fault(field: "data.into", problem: "is the complaint itself", expected: "another complaint")
        }
        guard members == nil else {
            throw Fault(
                field: "command", problem: "is not possible: other complaints go with this one", expected: "unmerge them first")
        }
        stage = .merged(into: other, accepted: stage == .accepted)
        return [
            .merged(
                WorkOrderMerged(complaint: complaint, workOrder: workOrder, into: other, reason: reason, by: order.by, at: order.now)),
            .asked(message(.join, to: other)),
        ]
    }

    /// Goes its own way again, as far as it had come.
    mutating func unmerge(_ reason: Reason, by actor: ActorID, at now: Instant, notifiesOther: Bool) -> [WorkOrderEvent] {
        guard case .merged(let other, let accepted) = stage else { return [] }
        stage = accepted ? .accepted : .dispatched
        let entrusted = entrust(to: nil, at: now)
        let unmerged = WorkOrderEvent.unmerged(
            WorkOrderUnmerged(complaint: complaint, workOrder: workOrder, from: other, reason: reason, by: actor, at: now))
        return [unmerged] + entrusted + (notifiesOther ? [.asked(message(.leave, to: other))] : [])
    }

    /// What another complaint says; what has been overtaken meanwhile changes nothing.
    mutating func take(_ message: MergerMessage, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        switch message.step {
        case .join: join(message, in: context)
        case .lead: isMerged(into: message.from) ? entrust(to: message.unit, at: context.now) : []
        case .leave: leave(message.from, at: context.now)
        case .follow: follow(message, at: context.now)
        case .release:
            isMerged(into: message.from) && isOfNow(message)
                ? unmerge(.clear(message.reason ?? "released"), by: Self.nobody, at: context.now, notifiesOther: false) : []
        }
    }

    private func isMerged(into other: ComplaintNumber) -> Bool {
        guard case .merged(other, _) = stage else { return false }
        return true
    }

    /// Whether a refusal is of the present join, and not of an earlier one that was taken back meanwhile.
    private func isOfNow(_ refusal: MergerMessage) -> Bool {
        refusal.inReplyTo == nil || refusal.inReplyTo == messageID(messages ?? 0)
    }

    private func messageID(_ number: Int) -> String { "\(complaint)-m\(number)" }

    private mutating func join(_ message: MergerMessage, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        if case .merged = stage { return [.asked(message.refused(because: "goes with another complaint itself"))] }
        var joined = members ?? []
        guard !joined.contains(message.from) else { return [] }
        guard joined.count < context.policy.workOrders.mergerLimit.value else {
            return [.asked(message.refused(because: "as many complaints as the policy allows go with it"))]
        }
        joined.append(message.from)
        members = joined
        let added = WorkOrderEvent.memberAdded(
            WorkOrderMemberAdded(complaint: complaint, workOrder: workOrder, member: message.from, at: context.now))
        // Who comes after the answer has it at once.
        return switch stage {
        case .answerApproved(let answer): [added] + shareAnswer(answer)
        case .customerTold(let told): [added] + shareAnswer(told.answer)
        case .dispatched, .accepted, .held, .merged, .answered: [added, .asked(lead(message.from))]
        }
    }

    /// The unit that is notified of what comes in for the complaint: its own, or that of the complaint it goes with.
    var unitInCharge: Unit { leadingUnit ?? unit }

    /// Gives it into the charge of the unit of the complaint it goes with, or of its own again.
    private mutating func entrust(to leading: Unit?, at now: Instant) -> [WorkOrderEvent] {
        let before = unitInCharge
        leadingUnit = leading == unit ? nil : leading
        guard unitInCharge != before else { return [] }
        var entrusted = WorkOrderEntrusted(complaint: complaint, workOrder: workOrder, unit: unitInCharge, at: now)
        if case .merged(let other, _) = stage { entrusted.with = other }
        return [.entrusted(entrusted)]
    }

    private mutating func lead(_ member: ComplaintNumber) -> MergerMessage {
        var message = message(.lead, to: member)
        message.unit = unit
        return message
    }

    /// Says to those that go with this one which unit has them now.
    mutating func leadMembers() -> [WorkOrderEvent] { (members ?? []).map { .asked(lead($0)) } }

    private mutating func leave(_ member: ComplaintNumber, at now: Instant) -> [WorkOrderEvent] {
        guard members?.contains(member) == true else { return [] }
        members?.removeAll { $0 == member }
        if members?.isEmpty == true { members = nil }
        return [
            .memberRemoved(WorkOrderMemberRemoved(complaint: complaint, workOrder: workOrder, member: member, at: now))
        ]
    }

    /// Has the answer of the complaint it went with; its own customer is told it, and from here on it goes its own way.
    private mutating func follow(_ message: MergerMessage, at now: Instant) -> [WorkOrderEvent] {
        guard isMerged(into: message.from), let answer = message.answer, let maker = message.answeredBy, let reviewer = message.approvedBy
        else { return [] }
        stage = .answerApproved(answer)
        answerer = maker
        approver = reviewer
        return entrust(to: nil, at: now) + [
            .answered(WorkOrderAnswered(complaint: complaint, workOrder: workOrder, answer: answer, by: maker, at: now)),
            .answerApproved(WorkOrderAnswerApproved(complaint: complaint, workOrder: workOrder, by: reviewer, at: now)),
        ]
    }

    /// Sends the approved answer to the complaints that go with this one.
    mutating func shareAnswer(_ answer: SealedText) -> [WorkOrderEvent] {
        let followers = members ?? []
        members = nil
        return followers.map { member in
            var message = message(.follow, to: member)
            message.answer = answer
            message.answeredBy = answerer
            message.approvedBy = approver
            return .asked(message)
        }
    }

    /// What is said to others when this one ends: who goes with it is released, and whom it goes with is left.
    mutating func closingEvents() -> [WorkOrderEvent] {
        if case .merged(let other, _) = stage { return [.asked(message(.leave, to: other))] }
        let followers = members ?? []
        members = nil
        return followers.map { member in
            var message = message(.release, to: member)
            message.reason = "the complaint it went with has ended"
            return .asked(message)
        }
    }

    private mutating func message(_ step: MergerMessage.Step, to other: ComplaintNumber) -> MergerMessage {
        let number = (messages ?? 0) + 1
        messages = number
        return MergerMessage(id: messageID(number), step: step, from: complaint, complaint: other)
    }
}
