/// What sla-monitor remembers of one complaint: the facts of its topics as they came, and the alerts that went out.
///
/// Clocks are not stored but calculated from the facts each time, so the order in which the topics are read cannot matter:
/// only a topic's own order and the facts' times do. A file is kept after the complaint's end, for explaining.
public struct ClockState: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// `nil` until the complaint is registered: no clock can be chosen before.
    public internal(set) var subject: ClockSubject?
    /// The unit responsible, where one is known.
    public internal(set) var unit: Unit?
    /// What intake said, in its order.
    public internal(set) var complaintFacts: [ClockFact]
    /// What dispatch said, in its order.
    public internal(set) var workOrderFacts: [ClockFact]
    /// What compensation said, in its order; `nil` for nothing, as in a file of an earlier release.
    public internal(set) var claimFacts: [ClockFact]?
    /// What the appeal body did, as dispatch heard of it, each at the time it was done; `nil` for nothing.
    public internal(set) var appealFacts: [ClockFact]?
    /// The alerts that went out and that are over, in the order in which that was said.
    public internal(set) var fired: [FiredThreshold]

    init(complaint: ComplaintNumber) {
        self.complaint = complaint
        self.complaintFacts = []
        self.workOrderFacts = []
        self.fired = []
    }
}

extension ClockState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        subject = try fields.optional("subject")
        unit = try fields.optional("unit")
        complaintFacts = try fields.required("complaintFacts")
        workOrderFacts = try fields.required("workOrderFacts")
        claimFacts = try fields.optional("claimFacts")
        appealFacts = try fields.optional("appealFacts")
        fired = try fields.required("fired")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("subject", subject)
        writer.write("unit", unit)
        writer.write("complaintFacts", complaintFacts)
        writer.write("workOrderFacts", workOrderFacts)
        writer.write("claimFacts", claimFacts)
        writer.write("appealFacts", appealFacts)
        writer.write("fired", fired)
    }
}

extension ClockState {
    /// Notes what intake said. Told twice, nothing changes.
    mutating func note(_ event: ComplaintEvent) {
        switch event {
        case .registered(let event):
            guard subject == nil else { return }
            subject = ClockSubject(event)
            Self.note(ClockFact(.registered, at: event.registeredAt), in: &complaintFacts)
            if event.settledOnSpot { Self.note(ClockFact(.settledOnSpot, at: event.registeredAt), in: &complaintFacts) }
        case .informationRequired(let event): Self.note(ClockFact(.informationRequired, at: event.askedAt), in: &complaintFacts)
        case .supplemented(let event):
            if event.stillMissing.isEmpty { Self.note(ClockFact(.supplemented, at: event.at), in: &complaintFacts) }
        case .urged(let event): Self.note(ClockFact(.urged, at: event.at), in: &complaintFacts)
        case .withdrawn(let event): Self.note(ClockFact(.withdrawn, at: event.at), in: &complaintFacts)
        case .flagged(let event): subject = subject?.flagged(event.flags)
        // Whether an exposure makes it a major one is for dispatch to declare.
        case .exposed, .contested, .rejected: break
        case .feedbackGiven(let event):
            if event.feedback.isOpinion { Self.note(ClockFact(.feedbackGiven, at: event.at), in: &complaintFacts) }
        }
    }

    /// Notes what dispatch said. Told twice, nothing changes.
    mutating func note(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let event): unit = unit ?? event.unit
        case .transferred(let event): unit = event.to
        case .entrusted(let event): unit = event.unit
        case .liabilityFound(let event):
            Self.note(ClockFact(.liabilityFound, at: event.at), in: &workOrderFacts)
            if event.liability == .operatorNotAtFault { Self.note(ClockFact(.notAtFault, at: event.at), in: &workOrderFacts) }
        case .appealStepRecorded(let event):
            // Its own time counts, which may lie before much that was told earlier.
            var facts = appealFacts ?? []
            Self.note(ClockFact(event.step.moment, at: event.takenAt), in: &facts)
            appealFacts = facts
        case .accepted, .held, .resumed, .answered, .answerApproved, .answerReturned, .customerTold, .customerUntold, .urged, .escalated,
            .archived,
            .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed, .supervised, .reviewRequested,
            .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared, .maliciousRevoked, .merged,
            .unmerged, .memberAdded, .memberRemoved, .followedUp, .dissatisfied, .commandRejected, .commandWaiting, .flagged, .asked:
            break
        }
        if let fact = ClockFact(event) { Self.note(fact, in: &workOrderFacts) }
    }

    /// Notes what compensation said. Told twice, nothing changes.
    mutating func note(_ event: ClaimEvent) {
        switch event {
        case .settled(let event): noteClaim(ClockFact(.claimSettled, at: event.at))
        case .denied(let event): noteClaim(ClockFact(.claimDenied, at: event.at))
        case .declined(let event): noteClaim(ClockFact(.claimDeclined, at: event.at))
        case .proposed, .approved, .settlementRequested, .settlementFailed, .reversalRequested, .reversed, .reversalFailed,
            .commandRejected:
            break
        }
    }

    private mutating func noteClaim(_ fact: ClockFact) {
        var facts = claimFacts ?? []
        Self.note(fact, in: &facts)
        claimFacts = facts
    }

    /// Drops the facts that no clock of the complaint's policy asks for.
    mutating func keep(_ moments: ClockMomentSet) {
        if complaintFacts.contains(where: { !moments.contains($0.moment) }) {
            complaintFacts.removeAll { !moments.contains($0.moment) }
        }
        if workOrderFacts.contains(where: { !moments.contains($0.moment) }) {
            workOrderFacts.removeAll { !moments.contains($0.moment) }
        }
        if let facts = claimFacts, facts.contains(where: { !moments.contains($0.moment) }) {
            let kept = facts.filter { moments.contains($0.moment) }
            claimFacts = kept.isEmpty ? nil : kept
        }
        if let facts = appealFacts, facts.contains(where: { !moments.contains($0.moment) }) {
            let kept = facts.filter { moments.contains($0.moment) }
            appealFacts = kept.isEmpty ? nil : kept
        }
    }

    private static func note(_ fact: ClockFact, in facts: inout [ClockFact]) {
        if !facts.contains(fact) { facts.append(fact) }
    }
}

/// What was said of one threshold of one cycle, or of one grade of a sign.
struct Alarm: Hashable {
    let clock: ClockName
    let cycle: Int
    let threshold: Int
}

/// How an alarm stands: how often it was raised, and whether the last time is still to be called off.
struct AlarmStanding {
    let alarm: Alarm
    fileprivate(set) var raised: Int
    /// When it last went out.
    fileprivate(set) var firedAt: Instant
    fileprivate(set) var isOpen: Bool
}

extension ClockState {
    /// Every alarm of the file, in the order in which each was first raised.
    var alarms: [AlarmStanding] {
        var alarms: [AlarmStanding] = []
        for entry in fired {
            let alarm = Alarm(clock: entry.clock, cycle: entry.cycle, threshold: entry.threshold)
            if let index = alarms.firstIndex(where: { $0.alarm == alarm }) {
                alarms[index].isOpen = !entry.isOver
                if !entry.isOver {
                    alarms[index].raised += 1
                    alarms[index].firedAt = entry.firedAt
                }
            } else if !entry.isOver {
                alarms.append(AlarmStanding(alarm: alarm, raised: 1, firedAt: entry.firedAt, isOpen: true))
            }
        }
        return alarms
    }

    func hasFired(_ clock: ClockName, cycle: Int, threshold: Int) -> Bool {
        fired.contains { $0.threshold == threshold && $0.cycle == cycle && $0.clock == clock && !$0.isOver }
    }

    /// How an alarm stands; `nil` where it was never raised.
    func standing(of alarm: Alarm) -> AlarmStanding? {
        guard hasFired(alarm.clock, cycle: alarm.cycle, threshold: alarm.threshold) else { return nil }
        return alarms.first { $0.alarm == alarm }
    }

    /// The identity of an alert in words, `C2026…/answer/1/80`; one that is raised again, since its deadline had moved, ends in `/2`, `/3`.
    func identity(of alarm: Alarm, raised: Int) -> String {
        "\(complaint)/\(alarm.clock)/\(alarm.cycle)/\(alarm.threshold)" + (raised > 1 ? "/\(raised)" : "")
    }
}

/// An alert that went out, or that it is over: kept within the complaint's file, so that neither is said twice.
public struct FiredThreshold: Hashable, Sendable {
    public let clock: ClockName
    /// From 1.
    public let cycle: Int
    /// Per cent of the allowed time; of a sign, how often or after how many minutes.
    public let threshold: Int
    /// When the alert went out; of one that is over, when that was said.
    public let firedAt: Instant
    /// Whether this says that the alert is over.
    public let isOver: Bool

    init(clock: ClockName, cycle: Int, threshold: Int, firedAt: Instant, isOver: Bool = false) {
        self.clock = clock
        self.cycle = cycle
        self.threshold = threshold
        self.firedAt = firedAt
        self.isOver = isOver
    }
}

/// Written as one line of text, `answer/1/80 2026-10-02T16:00:00Z`; with a minus before the threshold where it says that the alert is over,
/// which the last release reads as a threshold of no rule, keeps and hands back.
extension FiredThreshold: LosslessStringConvertible, DocumentText {
    public var description: String { "\(clock)/\(cycle)/\(isOver ? "-" : "")\(threshold) \(firedAt)" }

    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let firedAt = Instant(stored: String(parts[1])) else { return nil }
        let identity = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard identity.count == 3 else { return nil }
        let isOver = identity[2].first == "-"
        guard let cycle = Int(digits: identity[1]), let threshold = Int(digits: isOver ? identity[2].dropFirst() : identity[2]) else {
            return nil
        }
        self.init(clock: ClockName(String(identity[0])), cycle: cycle, threshold: threshold, firedAt: firedAt, isOver: isOver)
    }
}
