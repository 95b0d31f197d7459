extension NoticeState {
    /// Takes down what later messages will need of an input.
    mutating func note(_ input: NoticeInput, by rules: NotificationRules) {
        switch input {
        case .complaint(let event): note(event)
        case .workOrder(let event): note(event)
        case .alert(let event): note(event, by: rules)
        case .claim(let event):
            // What a finding is worth after all takes the place of what an earlier one was refused.
            if case .proposed(let claim) = event, claim.liability != nil { denial = nil }
        case .risk, .receipt, .progressRequested, .wake: break
        }
    }

    private mutating func note(_ event: ComplaintEvent) {
        switch event {
        case .registered(let payload):
            contact = NoticeContact(
                channel: payload.channel, language: payload.language, line: payload.line.masked, personal: payload.personal,
                province: payload.province, demandsRefund: payload.disputedAmount != nil)
        case .informationRequired(let payload):
            // Registration says it all again, and better: it is never overwritten by what came before it.
            if contact == nil || !(has(.registered) || has(.settledOnSpot)) {
                contact = NoticeContact(
                    channel: payload.channel, language: payload.language, line: payload.line.masked, personal: payload.personal,
                    province: payload.province)
            }
        case .supplemented(let payload):
            if let personal = contact?.personal, !personal.parts.contains(payload.personal) {
                contact?.personal = personal.followed(by: payload.personal)
            }
        case .withdrawn: stage = .withdrawn
        default: break
        }
    }

    private mutating func note(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let payload):
            firstContact = payload.firstContact
            responsible = payload.unit
        case .accepted(let payload): responsible = payload.unit
        case .transferred(let payload): responsible = payload.to
        case .entrusted(let payload): responsible = payload.unit
        case .liabilityFound(let payload): regret.isAtFault = payload.liability == .operatorAtFault
        default: break
        }
        if stage != .withdrawn, let next = NoticeStage.after(event) { stage = next }
    }

    private mutating func note(_ event: ClockEvent, by rules: NotificationRules) {
        if case .breached(let alert) = event, rules.notification.lateClocks?.value.contains(alert.clock) == true { regret.isLate = true }
    }
}
