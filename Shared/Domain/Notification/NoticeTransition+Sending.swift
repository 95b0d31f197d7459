extension NoticeTransition {
    /// Sends what may go out now, counts as failed what had no receipt in time, and gives up what no attempt is left for.
    mutating func attendToWhatIsDue() throws(Fault) {
        let deliveries = file.open
        file.open = []
        for var delivery in deliveries {
            if case .sent(let timeout) = delivery.standing, timeout <= now {
                guard fail(&delivery, reason: "no receipt") else { continue }
            }
            if case .waiting(let until) = delivery.standing, until <= now {
                guard try send(&delivery) else { continue }
            }
            file.open.append(delivery)
        }
        guard !aftermath.isEmpty else { return }
        let causes = aftermath
        aftermath = []
        for cause in causes { try notify(cause) }
        try attendToWhatIsDue()
    }

    /// Sends once more, or puts off to a better time; `false` where the message has become pointless.
    private mutating func send(_ delivery: inout NoticeDelivery) throws(Fault) -> Bool {
        let rule = rules.rule(for: delivery.trigger, template: delivery.template)
        if let rule, isPointless(rule) {
            if delivery.attempts > 0 { abandon(delivery, reason: "overtaken") }
            return false
        }
        let code = medium(of: delivery)
        let medium = rules.medium(code)
        if delivery.audience == .customer {
            let mayDisturb = medium?.disturbs.value == false || rule?.atAnyHour == true
            var earliest = mayDisturb ? now : awake(at: now)
            if earliest <= now, delivery.attempts == 0, rule?.unlimited != true, let tomorrow = countTowardsTheDay() {
                earliest = mayDisturb ? tomorrow : awake(at: tomorrow)
            }
            guard earliest <= now else {
                delivery.standing = .waiting(until: earliest)
                return true
            }
        }
        delivery.attempts += 1
        events.append(.requested(try requested(delivery, on: code)))
        delivery.standing = .sent(timeout: now.adding(medium?.receiptTimeout.value.duration ?? .hours(24)))
        return true
    }

    /// The first moment that is not in quiet hours.
    private func awake(at time: Instant) -> Instant {
        guard let quietHours = rules.notification.quietHours?.value else { return time }
        return quietHours.earliest(at: time, offset: rules.notification.timeZone.value)
    }

    /// Counts a message to the customer; where the day has had its share, nothing is counted and the next day's beginning comes back.
    private mutating func countTowardsTheDay() -> Instant? {
        guard let limit = rules.notification.dailyLimit?.value else { return nil }
        let offset = Int64(rules.notification.timeZone.value.minutes) * 60_000
        let day = Instant.floorDivide(now.milliseconds + offset, by: 86_400_000).quotient
        let count = file.today.map { $0.day == day ? $0.count : 0 } ?? 0
        guard count < limit else { return Instant(milliseconds: (day + 1) * 86_400_000 - offset) }
        file.today = DailyCount(day: day, count: count + 1)
        return nil
    }

    private func requested(_ delivery: NoticeDelivery, on medium: String) throws(Fault) -> NotificationRequested {
        let contact = delivery.audience == .customer ? file.contact : nil
        let language = contact?.language ?? rules.notification.staffLanguage.value
        let words = try rules.rendered(delivery.template, in: language) { name in
            delivery.values[name] ?? valueOfTheHour(name, for: contact) ?? delivery.former(name)
        }
        return NotificationRequested(
            notification: file.number(delivery.index), complaint: file.complaint, audience: delivery.audience,
            template: delivery.template, medium: medium, language: language, recipient: contact?.personal, enclosure: delivery.enclosure,
            unit: delivery.unit, title: words.title, text: words.text, attempt: delivery.attempts, at: now)
    }

    /// What is not the happening's to say but holds when the message goes out.
    private func valueOfTheHour(_ name: String, for contact: NoticeContact?) -> NoticeValue? {
        if name == "complaint" { return .text(file.complaint.rawValue) }
        guard let contact else { return nil }
        switch name {
        case "line": return .text(contact.line)
        case "stage": return .words(.stage, [file.stage?.rawValue ?? "registered"])
        case "apology": return .words(.apology, file.regret.word.map { [$0] } ?? [])
        case "province": return .words(.province, [contact.province?.rawValue ?? "unknown"])
        default: return nil
        }
    }

    private func media(of delivery: NoticeDelivery) -> [String] {
        rules.media(
            for: delivery.audience, on: file.contact?.channel, by: rules.rule(for: delivery.trigger, template: delivery.template))
    }

    /// The medium of the next attempt: each is tried so often, then the one after it.
    private func medium(of delivery: NoticeDelivery) -> String {
        let media = media(of: delivery)
        return media[min(delivery.attempts / max(1, rules.notification.attemptsPerMedium.value), media.count - 1)]
    }

    /// Counts an attempt as failed; `false` where it was the last and the message is given up.
    mutating func fail(_ delivery: inout NoticeDelivery, reason: Reason) -> Bool {
        if delivery.isOvertaken {
            abandon(delivery, reason: "overtaken")
            return false
        }
        let limit = media(of: delivery).count * max(1, rules.notification.attemptsPerMedium.value)
        guard delivery.attempts < limit else {
            abandon(delivery, reason: reason, untold: delivery.enclosure)
            if delivery.audience == .customer { aftermath.append(unreached(delivery)) }
            return false
        }
        let backoff = rules.notification.backoff.value
        let wait = backoff.isEmpty ? .zero : backoff[min(delivery.attempts, backoff.count) - 1].duration
        delivery.standing = .waiting(until: now.adding(wait))
        return true
    }

    /// A person has to see to it that the customer hears of it after all.
    private func unreached(_ delivery: NoticeDelivery) -> NoticeCause {
        NoticeCause(
            .unreached, String(delivery.index),
            ["notification": .text(file.number(delivery.index).rawValue), "attempts": .number(delivery.attempts)])
    }

    /// - Parameter answer: the one that the customer has not been told therefore.
    mutating func abandon(_ delivery: NoticeDelivery, reason: Reason, untold answer: SealedText? = nil) {
        events.append(
            .abandoned(
                NotificationAbandoned(
                    notification: file.number(delivery.index), complaint: file.complaint, attempts: delivery.attempts, reason: reason,
                    at: now, answer: answer)))
    }
}

/// The asking afterwards: a call by a person, again where nobody is reached, in the end in writing (S109, S199).
extension NoticeTransition {
    /// Arms the follow-up with each answer, and ends it with what makes it pointless.
    mutating func noteForFollowUp(_ input: NoticeInput) {
        guard let policy = rules.notification.followUp else { return }
        if case .workOrder(let event) = input { noteForFollowUp(event, by: policy) }
        if case .complaint(.withdrawn) = input { file.followUp = nil }
        // Who has said what they think of the answer need not be asked.
        if case .complaint(.feedbackGiven(let given)) = input, given.feedback.isOpinion { file.followUp = nil }
        if file.stage == .withdrawn { file.followUp = nil }
    }

    private mutating func noteForFollowUp(_ event: WorkOrderEvent, by policy: FollowUpPolicy) {
        switch event {
        case .customerTold(let payload):
            if payload.satisfied == false {
                file.followUp = nil
            } else if isNews(payload) {
                file.followUp = FollowUp(asked: 0, due: payload.at.adding(policy.after.value.duration))
            }
        case .followedUp(let payload):
            if payload.reached {
                file.followUp = nil
            } else if let followUp = file.followUp, followUp.asked > 0 {
                file.followUp?.due = payload.at.adding(policy.every.value.duration)
            }
        case .customerUntold, .reviewRequested, .dissatisfied, .maliciousDeclared: file.followUp = nil
        case .dispatched, .accepted, .transferred, .held, .resumed, .liabilityFound, .answered, .answerApproved, .answerReturned, .urged,
            .escalated, .archived, .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed,
            .supervised, .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousRevoked, .merged, .unmerged,
            .memberAdded, .memberRemoved, .entrusted, .appealStepRecorded, .commandRejected, .commandWaiting, .flagged, .asked:
            break
        }
    }

    /// Whether it is an answer the customer has not been asked about; that they are content with the last one is no answer.
    private func isNews(_ payload: WorkOrderCustomerTold) -> Bool {
        let key = NoticeCause.key(payload.answer)
        return !file.taken.contains(NoticeIdentity(.customerTold, key)) && !file.taken.contains(NoticeIdentity(.reviewAnswered, key))
    }

    /// Asks for the call that is due, or for the answer in writing.
    mutating func attendToTheFollowUp() throws(Fault) {
        guard let policy = rules.notification.followUp, let followUp = file.followUp, followUp.due <= now, file.contact != nil
        else { return }
        let limit = policy.attempts.value
        if followUp.asked < limit {
            file.followUp = FollowUp(asked: followUp.asked + 1, due: now.adding(policy.every.value.duration))
            try notify(cause(followUp.asked == 0 ? .followUpDue : .followUpAgain, followUp.asked + 1))
        } else {
            file.followUp = nil
            events.append(.customerUnreached(CustomerUnreached(complaint: file.complaint, attempts: followUp.asked, at: now)))
            try notify(cause(.followUpInWriting, followUp.asked))
        }
    }

    private func cause(_ trigger: NoticeTrigger, _ attempt: Int) -> NoticeCause {
        NoticeCause(
            trigger, String(attempt),
            ["attempt": .number(attempt), "attempts": .number(rules.notification.followUp?.attempts.value ?? attempt)])
    }
}
