public import Contracts
public import Domain

/// What a service adds to the worker for one lane group: how to read its messages, and which decider decides them.
public protocol LaneHandler: Sendable {
    associatedtype State: DocumentValue
    associatedtype Input: Sendable

    var group: LaneGroup { get }

    /// The key of the state that a message key stands for: the line's token for a line, the number for a complaint.
    func stateKey(forMessageKey key: String) -> String

    /// Reads one event of a topic.
    /// - Throws: `Fault` where the message cannot be understood: its sender is answered by `refusal`, or it goes to the dead letters.
    func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<Input>

    /// Whether each of its states is about one complaint, whose events are then one flow.
    var followsOneComplaint: Bool { get }

    /// The event that tells the sender what is wrong with an event that cannot be read. Nothing of it was taken, and no state is asked.
    ///
    /// - Parameter id: the id of the answer.
    /// - Returns: `nil` where nobody listens for one; the message then goes to the dead letters.
    func refusal(of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant) -> OutboundEvent?

    /// The input that wakes a state whose time has come.
    func wake(key: String) -> Input

    /// Decides one input.
    /// - Throws: `Fault` where this input alone cannot be decided; it goes to the dead letters.
    func decide(_ input: Input, state: State?, companions: [CompanionRow], now: Instant, serial: Serial) throws(Fault) -> Outcome<State>
}

extension LaneHandler {
    public var followsOneComplaint: Bool { group.name == "complaint" }

    public func refusal(
        of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant
    ) -> OutboundEvent? { nil }
}

/// What deciding gives: what to store and what to publish.
public struct Outcome<State: DocumentValue>: Sendable {
    public var state: State?
    public var due: Instant?
    public var reference: String?
    public var events: [OutboundEvent]
    /// Keys whose sequences must be kept; `nil` keeps all.
    public var liveKeys: [String]?

    public init(state: State?, due: Instant? = nil, reference: String? = nil, events: [OutboundEvent] = [], liveKeys: [String]? = nil) {
        self.state = state
        self.due = due
        self.reference = reference
        self.events = events
        self.liveKeys = liveKeys
    }
}
