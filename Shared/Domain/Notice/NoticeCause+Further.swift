extension NoticeCause {
    /// What a work order's event tells besides itself: whether the customer is content with what they were told (S040, S099).
    static func contentment(_ event: WorkOrderEvent) -> NoticeCause? {
        switch event {
        case .customerTold(let payload):
            payload.satisfied.map { contentment($0, key(payload.answer), payload.workOrder) }
        case .followedUp(let payload):
            isContent(payload).map { contentment($0, key(payload.at), payload.workOrder) }
        case .dispatched, .accepted, .transferred, .held, .resumed, .liabilityFound, .answered, .answerApproved, .answerReturned, .urged,
            .escalated, .archived, .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed,
            .supervised, .reviewRequested, .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared,
            .maliciousRevoked, .merged, .unmerged, .memberAdded, .memberRemoved, .entrusted, .appealStepRecorded, .commandRejected,
            .commandWaiting, .asked:
            nil
        }
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
        NoticeCause(isContent ? .customerContent : .customerDiscontent, key, ["workOrder": .text(workOrder.rawValue)])
    }

    /// A customer asks how the complaint stands (S058, S089, S200).
    static func progressRequested(by identity: CommandIdentity) -> NoticeCause {
        NoticeCause(.progressRequested, NoticeShorthand.digest(identity.source + "#" + identity.id))
    }
}
