/// One happening that may have to be told, with all that its templates may say.
public struct NoticeCause: Hashable, Sendable {
    public let trigger: NoticeTrigger
    /// What tells this happening from others of its trigger: a count, a number, a time; `1` where there is but one. The same happening
    /// always has the same.
    public let key: String
    public internal(set) var values: [String: NoticeValue]
    /// The unit the happening names, where it names one.
    public let unit: Unit?
    /// Who else is to be told by the happening itself, where it says so.
    public let others: [Unit]
    /// The answer, where this is one.
    public let enclosure: SealedText?
    /// Of which kinds it is, where rules tell them apart: an alert's clock and grade, a work order's priority.
    public internal(set) var scopes: [String]

    init(
        _ trigger: NoticeTrigger, _ key: String = "1", _ values: [String: NoticeValue] = [:], unit: Unit? = nil, others: [Unit] = [],
        enclosure: SealedText? = nil, scopes: [String] = []
    ) {
        self.trigger = trigger
        self.key = key
        self.values = values
        self.unit = unit
        self.others = others
        self.enclosure = enclosure
        self.scopes = scopes
    }

    /// The kind of a word that names another problem than the complaint's.
    static let otherProblems = "other-problems"

    /// Whether it is a word of the customer's for the unit that has the complaint; before there is one, whoever takes it on reads all there is.
    var isForWhoeverHasIt: Bool { trigger == .supplemented || trigger == .feedbackGiven }

    /// Which happening it is: nobody is notified of the same twice.
    var identity: NoticeIdentity { NoticeIdentity(trigger, key) }
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
        case .exposed(let payload):
            self.init(.exposed, Self.key(payload.at), [:], scopes: payload.major ? ["major"] : [])
        case .flagged(let payload):
            self.init(.flagged, Self.key(payload.at), ["unit": .word(payload.reportTo)], unit: payload.reportTo)
        case .supplemented(let payload): self.init(.supplemented, Self.key(payload.at))
        // What follows of it is dispatch's to say, and told from there.
        case .feedbackGiven(let payload):
            self.init(.feedbackGiven, Self.key(payload.at), scopes: payload.feedback.otherProblems == true ? [Self.otherProblems] : [])
        case .contested, .rejected: return nil
        }
    }

    init?(_ event: WorkOrderEvent) {
        switch event {
        case .dispatched(let payload):
            self.init(
                .dispatched, "1",
                [
                    "workOrder": .text(payload.workOrder.rawValue), "unit": .word(payload.unit), "priority": .number(payload.priority),
                    "category": .word(payload.category), "province": .word(payload.province),
                ], unit: payload.unit, scopes: [String(payload.priority)])
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
        case .flagged(let payload):
            self.init(
                .workOrderFlagged, Self.key(payload.at),
                [
                    "workOrder": .text(payload.workOrder.rawValue), "unit": .word(payload.unit),
                    "priority": .text(payload.priority.map { String($0) } ?? ""),
                ], unit: payload.unit)
        case .escalated(let payload):
            self.init(
                .escalated, Self.key(payload.alert, of: payload.complaint),
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
            self.init(
                payload.review == nil ? .customerTold : .reviewAnswered, Self.key(payload.answer), payload.workOrder,
                enclosure: payload.answer)
        case .archived(let payload):
            guard payload.outcome == .answered else { return nil }
            self.init(.archived, "1", payload.workOrder)
        case .liabilityFound, .answerApproved, .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed,
            .supervised, .reviewRequested, .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared,
            .maliciousRevoked, .merged, .unmerged, .memberAdded, .memberRemoved, .entrusted, .followedUp, .dissatisfied, .customerUntold,
            .appealStepRecorded,
            .commandRejected, .commandWaiting, .asked:
            return nil
        }
    }

    init?(_ event: ClockEvent) {
        switch event {
        case .warned(let alert): self.init(.warned, alert)
        case .breached(let alert): self.init(.breached, alert)
        case .abnormal(let alert):
            self.init(
                .abnormal, Self.key(alert.alert, of: alert.complaint),
                [
                    "sign": .word(alert.sign), "level": .number(alert.level), "category": .word(alert.category),
                    "province": .word(alert.province), "rule": .text(alert.rule),
                ], unit: alert.unit, others: alert.to ?? [], scopes: [alert.sign.rawValue, "level-\(alert.level)"])
        // That an alarm is over is for monitoring consumers.
        case .cleared: return nil
        }
    }

    private init(_ trigger: NoticeTrigger, _ key: String, _ workOrder: WorkOrderNumber, enclosure: SealedText? = nil) {
        self.init(trigger, key, ["workOrder": .text(workOrder.rawValue)], enclosure: enclosure)
    }

    private init(_ trigger: NoticeTrigger, _ alert: Alert) {
        self.init(
            trigger, Self.key(alert.alert, of: alert.complaint),
            [
                "clock": .word(alert.clock), "dueAt": .time(alert.dueAt), "threshold": .number(alert.threshold),
                "category": .word(alert.category), "province": .word(alert.province), "rule": .text(alert.rule),
            ], unit: alert.unit, others: alert.to ?? [], scopes: [alert.clock.rawValue])
    }

    static func key(_ at: Instant) -> String { NoticeShorthand.text(at) }

    /// Answers are told apart without being kept.
    static func key(_ answer: SealedText) -> String { NoticeShorthand.digest(answer.ciphertext) }

    /// An alert without the complaint it is about.
    private static func key(_ alert: String, of complaint: ComplaintNumber) -> String {
        alert.hasPrefix(complaint.rawValue + "/") ? String(alert.dropFirst(complaint.rawValue.count + 1)) : alert
    }

    /// A claim without the complaint it is of.
    static func key(_ claim: ClaimNumber, of complaint: ComplaintNumber) -> String {
        let prefix = "R" + complaint.rawValue.dropFirst() + "-"
        return claim.rawValue.hasPrefix(prefix) ? "-" + claim.rawValue.dropFirst(prefix.count) : claim.rawValue
    }
}

/// How a cause waits in a file for the complaint's registration: names of one letter.
extension NoticeCause: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        let text: String = try fields.required("d")
        let identity = text.split(separator: ":", maxSplits: 1)
        self.init(
            try NoticeTrigger(code: identity.first ?? ""), identity.count == 2 ? String(identity[1]) : "1", try fields.optional("v") ?? [:],
            unit: try fields.optional("u"), others: try fields.optional("t") ?? [], enclosure: try fields.optional("x"),
            scopes: try fields.optional("s") ?? [])
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("d", identity.text)
        if !values.isEmpty { writer.write("v", values) }
        writer.write("u", unit)
        if !others.isEmpty { writer.write("t", others) }
        writer.write("x", enclosure)
        if !scopes.isEmpty { writer.write("s", scopes) }
    }
}
