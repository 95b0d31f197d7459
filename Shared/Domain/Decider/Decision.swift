/// What a decider answers: the new state, what happened, and when it wants to be woken.
public struct Decision<State, Event> {
    /// The state from now on; `nil` where the input leaves nothing to remember.
    public var state: State?
    /// What happened, in order; published once the state is stored.
    public var events: [Event]
    /// When the decider must be asked again without any message; `nil` for never.
    public var due: Instant?

    public init(state: State?, events: [Event] = [], due: Instant? = nil) {
        self.state = state
        self.events = events
        self.due = due
    }
}

extension Decision: Sendable where State: Sendable, Event: Sendable {}
extension Decision: Equatable where State: Equatable, Event: Equatable {}
