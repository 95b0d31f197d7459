/// A part of the business as a pure function: from a state, an input, the time and a policy to a new state and what happened.
///
/// Asked the same again, it answers the same; told what it already knows, it decides nothing.
public protocol Decider: Sendable {
    associatedtype State: DocumentValue & Equatable
    associatedtype Input: Sendable
    associatedtype Event: Sendable & Equatable
    associatedtype Policy: Sendable

    /// The input that stands for "the time you asked to be woken at has come".
    static var wake: Input { get }

    /// Decides one input. A refusal that the sender must hear of is an event; a `Fault` is for an input nobody can decide.
    static func decide(_ input: Input, given state: State?, in context: DecisionContext<Policy>) throws(Fault) -> Decision<State, Event>
}
