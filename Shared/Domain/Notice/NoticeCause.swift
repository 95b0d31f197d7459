/// One happening that may have to be told, with all that its templates may say.
public struct NoticeCause: Hashable, Codable, Sendable {
    public let trigger: NoticeTrigger
    /// What tells this happening from others of its trigger: a count, a number, a time. The same happening always has the same.
    public let key: String
    public let values: [String: NoticeValue]
    /// The unit the happening names, where it names one.
    public let unit: Unit?
    /// The answer, where this is one.
    public let enclosure: Sealed?

    init(_ trigger: NoticeTrigger, _ key: String, _ values: [String: NoticeValue], unit: Unit? = nil, enclosure: Sealed? = nil) {
        self.trigger = trigger
        self.key = key
        self.values = values
        self.unit = unit
        self.enclosure = enclosure
    }

    /// Which message this is for whom: nobody is told the same twice.
    func identity(with template: TemplateName) -> String { template.rawValue + "/" + trigger.rawValue + "/" + key }
}

extension NoticeCause {
    init?(_ event: ComplaintEvent) {
        switch event {
        case .registered(let payload):
            self.init(
                payload.settledOnSpot ? .settledOnSpot : .registered, "1",
                ["receivedOn": .day(payload.receivedAt), "category": .word(payload.category), "province": .word(payload.province)])
        case .informationRequired(let payload):
            self.init(.informationRequired, Self.key(payload.askedAt), ["missing": .words(.field, payload.missing)])
        case .urged(let payload): self.init(.complaintUrged, String(payload.count), ["count": .number(payload.count)])
        case .withdrawn: self.init(.withdrawn, "1", [:])
        case .supplemented, .exposed, .flagged, .feedbackGiven, .rejected: return nil
        }
    }

    init?(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let payload):
            self.init(
                .dispatched, payload.workOrder.rawValue,
                [
                    "workOrder": .text(payload.workOrder.rawValue), "unit": .word(payload.unit), "priority": .number(payload.priority),
                    "category": .word(payload.category), "province": .word(payload.province),
                ], unit: payload.unit)
        case .accepted(let payload):
            self.init(
                .accepted, Self.key(payload.at), ["workOrder": .text(payload.workOrder.rawValue), "unit": .word(payload.unit)],
                unit: payload.unit)
        case .transferred(let payload):
            self.init(
                .transferred, Self.key(payload.at),
                ["workOrder": .text(payload.workOrder.rawValue), "unit": .word(payload.to), "from": .word(payload.from)], unit: payload.to)
        case .urged(let payload):
            self.init(
                .workOrderUrged, String(payload.count),
                ["workOrder": .text(payload.workOrder.rawValue), "unit": .word(payload.unit), "count": .number(payload.count)],
                unit: payload.unit)
        case .escalated(let payload):
            self.init(
                .escalated, payload.alert,
                [
                    "workOrder": .text(payload.workOrder.rawValue), "unit": .word(payload.to), "step": .number(payload.step),
                    "priority": .number(payload.priority),
                ], unit: payload.to)
        case .held(let payload): self.init(.held, Self.key(payload.at), payload.workOrder)
        case .resumed(let payload): self.init(.resumed, Self.key(payload.at), payload.workOrder)
        case .answered(let payload): self.init(.answered, Self.key(payload.at), payload.workOrder)
        case .answerReturned(let payload): self.init(.answerReturned, Self.key(payload.at), payload.workOrder)
        case .customerTold(let payload):
            // Told again once the customer says whether they are content: the same answer is one message.
            self.init(.customerTold, Self.digest(payload.answer), payload.workOrder, enclosure: payload.answer)
        case .archived(let payload):
            guard payload.outcome == .answered else { return nil }
            self.init(.archived, "1", payload.workOrder)
        default: return nil
        }
    }

    init?(_ event: ClockEvent) {
        switch event {
        case .warned(let alert): self.init(.warned, alert)
        case .breached(let alert): self.init(.breached, alert)
        // Where it calls for a step of the ladder, the escalation is told.
        case .abnormal: return nil
        }
    }

    init?(_ event: ClaimEvent) {
        switch event {
        case .proposed(let payload):
            guard payload.approvalRequired else { return nil }
            self.init(
                .approvalNeeded, payload.claim.rawValue,
                ["claim": .text(payload.claim.rawValue), "amount": .money(payload.amount), "band": .text(payload.band)])
        case .settled(let payload):
            self.init(
                .claimSettled, payload.claim.rawValue, ["claim": .text(payload.claim.rawValue), "amount": .money(payload.amount)])
        case .settlementFailed(let payload):
            guard !payload.willRetry else { return nil }
            self.init(
                .settlementFailed, payload.claim.rawValue + "/" + String(payload.attempt),
                ["claim": .text(payload.claim.rawValue), "attempt": .number(payload.attempt)])
        case .approved, .declined, .denied, .settlementRequested, .commandRejected: return nil
        }
    }

    private init(_ trigger: NoticeTrigger, _ key: String, _ workOrder: WorkOrderNumber, enclosure: Sealed? = nil) {
        self.init(trigger, key, ["workOrder": .text(workOrder.rawValue)], enclosure: enclosure)
    }

    private init(_ trigger: NoticeTrigger, _ alert: Alert) {
        self.init(
            trigger, alert.alert,
            [
                "clock": .word(alert.clock), "dueAt": .time(alert.dueAt), "threshold": .number(alert.threshold),
                "category": .word(alert.category), "province": .word(alert.province), "rule": .text(alert.rule),
            ], unit: alert.unit)
    }

    private static func key(_ at: Instant) -> String { String(at.milliseconds) }

    /// Tells answers apart without keeping them: FNV-1a over the sealed text, in 64 bits.
    private static func digest(_ sealed: Sealed) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in sealed.rawValue.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}
