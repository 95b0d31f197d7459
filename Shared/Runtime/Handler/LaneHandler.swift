public import Contracts
public import Domain
public import Foundation

/// What a service adds to the worker for one lane group: how to read its messages, and which decider decides them.
public protocol LaneHandler: Sendable {
    associatedtype State: Codable & Sendable
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
    /// - Throws: a `Fault` where the answer has no form on the wire.
    func refusal(of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant) throws(Fault) -> OutboundEvent?

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
    ) throws(Fault) -> OutboundEvent? { nil }
}

/// What reading an event gives.
public enum Reading<Input: Sendable>: Sendable {
    /// An input for the state `stateKey`; on a topic of outsiders it must lie where `messageKey` belongs.
    case input(Input, stateKey: String, messageKey: String)
    /// An event whose key could be read and something else could not: the input answers it so.
    case rejected(Input, stateKey: String, messageKey: String)
    /// A command that is not let in: the input answers it so. It is logged, and its id is not remembered, or a forgery could keep the true
    /// command of that id away.
    case refused(Input, stateKey: String, messageKey: String, CommandGate.Refusal)
    /// A command that may be let in or not. Whether it is, is asked once, apart from reading: what it says may have to be read again, to be sealed
    /// by another key.
    case guarded(GuardedCommand<Input>, stateKey: String, messageKey: String)
    /// A type this service does not know or need: skipped and counted; its sequence is noted, so that the next one is no gap.
    case skipped
    /// An event whose key is not one of this group's states; it is passed over altogether.
    case ignored
}

/// A command that was read, and how to find out whether it is let in.
public struct GuardedCommand<Input: Sendable>: Sendable {
    /// What it is where it is let in.
    public let input: Input
    /// Whether it is a command that can be decided; else `input` is the answer to its sender.
    public let isValid: Bool
    /// What answers it where it is not let in.
    public let answer: @Sendable (CommandGate.Refusal) -> Input
    /// Asks whether it is let in; `nil` where it is.
    public let verdict: @Sendable () -> CommandGate.Refusal?

    public init(
        _ input: Input, isValid: Bool = true, answer: @escaping @Sendable (CommandGate.Refusal) -> Input,
        verdict: @escaping @Sendable () -> CommandGate.Refusal?
    ) {
        (self.input, self.isValid, self.answer, self.verdict) = (input, isValid, answer, verdict)
    }
}

/// What deciding gives: what to store and what to publish.
public struct Outcome<State: Codable & Sendable>: Sendable {
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

/// An event on its way out; the worker gives it its sequence and, unless it has one, its id.
public struct OutboundEvent: Sendable {
    public let topic: String
    public let key: String
    public let type: String
    /// An identity of the event's own, such as an alert's; `nil` for `<key>-<sequence>`.
    public let id: String?
    public let data: Data
    /// Whether it has a place among the events of its key. One that several states write under the same key has none: each state would count
    /// again. Its reader knows a repetition by source and id, as it does of outsiders.
    public let isSequenced: Bool
    /// The flow it belongs to, where it is not that of its state or of the event that led to it.
    public var correlationID: String?
    /// The id of the event it answers, where that is not the one that led to it.
    public var causationID: String?

    public init(topic: String, key: String, type: String, id: String? = nil, data: Data) {
        self.topic = topic
        self.key = key
        self.type = type
        self.id = id
        self.data = data
        isSequenced = true
    }

    /// An event without a sequence.
    public init(unsequenced topic: String, key: String, type: String, id: String, data: Data) {
        self.topic = topic
        self.key = key
        self.type = type
        self.id = id
        self.data = data
        isSequenced = false
    }
}
