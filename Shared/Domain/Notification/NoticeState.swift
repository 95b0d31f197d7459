/// What notification remembers of one complaint: how to reach the customer, what was told, and what is on its way.
///
/// There is one for every complaint and it is written with most of its events, so it holds nothing that can be told from the rest.
public struct NoticeState: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// `nil` until intake's event has come; other topics may be faster.
    public internal(set) var contact: NoticeContact?
    /// The unit the work order is with.
    public internal(set) var responsible: Unit?
    public internal(set) var firstContact: Unit?
    /// How far the complaint has come; `nil` before anybody is at work on it.
    public internal(set) var stage: NoticeStage?
    /// What the customer is to be told that the operator is sorry for.
    public internal(set) var regret = Regret()
    /// Every happening that mattered, each once: nobody is notified of it again.
    var taken: [NoticeIdentity] = []
    /// What customers are to be told once it is known how to reach them.
    public internal(set) var early: [NoticeCause] = []
    public internal(set) var open: [NoticeDelivery] = []
    /// How many messages this complaint has had; numbers the next one.
    public internal(set) var count = 0
    /// How many of them went to the customer on the last day with any that counts.
    var today: DailyCount?
    /// A refusal of money that the customer has not been told yet.
    var denial: NoticeCause?
    /// The asking whether it is really settled, while it is due.
    var followUp: FollowUp?

    /// How many causes may wait for intake's event. Order is lost only between topics, so a few are the rule.
    static let earlyLimit = 32

    init(complaint: ComplaintNumber) {
        self.complaint = complaint
    }

    /// When somebody has to look at this file without any message; `nil` for never.
    public var due: Instant? {
        // A question asked afterwards waits for the customer's address as all else does.
        let following = contact == nil ? nil : followUp?.due
        return (open.map(\.due) + [following].compactMap(\.self)).min()
    }

    /// Whether there is nothing in it that a later input could need.
    var isBlank: Bool { self == NoticeState(complaint: complaint) }

    /// The number of a message, such as `C20260302003000127-N1`.
    func number(_ index: Int) -> NoticeNumber { NoticeNumber(complaint.rawValue + "-N" + String(index)) }

    /// Whether a receipt is about a message that is still on its way; others are ignored, and worth counting.
    public func expects(_ receipt: NotificationReceipt) -> Bool { place(of: receipt) != nil }

    func place(of receipt: NotificationReceipt) -> Int? {
        open.firstIndex { $0.attempts > 0 && number($0.index) == receipt.notification }
    }

    func has(_ trigger: NoticeTrigger) -> Bool { taken.contains { $0.isOf(trigger) } }

    /// Remembers a happening; `false` where it is known.
    mutating func remember(_ identity: NoticeIdentity) -> Bool {
        guard !taken.contains(identity) else { return false }
        taken.append(identity)
        return true
    }
}

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
        case .urged, .exposed, .flagged, .feedbackGiven, .contested, .rejected: break
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
        case .reviewRequested(let payload):
            responsible = payload.unit
            // What is said while it is looked at again is to the point, though the complaint was archived.
            if payload.of != nil { taken.removeAll { $0.isOf(.archived) } }
        case .liabilityFound(let payload): regret.isAtFault = payload.liability == .operatorAtFault
        case .held, .resumed, .answered, .answerApproved, .answerReturned, .customerTold, .urged, .escalated, .archived,
            .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed, .supervised,
            .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared, .maliciousRevoked, .merged,
            .unmerged, .memberAdded, .memberRemoved, .followedUp, .dissatisfied, .customerUntold, .appealStepRecorded, .commandRejected,
            .commandWaiting,
            .flagged, .asked:
            break
        }
        if stage != .withdrawn, let next = NoticeStage.after(event) { stage = next }
    }

    private mutating func note(_ event: ClockEvent, by rules: NotificationRules) {
        if case .breached(let alert) = event, rules.notification.lateClocks?.value.contains(alert.clock) == true { regret.isLate = true }
    }
}

/// How a file is stored: names of one letter, and lists of words in one text.
extension NoticeState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        // What former releases wrote in place of `c`.
        guard !fields.has("complaint") else {
            self = try EarlierNoticeState(fields: &fields).file
            return
        }
        complaint = try fields.required("c")
        contact = try fields.optional("k")
        responsible = try fields.optional("r")
        firstContact = try fields.optional("f")
        if let code: String = try fields.optional("s") { stage = try NoticeStage(code: code) }
        regret = Regret(stored: try fields.optional("a") ?? "")
        if let marks: String = try fields.optional("h") { taken = marks.split(separator: " ").map { NoticeIdentity(stored: $0) } }
        early = try fields.optional("e") ?? []
        open = try fields.optional("o") ?? []
        count = try fields.optional("n") ?? 0
        if let count: Int64 = try fields.optional("d") { today = DailyCount(stored: count) }
        denial = try fields.optional("w")
        if let asking: String = try fields.optional("u") { followUp = try FollowUp(stored: asking) }
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("c", complaint)
        writer.write("k", contact)
        writer.write("r", responsible)
        writer.write("f", firstContact)
        writer.write("s", stage?.code)
        writer.write("a", regret.stored)
        if !taken.isEmpty { writer.write("h", taken.map { $0.text }.joined(separator: " ")) }
        if !early.isEmpty { writer.write("e", early) }
        if !open.isEmpty { writer.write("o", open) }
        if count > 0 { writer.write("n", count) }
        writer.write("d", today?.stored)
        writer.write("w", denial)
        writer.write("u", followUp?.stored)
    }
}

/// The asking afterwards whether it is really settled, while it is not done (S109, S199).
struct FollowUp: Hashable, Sendable {
    /// How often somebody was asked to call the customer.
    var asked: Int
    /// When the next is due: the first call, another, or, after the last, the question in writing.
    var due: Instant

    var stored: String { String(asked) + " " + NoticeShorthand.text(due) }

    init(asked: Int, due: Instant) {
        self.asked = asked
        self.due = due
    }

    init(stored text: String) throws(Fault) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let asked = Int(digits: parts[0]) else { throw Fault.meaningless }
        self.asked = asked
        due = try NoticeShorthand.instant(parts[1])
    }
}

/// How many messages a customer has had on one day.
///
/// A complaint counts for itself: whoever complains again of a line with an open complaint urges that one (S058), so a customer rarely has two.
struct DailyCount: Hashable, Sendable {
    /// Days since 1 January 1970, where the policy's clocks stand.
    var day: Int64
    var count: Int

    /// In one number, the count its last three digits.
    var stored: Int64 { day * 1000 + Int64(min(count, 999)) }

    init(day: Int64, count: Int) {
        self.day = day
        self.count = count
    }

    init(stored: Int64) {
        day = stored / 1000
        count = Int(stored % 1000)
    }
}
