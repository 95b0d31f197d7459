/// What reaches the lane of a complaint at dispatch, in any interleaving of its topics.
public enum DispatchInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    /// What a desk asks, of which complaint, and under which identity a refusal goes back.
    case command(WorkOrderCommand, of: ComplaintNumber, CommandIdentity)
    case alert(ClockEvent)
    case claim(ClaimEvent)
    case wake
}
