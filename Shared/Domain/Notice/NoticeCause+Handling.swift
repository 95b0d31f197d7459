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
            .customerTold, .urged, .escalated, .archived, .evidenceRecorded, .meetingRecorded, .redistributed, .memberAdded,
            .memberRemoved, .entrusted, .followedUp, .commandRejected, .commandWaiting, .asked:
            return nil
        }
    }
}
