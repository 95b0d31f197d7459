import CommandLine
import Contracts
import Domain

/// How a complaint stands: what the services know of it, in one picture.
struct ComplaintStanding: Encodable {
    /// A claim and how far it has come.
    struct ClaimLine: Encodable {
        let claim: ClaimNumber
        let status: ClaimStatus
        let amount: Money
    }

    /// A clock and how it runs.
    struct ClockLine: Encodable {
        let clock: ClockName
        let cycle: Int
        let status: ClockExplanation.Status
        let dueAt: Instant?
        let usedPercent: Int
    }

    /// The messages about it.
    struct Notices: Encodable {
        var sent = 0
        var delivered = 0
        var abandoned = 0
    }

    let complaint: ComplaintNumber
    var status = "unknown"
    var line: String?
    var channel: Channel?
    var province: Province?
    var category: Domain.Category?
    var nature: Nature?
    var level: ChannelLevel?
    var flags: [Flag] = []
    var receivedAt: Instant?
    var registeredAt: Instant?
    var repeatOf: ComplaintNumber?
    /// The answered complaint of the same matter that this one continues, and the one that continues this.
    var continues: ComplaintNumber?
    var continuedBy: ComplaintNumber?
    /// The archived work order whose answer is looked at again.
    var reviewOf: WorkOrderNumber?
    var policyVersion: PolicyVersion?
    var workOrder: WorkOrderNumber?
    var unit: Domain.Unit?
    var firstContact: Domain.Unit?
    var supervisor: Domain.Unit?
    /// 1 is the most urgent, 4 the least.
    var priority: Int?
    var liability: Liability?
    var urges = 0
    var clocks: [ClockLine] = []
    var claims: [ClaimLine] = []
    var notices = Notices()
    var deadLetters: [DeadLetterPlace] = []
    /// Only where it was asked for.
    var personal: PersonalData?
    /// Whether it was asked for and is erased.
    var isErased = false
}

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
            continues = event.continues
        case .informationRequired(let event):
            status = "awaiting-information"
            line = event.line.masked
            (channel, province) = (event.channel, event.province)
        case .urged(let event): urges = max(urges, event.count)
        case .withdrawn: status = "withdrawn"
        case .exposed(let event): if event.major { nature = .major }
        case .flagged(let event): flags = Set(flags).union(event.flags).sorted()
        case .supplemented, .feedbackGiven, .contested, .rejected: break
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
            reviewOf = order.reviewOf
        case .archived(let order):
            status = order.outcome == .answered ? "archived" : "archived, \(order.outcome.rawValue)"
            self.workOrder = order.workOrder
            unit = order.unit
            continuedBy = order.continuedBy
        }
    }
}

extension ComplaintStanding {
    /// The picture in lines, each fact with its name; what is not known is left out.
    func text(_ times: TimeText) -> String {
        var table = TextTable(["", ""])
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { table.add([name, value]) }
        }
        add("complaint", complaint.rawValue)
        add("status", status)
        add("line", line)
        add("nature", [nature?.rawValue, level?.rawValue].compactMap(\.self).joined(separator: ", "))
        add("flags", flags.map(\.rawValue).joined(separator: ", "))
        add("about", [category?.rawValue, province?.rawValue, channel?.rawValue].compactMap(\.self).joined(separator: ", "))
        add("received", receivedAt.map { times.text($0) })
        add("registered", registeredAt.map { times.text($0) })
        add("repeat of", repeatOf?.rawValue)
        add("continues", continues?.rawValue)
        add("continued by", continuedBy?.rawValue)
        add("review of", reviewOf?.rawValue)
        add("urged", urges > 0 ? CountText.text(urges, "time") : nil)
        add("work order", workOrder?.rawValue)
        add("unit", unit?.rawValue)
        add("first contact", firstContact?.rawValue)
        add("supervisor", supervisor?.rawValue)
        add("priority", priority.map { "\($0)" })
        add("liability", liability?.rawValue)
        for clock in clocks where clock.status != .waiting {
            let cycle = clock.cycle > 1 ? " (cycle \(clock.cycle))" : ""
            add("clock \(clock.clock)\(cycle)", "\(clock.status.rawValue), \(clock.usedPercent) % used, due \(times.text(clock.dueAt))")
        }
        for claim in claims { add("claim \(claim.claim)", "\(claim.status.rawValue), \(claim.amount.text)") }
        add("messages", "\(notices.sent) sent, \(notices.delivered) delivered, \(notices.abandoned) given up")
        for letter in deadLetters { add("dead letter", letter.description) }
        add("policy", policyVersion?.rawValue)
        add("customer", isErased ? "erased" : personal?.customer)
        add("contact", personal?.contact)
        add("service number", personal?.line)
        add("description", personal?.description)
        add("demand", personal?.demand)
        add("dissatisfaction", personal?.dissatisfaction)
        return table.shown()
    }
}
