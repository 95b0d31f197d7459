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
    ) throws(Fault) -> Decision<NoticeFile, NoticeAct> {
        guard let file = state ?? input.complaint.map(NoticeFile.init) else { return Decision(state: nil) }
        var desk = NoticeDesk(file: file, now: context.now, rules: context.policy, serial: context.serial)
        desk.file.note(input, by: context.policy)
        desk.noteForFollowUp(input)
        if case .receipt(let receipt, let identity) = input {
            desk.take(receipt, from: identity)
        }
        for cause in input.causes { try desk.take(cause) }
        desk.tellWhatWaitedForTheContact()
        try desk.attendToTheDenial()
        try desk.attendToTheFollowUp()
        try desk.attendToWhatIsDue()
        let acts = desk.events.map { NoticeAct.told($0) } + desk.collected.map { NoticeAct.collected($0) }
        return Decision(state: state == nil && desk.file.isBlank ? nil : desk.file, events: acts, due: desk.file.due)
    }
}
