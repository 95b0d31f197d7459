/// Decides what reaches the lane of a complaint: who solves it, how far it has come, when it is archived.
///
/// The topics have no order among them. What comes before the complaint is registered waits for it; what comes after it is archived
/// changes nothing any more. A refused command is an event for its sender, never an error.
public enum DispatchDecider: Decider {
    public static var wake: DispatchInput { .wake }

    public static func decide(
        _ input: DispatchInput, given state: WorkOrder?, in context: DecisionContext<DispatchRules>
    ) -> Decision<WorkOrder, WorkOrderEvent> {
        var transition = DispatchTransition(state: state, context: context)
        transition.take(input)
        return Decision(state: transition.state, events: transition.events, due: transition.due)
    }
}
