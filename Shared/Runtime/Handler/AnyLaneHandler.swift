import Contracts
import Domain
import Foundation

/// A lane group's handler without its types: what the worker, which serves any service, works with.
///
/// It is owned by one worker's thread, as its coders are.
protocol AnyLaneHandler: AnyObject {
    var group: LaneGroup { get }
    func stateKey(forMessageKey key: String) -> String
    /// The answer to the sender of an event that cannot be read; `nil` where there is none.
    func refusal(of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant) throws(Fault) -> OutboundEvent?
    func read(_ event: CloudEvent, from topic: String) throws(Fault) -> AnyReading
    /// Reads once more an event that gave an input, so that it is sealed by another key. Whether a command is let in is not asked again: it was
    /// decided when it was first read, and the register of senders may have changed since.
    ///
    /// - Parameter refusal: why it was not let in; `nil` where it was.
    func input(of event: CloudEvent, from topic: String, refusal: CommandGate.Refusal?) throws(Fault) -> any Sendable
    /// - Parameter eventBytes: the largest event the broker takes.
    func open(_ loaded: LoadedBatch, now: Instant, eventBytes: Int) -> any AnyHandlerSession
}

/// `Reading` without its type.
enum AnyReading {
    case input(any Sendable, stateKey: String, messageKey: String)
    case rejected(any Sendable, stateKey: String, messageKey: String)
    case refused(any Sendable, stateKey: String, messageKey: String, CommandGate.Refusal)
    case skipped
    case ignored
}

/// One batch at one lane handler: working copies of the states, changed by each decision, stored at the end.
protocol AnyHandlerSession: AnyObject {
    /// The highest sequence taken from a topic of facts; 0 for none.
    func received(key: String, topic: String) throws(Fault) -> Int64
    /// Notes a fact that needs no decision, so that the next one is no gap.
    func note(key: String, lane: LaneID, topic: String, sequence: Int64) throws(Fault)
    /// Decides; a fault leaves the working copy as it was.
    ///
    /// - Parameter sealing: how its personal data gets the document's own key; `nil` where it has none.
    func decide(
        _ input: any Sendable, key: String, lane: LaneID, fact: FactCursor?, serial: Serial, sealing: InputSealing?
    ) throws(Fault) -> [SequencedEvent]
    /// Wakes a state if it is still due; `nil` where its timer was superseded meanwhile, as by a message of the same batch.
    func wake(key: String, lane: LaneID, serial: Serial) throws(Fault) -> Waking?
    /// Takes a state's timer away, since waking it fails.
    func disarm(key: String, lane: LaneID)
    /// What has changed, encoded.
    func changes() throws(Fault) -> StateChanges
}

/// What waking a state gave.
struct Waking {
    let events: [SequencedEvent]
    /// Since when its timer could have fired: when it was due, or was set if that was later.
    let since: Instant
}

/// What a session has made of the states.
struct StateChanges {
    var stored: [StateRow] = []
    /// Of those stored, the keys that had no row before.
    var added: Set<String> = []
    var deletedRows: [String] = []
}

/// Which fact an input is.
struct FactCursor {
    let topic: String
    let sequence: Int64
    /// The flow that the fact belongs to.
    let correlationID: String?
}

/// An event with its place among those of its key.
struct SequencedEvent {
    let event: OutboundEvent
    /// `nil` for an event that has none.
    let sequence: Int64?
}
