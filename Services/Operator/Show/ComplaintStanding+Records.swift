import Contracts
import Domain

extension ComplaintStanding {
    /// Puts the picture together from what was read; the clocks are calculated by whoever has the policy.
    init(of complaint: ComplaintNumber, _ records: ComplaintRecords, coder: WireCoder) throws(Fault) {
        self.init(complaint: complaint)
        for entry in records.journals.flatMap(\.entries) {
            if let event = try ComplaintEvent.decode(type: entry.type, data: entry.data, with: coder) { note(event) }
            if let event = try NoticeEvent.decode(type: entry.type, data: entry.data, with: coder) { note(event) }
        }
        if let workOrder = records.workOrder { note(workOrder) }
        if case .registered(let file)? = records.compensation {
            claims = file.claims.map { ClaimLine(claim: $0.claim, status: $0.status, amount: $0.amount) }
        }
        deadLetters = records.deadLetters.map(\.place)
    }

    /// The clocks as their explanations have them.
    mutating func note(_ explanations: [ClockExplanation]) {
        clocks = explanations.map {
            ClockLine(clock: $0.clock, cycle: $0.cycle, status: $0.status, dueAt: $0.dueAt, usedPercent: $0.usedPercent)
        }
    }

    private mutating func note(_ event: ComplaintEvent) {
        switch event {
        case .registered(let event):
            status = event.settledOnSpot ? "settled-on-spot" : "registered"
            line = event.line.masked
            (channel, province, category) = (event.channel, event.province, event.category)
            (nature, level, flags) = (event.nature, event.level, event.flags)
            (receivedAt, registeredAt, repeatOf) = (event.receivedAt, event.registeredAt, event.repeatOf)
            policyVersion = event.policyVersion
        case .informationRequired(let event):
            status = "awaiting-information"
            line = event.line.masked
            (channel, province) = (event.channel, event.province)
        case .urged(let event): urges = max(urges, event.count)
        case .withdrawn: status = "withdrawn"
        case .exposed(let event): if event.major { nature = .major }
        case .flagged(let event): flags = Set(flags).union(event.flags).sorted()
        case .supplemented, .feedbackGiven, .rejected: break
        }
    }

    private mutating func note(_ event: NoticeEvent) {
        switch event {
        case .requested(let event): notices.sent += event.attempt == 1 ? 1 : 0
        case .delivered: notices.delivered += 1
        case .abandoned: notices.abandoned += 1
        case .customerUnreached, .digestRequested, .receiptRejected: break
        }
    }

    /// What dispatch knows is later than what intake knows, but for a withdrawal or a settlement on the spot.
    private mutating func note(_ workOrder: WorkOrder) {
        switch workOrder {
        case .unregistered: break
        case .open(let order):
            status = order.stage.status.rawValue
            self.workOrder = order.workOrder
            (unit, firstContact, supervisor, priority) = (order.unit, order.firstContact, order.supervisor, order.priority)
            liability = order.finding?.liability
        case .archived(let order):
            status = order.outcome == .answered ? "archived" : "archived, \(order.outcome.rawValue)"
            self.workOrder = order.workOrder
            unit = order.unit
        }
    }
}
