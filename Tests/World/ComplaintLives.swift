import Contracts
import Domain

/// What the topics tell of each complaint, and of each intake event by its trace.
struct ComplaintLives {
    struct Marks {
        var registered = 0
        /// The archiving may be told once more with what it has cost, but as of the same time.
        var archived: Set<Instant> = []
        /// How often its answer was looked at again after the archiving, by a work order of its own that ends, too.
        var reopened = 0
        var toldOrGivenUp = 0
        /// How it ended last, and how often its own customer was told an answer.
        var outcome: ArchiveOutcome?
        var told = 0
        /// The complaint it goes with.
        var mergedInto: ComplaintNumber?
        var settledKeys: [String] = []

        var isSettledOnce: Bool { Set(settledKeys).count == settledKeys.count }
    }

    private(set) var marks: [ComplaintNumber: Marks] = [:]
    /// Why desks were refused, for a reader who asks why a complaint did not come to its end.
    private(set) var refusals: [ComplaintNumber: [String]] = [:]
    /// How many answers intake gave to each event.
    private(set) var answers: [String: Int] = [:]
    /// How many facts told beside an answer each event led to: one that only adds to a complaint leads to nothing else.
    private(set) var besides: [String: Int] = [:]

    /// Whether it says what became of the event; the others are told beside it.
    private static func answers(_ event: ComplaintEvent) -> Bool {
        switch event {
        case .registered, .informationRequired, .urged, .rejected: true
        default: false
        }
    }

    private mutating func note(_ fact: WorkOrderEvent) {
        switch fact {
        case .archived(let order):
            marks[order.complaint]?.archived.insert(order.at)
            marks[order.complaint]?.outcome = order.outcome
        case .reviewRequested(let order): if order.of != nil { marks[order.complaint]?.reopened += 1 }
        case .customerTold(let order): marks[order.complaint]?.told += 1
        case .merged(let order): marks[order.complaint]?.mergedInto = order.into
        case .unmerged(let order): marks[order.complaint]?.mergedInto = nil
        case .answerApproved(let order): marks[order.complaint]?.mergedInto = nil
        default: break
        }
    }

    mutating func take(_ event: CloudEvent, _ coder: WireCoder) throws(Fault) {
        if let fact = try ComplaintEvent.decode(type: event.type, data: event.data, with: coder) {
            if let trace = event.traceParent {
                if Self.answers(fact) { answers[trace, default: 0] += 1 } else { besides[trace, default: 0] += 1 }
            }
            if case .registered(let complaint) = fact { marks[complaint.complaint, default: Marks()].registered += 1 }
        } else if let fact = try WorkOrderEvent.decode(type: event.type, data: event.data, with: coder) {
            if case .commandRejected(let refusal) = fact { refusals[refusal.complaint, default: []].append("\(refusal)") }
            note(fact)
        } else if let fact = try ClaimEvent.decode(type: event.type, data: event.data, with: coder) {
            if case .settled(let claim) = fact { marks[claim.complaint]?.settledKeys.append(claim.paymentKey) }
        } else if let fact = try NoticeEvent.decode(type: event.type, data: event.data, with: coder) {
            switch fact {
            case .requested(let notice) where notice.audience == .customer: marks[notice.complaint]?.toldOrGivenUp += 1
            default: break
            }
        }
    }
}
