import Contracts
import Domain
import OperatorService
import Runtime

/// What customers say after they have complained: they urge, add, withdraw, go to the media, give feedback and appeal.
struct EagerCustomers: Player {
    private let lines: [LineToken: String]
    private var linesOfComplaints: [ComplaintNumber: String] = [:]
    private var done: Set<String> = []
    private var written = 0

    /// - Parameter submissions: what was complained of; each line is known by its token from then on.
    /// - Throws: a `Fault` where a line is none.
    init(_ submissions: [Intention], _ sealing: SealingGuard) throws(Fault) {
        var lines: [LineToken: String] = [:]
        for line in Set(submissions.map(\.message.key)) {
            lines[try IntakeReader.read(Self.word(.urged, line).event(id: "token"), guard: sealing).line.token] = line
        }
        self.lines = lines
    }

    mutating func respond(to fact: Fact) -> [Intention] {
        switch fact {
        case .complaint(.registered(let fact)):
            linesOfComplaints[fact.complaint] = lines[fact.line.token]
            return fact.settledOnSpot ? [] : follow(fact.complaint, at: fact.registeredAt)
        case .workOrder(.customerTold(let fact)):
            return say(.feedbackGiven, fact.complaint, oneIn: 3, after: 1...30, at: fact.at) { word in
                word.feedback = Feedback(satisfaction: 2, resolved: false, wantsReview: nil)
            }
        case .workOrder(.archived(let fact)): return appeal(fact)
        default: return []
        }
    }

    private mutating func follow(_ complaint: ComplaintNumber, at now: Instant) -> [Intention] {
        say(.urged, complaint, oneIn: 3, after: 3...30, at: now)
            + say(.supplemented, complaint, oneIn: 4, after: 2...40, at: now) { $0.description = "it happened before, too" }
            + say(.exposed, complaint, oneIn: 6, after: 2...40, at: now) { word in
                word.details = SubmissionDetails(exposure: Exposure(medium: .newMedia, reference: "PRESS-1"))
            } + say(.withdrawn, complaint, oneIn: 8, after: 1...60, at: now)
    }

    private mutating func say(
        _ type: IntakeType, _ complaint: ComplaintNumber, oneIn odds: Int, after hours: ClosedRange<Int>, at now: Instant,
        _ complete: (inout IntakeSubmission) -> Void = { _ in }
    ) -> [Intention] {
        guard let line = linesOfComplaints[complaint], decide(type.rawValue, complaint, oneIn: odds) else { return [] }
        let time = now.adding(Dice.hours(type.rawValue, of: complaint.rawValue, in: hours))
        var word = Self.word(type, line)
        word.complaint = complaint
        word.receivedAt = time
        complete(&word)
        return [intention(word, at: time, from: type == .exposed ? .regulatorDesk : .gateway)]
    }

    /// An appeal in writing with all that Order 35 asks for.
    private mutating func appeal(_ fact: WorkOrderArchived) -> [Intention] {
        guard fact.outcome == .answered, let line = linesOfComplaints[fact.complaint], decide("appeal", fact.complaint, oneIn: 4) else {
            return []
        }
        let time = fact.at.adding(Dice.hours("appeal", of: fact.complaint.rawValue, in: 30...200))
        let today = time.day(at: YearCalendar.offset)
        var word = Self.word(.appealed, line)
        word.channel = "miit"
        word.demand = "put it right"
        word.address = "1 Long Street"
        word.postcode = "100000"
        word.respondentAddress = "2 Long Street"
        word.details = SubmissionDetails(
            duties: [DutyDone(duty: "referral-archived", reference: "REF-1")], takenBy: "regulators-desk-1")
        word.receivedAt = time
        var appeal = Appeal()
        appeal.caseNumber = "A-\(fact.complaint)"
        appeal.date = today
        appeal.respondent = "the operator"
        appeal.interest = .own
        appeal.aboutService = true
        appeal.target = .operator
        appeal.complainedFirst = true
        appeal.complainedOn = today.adding(days: -60)
        appeal.satisfied = false
        appeal.arisenOn = today.adding(days: -60)
        word.appeal = appeal
        return [intention(word, at: time, from: .regulatorDesk)]
    }

    private mutating func decide(_ what: String, _ complaint: ComplaintNumber, oneIn odds: Int) -> Bool {
        Dice.roll("eager \(what)", of: complaint.rawValue, sides: odds) == 0 && done.insert("\(what) \(complaint)").inserted
    }

    private static func word(_ type: IntakeType, _ line: String) -> IntakeSubmission {
        var word = IntakeSubmission(type, line: line)
        word.channel = "hotline"
        word.province = "CN-JS"
        word.category = "billing"
        word.customer = "customer"
        word.contact = line
        word.description = "what happened"
        return word
    }

    private mutating func intention(_ word: IntakeSubmission, at time: Instant, from party: Party) -> Intention {
        written += 1
        var event = word.event(id: "w-\(written)", source: party.source, time: time)
        event.traceParent = Trace.parent(written, of: .further)
        return Intention(at: time, message: OutsideMessage(event, key: word.line))
    }
}
