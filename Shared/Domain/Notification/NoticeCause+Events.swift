extension NoticeCause {
    /// What happens to a complaint beside the plain way of its work order: reviews, appeals, major and malicious ones, help from others.
    init?(handling event: WorkOrderEvent) {
        switch event {
        case .reviewRequested(let payload):
            self.init(
                .reviewRequested, String(payload.round), ["round": .number(payload.round), "unit": .word(payload.unit)], unit: payload.unit)
        case .appealStepRecorded(let payload):
            self.init(
                .appealStep, payload.step.rawValue + "/" + Self.key(payload.takenAt),
                [
                    "step": .words(.step, [payload.step.rawValue]), "document": .text(payload.document ?? ""),
                    "reason": .words(.point, [payload.reason?.rawValue ?? Self.unstated]),
                ],
                scopes: [payload.step.rawValue])
        case .majorDeclared(let payload):
            self.init(
                .majorDeclared, Self.key(payload.at),
                ["ground": .words(.ground, [payload.ground.rawValue]), "evidence": .text(payload.evidence)],
                scopes: [payload.ground.rawValue])
        case .majorRevoked(let payload): self.init(.majorRevoked, Self.key(payload.at), [:])
        case .reported(let payload):
            self.init(
                .reported, String(payload.step) + "/" + Self.key(payload.at), ["step": .number(payload.step), "unit": .word(payload.unit)],
                unit: payload.unit)
        case .planFiled(let payload):
            self.init(.planFiled, payload.reference, ["reference": .text(payload.reference)], scopes: [payload.kind.rawValue])
        case .scriptFiled(let payload): self.init(.scriptFiled, payload.reference, ["reference": .text(payload.reference)])
        case .maliciousDeclared(let payload):
            self.init(.maliciousDeclared, Self.key(payload.at), ["evidence": .text(payload.evidence)], scopes: [payload.kind.rawValue])
        case .maliciousRevoked(let payload): self.init(.maliciousRevoked, Self.key(payload.at), [:])
        case .merged(let payload): self.init(.merged, payload.into.rawValue, ["into": .text(payload.into.rawValue)])
        case .unmerged(let payload): self.init(.unmerged, Self.key(payload.at), [:])
        case .supervised(let payload): self.init(.supervised, Self.key(payload.at), ["supervisor": .word(payload.unit)])
        case .coordinationRequested(let payload):
            self.init(.coordinationRequested, Self.key(payload.at), ["unit": .word(payload.unit)], unit: payload.unit)
        case .contributed(let payload): self.init(.contributed, Self.key(payload.at), ["from": .word(payload.unit)])
        case .dispatched, .accepted, .transferred, .held, .resumed, .liabilityFound, .answered, .answerApproved, .answerReturned,
            .customerTold, .customerUntold, .urged, .escalated, .archived, .evidenceRecorded, .meetingRecorded, .redistributed,
            .memberAdded,
            .memberRemoved, .entrusted, .followedUp, .dissatisfied, .commandRejected, .commandWaiting, .flagged, .asked:
            return nil
        }
    }
}

extension NoticeCause {
    /// What a work order's event tells besides itself: whether the customer is content with what they were told (S040, S099).
    static func contentment(_ event: WorkOrderEvent) -> NoticeCause? {
        switch event {
        case .customerTold(let payload):
            payload.satisfied.map { contentment($0, key(payload.answer), payload.workOrder) }
        case .followedUp(let payload):
            isContent(payload).map { contentment($0, key(payload.at), payload.workOrder) }
        case .dissatisfied(let payload): discontent(payload)
        case .customerUntold, .dispatched, .accepted, .transferred, .held, .resumed, .liabilityFound, .answered, .answerApproved,
            .answerReturned, .urged,
            .escalated, .archived, .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed,
            .supervised, .reviewRequested, .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared,
            .maliciousRevoked, .merged, .unmerged, .memberAdded, .memberRemoved, .entrusted, .appealStepRecorded, .commandRejected,
            .commandWaiting, .flagged, .asked:
            nil
        }
    }

    /// What else troubles a customer who was called: the first contact sees to it, as to what one writes (S109).
    static func otherProblems(_ event: WorkOrderEvent) -> NoticeCause? {
        guard case .followedUp(let payload) = event, payload.otherProblems != nil else { return nil }
        return NoticeCause(.feedbackGiven, key(payload.at) + "/call", scopes: [otherProblems])
    }

    /// What the customer said on the call; `nil` where that is neither.
    private static func isContent(_ payload: WorkOrderFollowedUp) -> Bool? {
        guard payload.reached else { return nil }
        if payload.resolved == false { return false }
        guard let satisfaction = payload.satisfaction, satisfaction != 3 else {
            return payload.satisfaction == nil ? payload.resolved : nil
        }
        return satisfaction > 3
    }

    /// Many complaints of one province and one class of problem: a person has to verify it (S132–S134, S139).
    init(_ alert: RiskAlert) {
        self.init(
            .riskAlert, NoticeShorthand.digest(alert.alert),
            [
                "province": .word(alert.province), "category": .word(alert.category), "count": .number(alert.count),
                "period": .text(alert.period), "level": .number(alert.level), "rule": .text(alert.source), "alert": .text(alert.alert),
                "members": .text(alert.members.map(\.rawValue).joined(separator: " ")),
            ], others: alert.to ?? [], scopes: [alert.rule, "level-\(alert.level)"])
    }

    private static func contentment(_ isContent: Bool, _ key: String, _ workOrder: WorkOrderNumber) -> NoticeCause {
        NoticeCause(
            isContent ? .customerContent : .customerDiscontent, key, ["workOrder": .text(workOrder.rawValue)],
            scopes: isContent ? [] : [openToThem])
    }

    /// What the customer said of the answer themselves: which way is open to them, and who has to know (S040, S059, S109).
    private static func discontent(_ payload: WorkOrderDissatisfied) -> NoticeCause {
        var scopes = [payload.continuedBy == nil ? "said" : "continued"]
        if let remedies = payload.remedies { scopes.append(remedies.contains(.review) ? openToThem : "appeal-only") }
        var values: [String: NoticeValue] = ["workOrder": .text(payload.workOrder.rawValue)]
        if let other = payload.continuedBy { values["continuedBy"] = .text(other.rawValue) }
        return NoticeCause(
            .customerDiscontent, key(payload.at), values, unit: payload.unit, others: payload.to ?? [], scopes: scopes)
    }

    /// The kind of those who may ask for a review, and appeal.
    private static let openToThem = "open"

    /// A customer asks how the complaint stands (S058, S089, S200).
    static func progressRequested(by identity: CommandIdentity) -> NoticeCause {
        NoticeCause(.progressRequested, NoticeShorthand.digest(identity.source + "#" + identity.id))
    }
}

/// What a claim has to tell (S108, S198).
extension NoticeCause {
    init?(_ event: ClaimEvent) {
        switch event {
        case .proposed(let payload):
            guard payload.approvalRequired else { return nil }
            self.init(
                .approvalNeeded, Self.key(payload.claim, of: payload.complaint),
                ["claim": .text(payload.claim.rawValue), "amount": .money(payload.amount), "band": .text(payload.band)])
        case .settled(let payload):
            self.init(
                .claimSettled, Self.key(payload.claim, of: payload.complaint),
                ["claim": .text(payload.claim.rawValue), "amount": .money(payload.amount), "reasons": Self.reasons(of: payload)])
        case .settlementFailed(let payload):
            guard !payload.willRetry else { return nil }
            self.init(
                .settlementFailed, Self.key(payload.claim, of: payload.complaint) + "/" + String(payload.attempt),
                ["claim": .text(payload.claim.rawValue), "attempt": .number(payload.attempt)])
        case .denied(let payload):
            // Former releases gave no code, and told nobody.
            guard let code = payload.code else { return nil }
            guard code != .findingUnusable else {
                self.init(
                    .findingUnusable, Self.key(payload.claim, of: payload.complaint),
                    ["claim": .text(payload.claim.rawValue), "reason": .text(payload.reason)])
                return
            }
            self.init(denied: payload.claim, of: payload.complaint, because: code.word(of: payload.ground))
        case .declined(let payload):
            guard !payload.isReplaced else { return nil }
            self.init(denied: payload.claim, of: payload.complaint, because: ClaimDeclined.word)
        case .approved, .settlementRequested, .reversalRequested, .reversed, .reversalFailed, .commandRejected:
            return nil
        }
    }

    private init(denied claim: ClaimNumber, of complaint: ComplaintNumber, because word: String) {
        self.init(
            .claimDenied, Self.key(claim, of: complaint),
            ["claim": .text(claim.rawValue), "reason": .words(.denial, [word])])
    }

    /// The lines of the statement; for a payment of a former release, which has none, the whole amount.
    private static func reasons(of settled: ClaimSettled) -> NoticeValue {
        let lines = settled.statement ?? []
        guard !lines.isEmpty else { return .reasons([NoticeValue.Reason(tariff: AmountLine.unnamed, amount: settled.amount)]) }
        return .reasons(lines.map { NoticeValue.Reason(tariff: $0.tariff, amount: $0.amount) })
    }
}

/// What the customer who appealed is told of it (Order 35 art. 8–13; S015–S021).
extension NoticeCause {
    /// How an appeal was read when it came in, whether it became a complaint of its own or went to an open one; `nil` where there was none,
    /// or it came from a body that Order 35 does not speak of.
    static func appeal(_ event: ComplaintEvent) -> NoticeCause? {
        switch event {
        case .registered(let payload): payload.appeal.flatMap { appeal($0, "1") }
        case .urged(let payload): payload.appeal.flatMap { appeal($0, "u" + String(payload.count)) }
        case .informationRequired, .supplemented, .withdrawn, .exposed, .flagged, .feedbackGiven, .contested, .rejected: nil
        }
    }

    private static func appeal(_ record: AppealRecord, _ key: String) -> NoticeCause? {
        guard let assessment = record.assessment else { return nil }
        // What the body has decided is not the operator's to judge any more.
        let outcome = record.acceptedOn == nil ? assessment.outcome.rawValue : AppealStep.accepted.rawValue
        let asks = assessment.outcome == .inquire
        let points = assessment.open.filter { asks || $0.verdict == .failed }.map {
            $0.verdict == .unknown ? asked + $0.point.rawValue : $0.point.rawValue
        }
        return NoticeCause(
            .appealAssessed, key,
            [
                "outcome": .words(.outcome, [outcome]), "reasons": .words(.point, points), "body": .word(assessment.venue),
                "from": .text(assessment.mayAppealFrom?.description ?? ""), "lastDay": .text(assessment.lastDay?.description ?? ""),
                "case": .text(record.caseNumber ?? ""),
            ], scopes: [outcome])
    }

    /// What stands before a point's code where it has to be asked about.
    private static let asked = "ask-"

    /// The code of the words for a refusal whose reason the desk was not told.
    static let unstated = "unstated"
}
