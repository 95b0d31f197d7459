/// What reaches the lane of a complaint at dispatch, in any interleaving of its topics.
public enum DispatchInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    /// What a desk asks, of which complaint, and under which identity a refusal goes back.
    case command(WorkOrderCommand, of: ComplaintNumber, CommandIdentity)
    /// A command that could be read only as far as who sent it and of what; the sender is told what is wrong.
    case malformedCommand(Fault, of: ComplaintNumber, CommandIdentity)
    /// What the dispatch of another complaint says about their merger.
    case merger(MergerMessage)
    case alert(ClockEvent)
    case claim(ClaimEvent)
    case wake
}
