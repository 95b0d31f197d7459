/// Decides what reaches the lane of a complaint at compensation: what is owed, who approves it, whether billing has paid (S090, S108, S198).
///
/// The topics have no order among them: a finding that comes before its complaint waits for it. A refused command is an event for its
/// sender, never an error. Time alone moves a settlement only when the decider is woken.
public enum CompensationDecider: Decider {
    public static var wake: CompensationInput { .wake }

    /// - Throws: a `Fault` when more findings than `WaitingFindings.limit` wait for a complaint nobody registered.
    public static func decide(
        _ input: CompensationInput, given state: Compensation?, in context: DecisionContext<PolicyVersions<CompensationRules>>
    ) throws(Fault) -> Decision<Compensation, ClaimEvent> {
        var transition = CompensationTransition(state: state, context: context)
        try transition.take(input)
        return Decision(state: transition.state, events: transition.events, due: transition.due)
    }
}
