import Domain

extension EventAccount {
    /// What was done, with the references under which it can be looked up (S051).
    private static func done(_ duties: [DutyDone]?) -> [Detail] {
        guard let duties else { return [] }
        let words = duties.map { $0.reference.map { " (" + $0 + ")" } ?? "" }
        return [Detail("duties done", zip(duties, words).map { $0.duty.rawValue + $1 }.joined(separator: " "))]
    }

    init(_ event: ComplaintEvent, _ times: TimeText) {
        switch event {
        case .registered(let event):
            var details = [
                Detail("nature", event.nature.rawValue), Detail("level", event.level.rawValue), Detail("channel", event.channel),
                Detail("province", event.province), Detail("category", event.category),
            ]
            if !event.flags.isEmpty { details.append(Detail("flags", event.flags.map(\.rawValue).joined(separator: " "))) }
            if let open = event.openDuties { details.append(Detail("duties open", open.map(\.rawValue).joined(separator: " "))) }
            details += Self.done(event.doneDuties)
            details += Detail.some("exposed by", event.exposure?.medium.rawValue) + Detail.some("taken by", event.takenBy)
            details += Detail.some("appeal", event.appeal.map { $0.assessment?.outcome.rawValue ?? $0.body.rawValue })
            details += Detail.some("continues", event.continues)
            details += Detail.some("repeat of", event.repeatOf) + Detail.some("in dispute", event.disputedAmount?.text)
            self.init(event.settledOnSpot ? "registered and settled on the spot" : "registered", details)
        case .informationRequired(let event):
            self.init("customer asked for information", [Detail("missing", event.missing.joined(separator: " "))])
        case .supplemented(let event):
            let owed = event.openDuties.map { [Detail("duties open", $0.map(\.rawValue).joined(separator: " "))] } ?? []
            let missing = event.stillMissing.isEmpty ? owed : [Detail("still missing", event.stillMissing.joined(separator: " "))]
            self.init("customer added information", missing + Self.done(event.doneDuties))
        case .urged(let event):
            self.init(
                "customer urged",
                [Detail("time", event.count), Detail("channel", event.channel)]
                    + Detail.some("appeal", event.appeal?.assessment?.outcome.rawValue))
        case .withdrawn: self.init("withdrawn by the customer")
        case .exposed(let event):
            let exposure = event.exposure
            var details = [Detail("medium", exposure.medium.rawValue)] + Detail.some("effect", exposure.effect?.rawValue)
            if event.major { details.append(Detail("nature", Nature.major.rawValue)) }
            self.init("exposed in the media", details)
        case .flagged(let event):
            self.init(
                "reported upward",
                [Detail("flags", event.flags.map(\.rawValue).joined(separator: " ")), Detail("to", event.reportTo)])
        case .feedbackGiven(let event):
            let feedback = event.feedback
            let details =
                Detail.some("other problems", feedback.otherProblems.map(String.init))
                + Detail.some("satisfaction", feedback.satisfaction.map(String.init))
                + Detail.some("resolved", feedback.resolved.map(String.init))
                + Detail.some("wants review", feedback.wantsReview.map(String.init))
            self.init("customer said how the handling was", details)
        case .contested(let event):
            self.init(
                "customer not content with the result",
                [Detail("channel", event.channel)] + Detail.some("continued by", event.continuedBy))
        case .rejected(let event): self.init("submission refused", [Detail("because", "\(event.fault)")])
        }
    }

    init(_ event: ClockEvent, _ times: TimeText) {
        switch event {
        case .warned(let alert): self.init("warned: deadline near", alert, times)
        case .breached(let alert): self.init("deadline breached", alert, times)
        case .abnormal(let alert):
            var details = [Detail("sign", alert.sign), Detail("level", alert.level)]
            details += Detail.some("times", alert.count) + Detail.some("for", alert.lasted?.description)
            if alert.step > 0 { details.append(Detail("step", alert.step)) }
            details += Detail.some("unit", alert.unit) + [Detail("rule", SourceWords.text(alert.rule))]
            self.init("abnormal work order", details)
        case .cleared(let event): self.init(event, times)
        }
    }

    private init(_ what: String, _ alert: Alert, _ times: TimeText) {
        var details = [
            Detail("clock", alert.clock), Detail("used", "\(alert.threshold) %"), Detail("due", times.text(alert.dueAt)),
        ]
        if alert.cycle > 1 { details.append(Detail("cycle", alert.cycle)) }
        if alert.step > 0 { details.append(Detail("step", alert.step)) }
        details += Detail.some("unit", alert.unit) + [Detail("rule", SourceWords.text(alert.rule))]
        details += Detail.some("passed", alert.reachedAt.map { times.text($0) })
        details += Detail.some("also passed", alert.overtaken.map { $0.map { "\($0) %" }.joined(separator: " ") })
        self.init(what, details)
    }

    init(_ event: NoticeEvent, _ times: TimeText) {
        switch event {
        case .requested(let event):
            var details = [
                Detail("notification", event.notification), Detail("template", event.template), Detail("by", event.medium),
                Detail("to", event.unit?.rawValue ?? event.audience.rawValue),
            ]
            if event.attempt > 1 { details.append(Detail("attempt", event.attempt)) }
            self.init(
                event.audience == .customer ? "message to the customer" : "message to staff", details,
                message: Message(title: event.title, text: event.text))
        case .delivered(let event): self.init("message delivered", [Detail("notification", event.notification)])
        case .abandoned(let event):
            self.init(
                "message given up",
                [Detail("notification", event.notification), Detail("attempts", event.attempts), Detail("because", event.reason)])
        case .customerUnreached(let event):
            self.init("customer not reached for the follow-up, asked in writing", [Detail("attempts", event.attempts)])
        case .receiptRejected(let event): self.init("receipt refused", [Detail("because", "\(event.fault)")])
        case .digestRequested(let event):
            self.init("digest for staff", [Detail("to", event.unit), Detail("by", event.medium), Detail("notices", event.total)])
        }
    }
}
