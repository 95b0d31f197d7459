/// Decides who is notified of what of a complaint, once each, and follows every message until it has arrived or is given up.
///
/// Inputs may come in any interleaving of their topics. Whom to tell, with which words, on which medium and in which hours is the policy's
/// to say (S039, S063, S070, S074, S089, S108); the text never holds personal data (S041, S115).
public enum NotificationDecider: Decider {
    public static var wake: NoticeInput { .wake }

    /// - Throws: a `Fault` when a policy that was never checked lacks a template, or when more happenings than `NoticeState.earlyLimit` wait
    ///   for a complaint nobody registered.
    public static func decide(
        _ input: NoticeInput, given state: NoticeState?, in context: DecisionContext<NotificationRules>
    ) throws(Fault) -> Decision<NoticeState, NoticeAct> {
        guard let file = state ?? input.complaint.map(NoticeState.init) else { return Decision(state: nil) }
        var transition = NoticeTransition(file: file, now: context.now, rules: context.policy, serial: context.serial)
        transition.file.note(input, by: context.policy)
        transition.noteForFollowUp(input)
        if case .receipt(let receipt, let identity) = input {
            transition.take(receipt, from: identity)
        }
        for cause in input.causes { try transition.take(cause) }
        transition.notifyOfWhatWaitedForTheContact()
        try transition.attendToTheDenial()
        try transition.attendToTheFollowUp()
        try transition.attendToWhatIsDue()
        let acts = transition.events.map { NoticeAct.notified($0) } + transition.collected.map { NoticeAct.collected($0) }
        return Decision(state: state == nil && transition.file.isBlank ? nil : transition.file, events: acts, due: transition.file.due)
    }
}

/// What reaches the lane of a complaint in notification.
public enum NoticeInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    case workOrder(WorkOrderEvent)
    case alert(ClockEvent)
    case claim(ClaimEvent)
    /// Many complaints of the same, told to units; its file is the risk's own.
    case risk(RiskAlert)
    case receipt(NotificationReceipt, CommandIdentity?)
    /// A customer asks, through a gateway, how the complaint stands.
    case progressRequested(ComplaintNumber, CommandIdentity)
    case wake

    /// The happenings somebody may have to be notified of.
    var causes: [NoticeCause] {
        switch self {
        case .complaint(let event): [NoticeCause(event), NoticeCause.appeal(event)].compactMap(\.self)
        case .workOrder(let event):
            [NoticeCause(event) ?? NoticeCause(handling: event), NoticeCause.contentment(event), NoticeCause.otherProblems(event)]
                .compactMap(\.self)
        case .alert(let event): [NoticeCause(event)].compactMap(\.self)
        case .claim(let event): [NoticeCause(event)].compactMap(\.self)
        case .risk(let alert): [NoticeCause(alert)]
        case .progressRequested(_, let identity): [NoticeCause.progressRequested(by: identity)]
        case .receipt, .wake: []
        }
    }
}

extension NoticeInput {
    /// The complaint it is about; `nil` for what opens no file.
    var complaint: ComplaintNumber? {
        switch self {
        case .complaint(let event): Self.complaint(of: event)
        case .workOrder(let event): event.complaint
        case .alert(let event): event.complaint
        case .claim(let event): event.complaint
        case .risk(let alert): ComplaintNumber(alert.risk)
        case .receipt, .progressRequested, .wake: nil
        }
    }

    private static func complaint(of event: ComplaintEvent) -> ComplaintNumber? {
        switch event {
        case .registered(let payload): payload.complaint
        case .informationRequired(let payload): payload.complaint
        case .supplemented(let payload): payload.complaint
        case .urged(let payload): payload.complaint
        case .withdrawn(let payload): payload.complaint
        case .exposed(let payload): payload.complaint
        case .flagged(let payload): payload.complaint
        case .feedbackGiven(let payload): payload.complaint
        case .contested(let payload): payload.complaint
        case .rejected: nil
        }
    }
}

/// What a channel gateway says became of a message.
public struct NotificationReceipt: Hashable, Sendable {
    /// How an attempt ended.
    public enum Outcome: String, Sendable, CaseIterable {
        case delivered
        case failed
    }
    public let notification: NoticeNumber
    public let outcome: Outcome
    /// Which attempt it is about; `nil` means the latest.
    public let attempt: Int?
    public let reason: Reason?
    public let at: Instant

    public init(notification: NoticeNumber, outcome: Outcome, attempt: Int? = nil, reason: Reason?, at: Instant) {
        self.notification = notification
        self.outcome = outcome
        self.attempt = attempt
        self.reason = reason
        self.at = at
    }
}

/// What comes of an input about a complaint.
public enum NoticeAct: Hashable, Sendable {
    /// An event for the outside.
    case notified(NoticeEvent)
    /// A notice for a unit's next digest.
    case collected(StaffNotice)
}
