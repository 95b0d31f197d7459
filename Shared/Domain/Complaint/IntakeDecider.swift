/// Decides what reaches the lane of a line: complaints are checked, numbered and classified; what belongs to an open one joins it.
///
/// Refusals go back to the gateway as `rejected`, never as an error. The file knows which complaints are archived only as far as the
/// input tells it; until it is told, a complaint counts as open, and a new one in the same matter is an urge.
public enum IntakeDecider: Decider {
    public static var wake: IntakeInput {
        IntakeInput(
            content: .wake, line: LineReference(token: "", masked: ""), eventType: "", eventSource: "", eventID: "", archived: [:])
    }

    public static func decide(
        _ input: IntakeInput, given state: LineState?, in context: DecisionContext<IntakeRules>
    ) -> Decision<LineState, ComplaintEvent> {
        let policy = context.policy.intake
        var file = state ?? LineState()
        file.note(archived: input.archived)

        var transition = IntakeTransition(file: file, paid: input.paid, origin: input.origin, context: context)
        var events = transition.settleDoubts()
        // A refused input leaves the file as it was before it.
        file = transition.file
        do {
            events += try transition.take(input.content)
            file = transition.file
        } catch {
            transition.file = file
            events.append(
                .rejected(
                    IntakeRejected(
                        line: input.line, eventType: input.eventType, eventSource: input.eventSource, eventID: input.eventID,
                        fault: error, at: context.now)))
        }
        let due = transition.doubtsDue
        file.prune(closedBefore: context.now.adding(.zero - policy.repeatWindow.value.duration - policy.repeatMargin.value.duration))
        return Decision(state: file.complaints.isEmpty ? nil : file, events: events, due: due)
    }
}
