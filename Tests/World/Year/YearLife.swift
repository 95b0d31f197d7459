import Contracts
import Domain

/// All that the topics tell of one complaint, event by event.
final class YearLife {
    let complaint: ComplaintNumber
    var registered: ComplaintRegistered?
    var intake: [ComplaintEvent] = []
    var work: [WorkOrderEvent] = []
    var claims: [ClaimEvent] = []
    var alerts: [ClockEvent] = []
    var notices: [NoticeEvent] = []
    /// Whether a later complaint repeats it.
    var isRepeated = false
    /// Whether the customer has appealed about it, at whatever time.
    var isAppealed = false

    init(_ complaint: ComplaintNumber) {
        self.complaint = complaint
    }

    /// What the handlers' side told that a reading finds, in order.
    func work<Found>(_ reading: (WorkOrderEvent) -> Found?) -> [Found] { work.compactMap(reading) }

    var dispatched: WorkOrderDispatched? { work { if case .dispatched(let fact) = $0 { fact } else { nil } }.first }
    /// Each telling but those of which it turned out that no message had arrived.
    var told: [WorkOrderCustomerTold] {
        work.reduce(into: []) { told, event in
            if case .customerTold(let fact) = event { told.append(fact) }
            if case .customerUntold = event, !told.isEmpty { told.removeLast() }
        }
    }
    var archived: [WorkOrderArchived] { work { if case .archived(let fact) = $0 { fact } else { nil } } }
    var settled: [ClaimSettled] { claims.compactMap { if case .settled(let fact) = $0 { fact } else { nil } } }
    var withdrawnAt: Instant? { intake.compactMap { if case .withdrawn(let fact) = $0 { fact.at } else { nil } }.first }

    /// The unit that had it last.
    var unit: Domain.Unit? {
        work { event in
            switch event {
            case .dispatched(let fact): fact.unit
            case .accepted(let fact): fact.unit
            case .transferred(let fact): fact.to
            default: nil
            }
        }.last
    }

    /// When it was over: at once, archived, or withdrawn.
    var closedAt: Instant? {
        if let registered, registered.settledOnSpot { return registered.registeredAt }
        return archived.map(\.at).min() ?? withdrawnAt
    }
}

/// The complaints of the year as the topics tell them, and how often each kind of fact was told.
struct YearLives {
    private(set) var lives: [ComplaintNumber: YearLife] = [:]
    private(set) var types: [String: Int] = [:]
    private(set) var risks: [RiskAlert] = []

    init(_ facts: [FactsOnTopics.Told], _ coder: WireCoder = WireCoder()) throws(Fault) {
        for told in facts {
            types[told.event.type, default: 0] += 1
            try take(told, coder)
        }
        for life in lives.values {
            if let earlier = life.registered?.repeatOf { lives[earlier]?.isRepeated = true }
            if let earlier = life.registered?.appeal?.complaint { lives[earlier]?.isAppealed = true }
            for case .urged(let urged) in life.intake {
                if let appeal = urged.appeal { lives[appeal.complaint ?? life.complaint]?.isAppealed = true }
            }
        }
    }

    private mutating func take(_ told: FactsOnTopics.Told, _ coder: WireCoder) throws(Fault) {
        let (type, data) = (told.event.type, told.event.data)
        switch told.topic {
        case .complaints:
            guard let event = try ComplaintEvent.decode(type: type, data: data, with: coder), let number = event.number else { return }
            let life = life(number)
            life.intake.append(event)
            if case .registered(let fact) = event { life.registered = fact }
        case .workOrders:
            if let event = try WorkOrderEvent.decode(type: type, data: data, with: coder) { life(event.complaint).work.append(event) }
        case .compensations:
            if let event = try ClaimEvent.decode(type: type, data: data, with: coder) {
                life(ComplaintNumber(event.key)).claims.append(event)
            }
        case .alerts:
            if let event = try ClockEvent.decode(type: type, data: data, with: coder) {
                life(event.complaint).alerts.append(event)
            } else if case .risk(let alert)? = try RiskEvent.decode(type: type, data: data, with: coder) {
                risks.append(alert)
            }
        default:
            guard let event = try NoticeEvent.decode(type: type, data: data, with: coder), let number = event.number else { return }
            life(number).notices.append(event)
        }
    }

    private mutating func life(_ complaint: ComplaintNumber) -> YearLife {
        if let known = lives[complaint] { return known }
        let life = YearLife(complaint)
        lives[complaint] = life
        return life
    }
}

extension ComplaintEvent {
    /// The complaint it is about; none of what was refused.
    fileprivate var number: ComplaintNumber? {
        switch self {
        case .registered(let fact): fact.complaint
        case .informationRequired(let fact): fact.complaint
        case .supplemented(let fact): fact.complaint
        case .urged(let fact): fact.complaint
        case .withdrawn(let fact): fact.complaint
        case .exposed(let fact): fact.complaint
        case .flagged(let fact): fact.complaint
        case .feedbackGiven(let fact): fact.complaint
        case .contested(let fact): fact.complaint
        case .rejected: nil
        }
    }
}

extension NoticeEvent {
    /// The complaint it is about; none of what gathers several.
    fileprivate var number: ComplaintNumber? {
        switch self {
        case .requested(let fact): fact.complaint
        case .delivered(let fact): fact.complaint
        case .abandoned(let fact): fact.complaint
        case .customerUnreached(let fact): fact.complaint
        case .digestRequested, .receiptRejected: nil
        }
    }
}
