import Contracts
import Domain

/// What the topics say happened, counted by one who only reads them.
struct Tally {
    /// How far a complaint has come and what befell it.
    struct Course: Sendable, Equatable {
        var status: WorkOrderStatus = .unregistered
        var isHeld = false
        var isTransferred = false
        var isReturned = false
        var isEscalated = false
        var isSettled = false
        var wasApproved = false
        var warnings = 0
        var breaches = 0
    }

    /// Messages on the intake topic, those sent twice counted twice.
    private(set) var intakeMessages = 0
    private(set) var submissions: Set<String> = []
    private(set) var lines: [LineToken: ComplaintNumber] = [:]
    private(set) var courses: [ComplaintNumber: Course] = [:]
    private(set) var incomplete: Set<ComplaintNumber> = []
    private(set) var counts: [Kind: Int] = [:]
    /// The last alerts, the newest last.
    private(set) var alerts: [Alert] = []
    private var seen: Set<String> = []

    /// What is counted.
    enum Kind: String, Sendable, CaseIterable {
        case registered, rejected, urged
        case dispatched, answered, archived, refused, escalated
        case warned, breached
        case proposed, awaitingApproval, declined, denied, settlementRequested, settled, settlementFailed
        case requested, delivered, abandoned
        case deadLetters
    }

    /// How many alerts are remembered.
    private static let remembered = 200

    subscript(kind: Kind) -> Int { counts[kind, default: 0] }

    /// Complaints sent twice, and each counted once.
    var duplicates: Int { intakeMessages - submissions.count }
    var alertCount: Int { self[.warned] + self[.breached] }
    /// Submissions of which something became.
    var accounted: Int { self[.registered] + incomplete.count + self[.rejected] + self[.urged] }
    var open: Int { courses.values.count { $0.status != .archived } }

    func number(with status: WorkOrderStatus) -> Int { courses.values.count { $0.status == status } }

    /// Counts a fact; `false` for one that was counted before.
    mutating func count(_ received: Fact.Received) -> Bool {
        guard received.identity.isEmpty || seen.insert(received.identity).inserted else { return false }
        switch received.fact {
        case .intake(let source, let id):
            intakeMessages += 1
            submissions.insert(source + "|" + id)
        case .complaint(let event): count(event)
        case .workOrder(let event): count(event)
        case .alert(let event): count(event)
        case .risk: break
        case .claim(let event): count(event)
        case .notice(let event): count(event)
        case .deadLetter: add(.deadLetters)
        }
        return true
    }

    private mutating func add(_ kind: Kind) { counts[kind, default: 0] += 1 }

    private mutating func count(_ event: ComplaintEvent) {
        switch event {
        case .registered(let fact):
            add(.registered)
            lines[fact.line.token] = fact.complaint
            incomplete.remove(fact.complaint)
            if courses[fact.complaint] == nil { courses[fact.complaint] = Course() }
        case .informationRequired(let fact): incomplete.insert(fact.complaint)
        case .rejected: add(.rejected)
        case .urged: add(.urged)
        case .supplemented, .withdrawn, .exposed, .flagged, .feedbackGiven, .contested: break
        }
    }

    private mutating func count(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let fact):
            add(.dispatched)
            move(fact.complaint, to: .dispatched)
        case .accepted(let fact): move(fact.complaint, to: .accepted)
        case .transferred(let fact): move(fact.complaint, to: .dispatched) { $0.isTransferred = true }
        case .held(let fact): move(fact.complaint, to: .held) { $0.isHeld = true }
        case .resumed(let fact): move(fact.complaint, to: .accepted)
        case .answered(let fact):
            if courses[fact.complaint]?.isReturned != true { add(.answered) }
            move(fact.complaint, to: .answered)
        case .answerApproved(let fact): move(fact.complaint, to: .answerApproved)
        case .customerUntold(let fact): move(fact.complaint, to: .answerApproved)
        case .answerReturned(let fact): move(fact.complaint, to: .accepted) { $0.isReturned = true }
        case .customerTold(let fact): move(fact.complaint, to: .customerTold)
        case .escalated(let fact):
            add(.escalated)
            courses[fact.complaint, default: Course()].isEscalated = true
        case .archived(let fact):
            add(.archived)
            move(fact.complaint, to: .archived)
        case .commandRejected: add(.refused)
        case .liabilityFound, .urged, .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed,
            .supervised, .reviewRequested, .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared,
            .maliciousRevoked, .merged, .unmerged, .memberAdded, .memberRemoved, .entrusted, .followedUp, .dissatisfied,
            .appealStepRecorded,
            .commandWaiting, .flagged, .asked:
            break
        }
    }

    private mutating func move(_ complaint: ComplaintNumber, to status: WorkOrderStatus, _ note: (inout Course) -> Void = { _ in }) {
        courses[complaint, default: Course()].status = status
        note(&courses[complaint, default: Course()])
    }

    private mutating func count(_ event: ClockEvent) {
        switch event {
        case .warned(let alert):
            add(.warned)
            courses[alert.complaint, default: Course()].warnings += 1
        case .breached(let alert):
            add(.breached)
            courses[alert.complaint, default: Course()].breaches += 1
        case .abnormal, .cleared: break
        }
        if let alert = event.alert { alerts.append(alert) }
        alerts.removeFirst(max(0, alerts.count - Self.remembered))
    }

    private mutating func count(_ event: ClaimEvent) {
        switch event {
        case .proposed(let claim):
            add(.proposed)
            if claim.approvalRequired { add(.awaitingApproval) }
        case .approved(let claim) where claim.by != nil: courses[claim.complaint, default: Course()].wasApproved = true
        case .approved: break
        case .declined: add(.declined)
        case .denied: add(.denied)
        case .settlementRequested: add(.settlementRequested)
        case .settled(let claim):
            add(.settled)
            courses[claim.complaint, default: Course()].isSettled = true
        case .settlementFailed: add(.settlementFailed)
        case .reversalRequested, .reversed, .reversalFailed: break
        case .commandRejected: add(.refused)
        }
    }

    private mutating func count(_ event: NoticeEvent) {
        switch event {
        case .requested: add(.requested)
        case .delivered: add(.delivered)
        case .abandoned: add(.abandoned)
        case .customerUnreached, .digestRequested, .receiptRejected: break
        }
    }
}
