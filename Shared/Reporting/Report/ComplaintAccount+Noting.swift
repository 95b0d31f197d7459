import Domain

/// How each fact changes an account. Facts that reports do not need are passed over.
extension ComplaintAccount {
    mutating func note(_ event: ComplaintEvent) {
        switch event {
        case .registered(let event):
            registration = Registration(
                line: event.line.token, channel: event.channel, level: event.level, province: event.province, category: event.category,
                nature: event.nature, flags: event.flags, receivedAt: event.receivedAt, registeredAt: event.registeredAt,
                repeatOf: event.repeatOf, settledOnSpot: event.settledOnSpot,
                unmetPoints: event.appeal?.unmetPoints)
        case .informationRequired(let event): askedAppeal = event.appeal.map { AskedAppeal($0, event.province) } ?? askedAppeal
        case .urged(let event):
            note(.urged, event.at)
            if let appeal = event.appeal { joinedAppeals.append(JoinedAppeal(appeal, at: event.at)) }
        case .withdrawn(let event):
            note(.withdrawn, event.at)
            endAskedAppeal(at: event.at)
        case .feedbackGiven(let event):
            if let score = event.feedback.satisfaction { opinions.append(Opinion(view: .score(score), at: event.at)) }
            if event.feedback.resolved == false { note(.unresolved, event.at) }
        case .supplemented, .exposed, .flagged, .contested, .rejected: break
        }
    }

    mutating func note(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let event):
            dispatch = Dispatch(
                channel: event.channel, level: event.level, province: event.province, category: event.category, nature: event.nature,
                unit: event.unit, at: event.at)
            unit = unit ?? event.unit
        case .accepted(let event): unit = event.unit
        case .transferred(let event):
            note(.transferred, event.at)
            unit = event.to
        case .liabilityFound(let event): finding = Finding(liability: event.liability, ground: event.ground, at: event.at)
        case .answered(let event): note(.answered, event.at)
        case .answerReturned(let event): note(.answerReturned, event.at)
        case .customerTold(let event):
            note(.told, event.at)
            if let satisfied = event.satisfied { opinions.append(Opinion(view: .content(satisfied), at: event.at)) }
        // Who was not told after all is told when somebody has reached them.
        case .customerUntold: if let last = marks.lastIndex(where: { $0.moment == .told }) { marks.remove(at: last) }
        case .escalated(let event): note(.escalated, event.at)
        case .reviewRequested(let event): note(.reviewed, event.at)
        case .followedUp(let event):
            if let score = event.satisfaction { opinions.append(Opinion(view: .score(score), at: event.at)) }
            if event.resolved == false { note(.unresolved, event.at) }
        case .dissatisfied(let event):
            // A score tells it better, and is told by itself.
            if event.satisfaction == nil { opinions.append(Opinion(view: .content(false), at: event.at)) }
        case .majorDeclared(let event): note(.majorDeclared, event.at)
        case .majorRevoked(let event): note(.majorRevoked, event.at)
        case .maliciousDeclared(let event): note(.maliciousDeclared, event.at)
        case .maliciousRevoked(let event): note(.maliciousRevoked, event.at)
        case .appealStepRecorded(let event):
            if let moment = Self.moment(of: event.step) { note(moment, event.takenAt) }
        case .archived(let event):
            note(.archived, event.at)
            outcome = event.outcome
        case .held, .resumed, .answerApproved, .urged, .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded,
            .redistributed, .supervised, .reported, .planFiled, .scriptFiled, .merged, .unmerged, .memberAdded, .memberRemoved,
            .entrusted, .commandRejected, .commandWaiting, .flagged, .asked:
            break
        }
    }

    /// How an appeal ended; the steps on the way count for nothing.
    private static func moment(of step: AppealStep) -> Moment? {
        switch step {
        case .refused: .appealRefused
        case .mediationAgreed: .appealSettled
        case .mediationFailed: .appealDisputed
        case .closed: .appealNoted
        case .accepted, .forwarded, .mediationOpened: nil
        }
    }

    mutating func note(_ event: ClaimEvent) {
        switch event {
        case .settled(let event): payments.append(Payment(claim: event.claim, amount: event.amount, at: event.at))
        case .reversed(let event): reversals.append(Payment(claim: event.claim, amount: event.amount, at: event.at))
        case .settlementFailed(let event) where !event.willRetry: note(.paymentFailed, event.at)
        case .proposed, .approved, .declined, .denied, .settlementRequested, .settlementFailed, .reversalRequested, .reversalFailed,
            .commandRejected:
            break
        }
    }

    /// A deadline is breached once; the alerts after that are steps of the ladder.
    mutating func note(_ alert: Alert, isBreach: Bool) {
        let mark = AlertMark(clock: alert.clock, isBreach: isBreach, dueAt: alert.dueAt, firedAt: alert.firedAt)
        if isBreach, let index = alerts.firstIndex(where: { $0.isBreach && $0.clock == mark.clock && $0.dueAt == mark.dueAt }) {
            if mark.firedAt < alerts[index].firedAt { alerts[index] = mark }
        } else {
            alerts.append(mark)
        }
    }
}
