/// Decides who is told what of a complaint, once each, and follows every message until it has arrived or is given up.
///
/// Inputs may come in any interleaving of their topics. Whom to tell, with which words, on which medium and in which hours is the policy's
/// to say (S039, S063, S070, S074, S089, S108); the text never holds personal data (S041, S115).
public enum NotificationDecider: Decider {
    public static var wake: NoticeInput { .wake }

    /// - Throws: a `Fault` when a policy that was never checked lacks a template, or when more happenings than `NoticeFile.earlyLimit` wait
    ///   for a complaint nobody registered.
    public static func decide(
        _ input: NoticeInput, given state: NoticeFile?, in context: DecisionContext<NotificationRules>
    ) throws(Fault) -> Decision<NoticeFile, NoticeEvent> {
        guard let file = state ?? input.complaint.map(NoticeFile.init) else { return Decision(state: nil) }
        var desk = NoticeDesk(file: file, now: context.now, rules: context.policy)
        desk.file.note(input)
        if case .receipt(let receipt, let identity) = input {
            desk.take(receipt, from: identity)
        }
        if let cause = input.cause {
            try desk.take(cause)
        }
        try desk.tellWhatWaitedForTheContact()
        try desk.attendToWhatIsDue()
        return Decision(state: desk.file, events: desk.events, due: desk.file.due)
    }
}
