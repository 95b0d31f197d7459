/// The asking afterwards: a call by a person, again where nobody is reached, in the end in writing (S109, S199).
extension NoticeTransition {
    /// Arms the follow-up with each answer, and ends it with what makes it pointless.
    mutating func noteForFollowUp(_ input: NoticeInput) {
        guard let policy = rules.notification.followUp else { return }
        switch input {
        case .workOrder(.customerTold(let payload)) where isNews(payload):
            file.followUp = FollowUp(asked: 0, due: payload.at.adding(policy.after.value.duration))
        case .workOrder(.followedUp(let payload)):
            if payload.reached {
                file.followUp = nil
            } else if let followUp = file.followUp, followUp.asked > 0 {
                file.followUp?.due = payload.at.adding(policy.every.value.duration)
            }
        case .workOrder(.reviewRequested), .workOrder(.maliciousDeclared), .complaint(.withdrawn): file.followUp = nil
        default: break
        }
        if file.stage == .withdrawn { file.followUp = nil }
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
