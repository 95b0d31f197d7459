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
