import Domain

/// Intake at work once more on complaints that it has registered before, each line with a file of its own.
struct PastIntake {
    /// What intake makes of one past complaint.
    struct Verdict {
        let complaint: ComplaintNumber
        let event: ComplaintEvent
    }

    private(set) var verdicts: [Verdict] = []
    private let rules: IntakeRules
    private var files: [LineToken: LineState] = [:]
    private var lines: [ComplaintNumber: LineReference] = [:]
    /// The numbers that complaints get here, by those they had.
    private var numbers: [ComplaintNumber: ComplaintNumber] = [:]
    private var archived: [LineToken: [ComplaintNumber: Instant]] = [:]
    private var serial: Int64 = 0

    /// What follows from the line's other complaints, and is judged again.
    private static let judged: Set<Flag> = [.escalated, .skipLevel]

    init(rules: IntakeRules) {
        self.rules = rules
    }

    /// Takes the next fact; they come in the order of their times.
    mutating func take(_ fact: PastFact) {
        switch fact.content {
        case .complaint(.registered(let event)): submit(event, at: fact.at)
        case .complaint(.withdrawn): withdraw(fact.complaint, at: fact.at)
        case .workOrder(.archived(let event)):
            guard let line = lines[fact.complaint], let number = numbers[fact.complaint] else { return }
            archived[line.token, default: [:]][number] = event.at
        default: break
        }
    }

    private mutating func submit(_ event: ComplaintRegistered, at time: Instant) {
        guard lines.updateValue(event.line, forKey: event.complaint) == nil else { return }
        let submission = Submission(
            line: event.line, channel: event.channel, province: event.province, category: event.category, language: event.language,
            personal: event.personal, given: Set(RequiredField.allCases.map(\.rawValue)), receivedAt: event.receivedAt,
            flags: event.flags.filter { !Self.judged.contains($0) }, disputedAmount: event.disputedAmount,
            settledOnSpot: event.settledOnSpot)
        guard let first = decide(.submission(submission), on: event.line, at: time).first else { return }
        if case .registered(let registered) = first { numbers[event.complaint] = registered.complaint }
        verdicts.append(Verdict(complaint: event.complaint, event: first))
    }

    private mutating func withdraw(_ complaint: ComplaintNumber, at time: Instant) {
        guard let line = lines[complaint], let number = numbers[complaint] else { return }
        _ = decide(.withdrawal(complaint: number), on: line, at: time)
    }

    private mutating func decide(_ content: IntakeInput.Content, on line: LineReference, at time: Instant) -> [ComplaintEvent] {
        serial += 1
        let input = IntakeInput(
            content: content, line: line, eventType: "", eventSource: "", eventID: "", archived: archived[line.token] ?? [:])
        let decision = IntakeDecider.decide(
            input, given: files[line.token],
            in: DecisionContext(now: time, policy: rules, serial: Serial(lane: 0, number: serial)))
        files[line.token] = decision.state
        return decision.events
    }
}
