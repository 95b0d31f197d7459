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

/// All that a decision may know beyond its state and its input.
public struct DecisionContext<Policy: Sendable>: Sendable {
    public let now: Instant
    public let policy: Policy
    public let serial: Serial

    public init(now: Instant, policy: Policy, serial: Serial) {
        self.now = now
        self.policy = policy
        self.serial = serial
    }
}

/// A number that its lane gives out once and never again: what numbers of complaints, work orders and claims are made from.
public struct Serial: Hashable, Sendable {
    /// The lane, 0 to 999.
    public let lane: Int
    /// Rises with each decided input of the lane; from 1.
    public let number: Int64

    public init(lane: Int, number: Int64) {
        self.lane = lane
        self.number = number
    }

    /// `003000127`: three digits of the lane, then at least six of the number.
    public var digits: String {
        Self.padded(String(lane), to: 3) + Self.padded(String(number), to: 6)
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

/// Who commands, and under which CloudEvents identity, so that a refusal can be sent back and a repetition be known.
public struct CommandIdentity: Hashable, Sendable {
    public let type: String
    public let source: String
    public let id: String
    public let actor: ActorID

    public init(type: String, source: String, id: String, actor: ActorID) {
        self.type = type
        self.source = source
        self.id = id
        self.actor = actor
    }
}

extension CommandIdentity: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        type = try fields.required("type")
        source = try fields.required("source")
        id = try fields.required("id")
        actor = try fields.required("actor")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("type", type)
        writer.write("source", source)
        writer.write("id", id)
        writer.write("actor", actor)
    }
}
