/// What reaches the lane of a complaint at compensation, in any interleaving of its topics.
public enum CompensationInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    case workOrder(WorkOrderEvent)
    /// A deadline was missed.
    case breach(Alert)
    /// What an approver or billing says, of which complaint, and under which identity a refusal goes back.
    case command(ClaimCommand, of: ComplaintNumber, CommandIdentity)
    /// A command that could be read only as far as who sent it and of what; the sender is told what is wrong.
    case malformedCommand(Fault, of: ComplaintNumber, CommandIdentity)
    case wake
}
