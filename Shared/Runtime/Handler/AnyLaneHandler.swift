import Contracts
import Domain
import Kafka

/// A lane group's handler without its types, as a worker has several side by side.
///
/// The types are gone only between one batch and the next. Whoever wraps a handler knows its types, so all that reads and decides its messages is
/// made for just these: from the reading of a message to the state that is stored nothing is cast.
public struct AnyLaneHandler: Sendable {
    /// For tools that read and decide without a worker.
    public let handler: any LaneHandler
    private let makeLanes: @Sendable (LaneContext) -> GroupLanes

    public init<Handler: LaneHandler>(_ handler: Handler) {
        self.handler = handler
        makeLanes = { context in
            let lanes = HandlerLanes(handler, context)
            return GroupLanes(group: lanes.group) { messages, rejected in
                let batch = lanes.read(messages, rejectedByStore: rejected)
                return GroupBatch(
                    group: batch.group, needs: batch.needs, decide: { round, loaded in batch.decide(in: round, loaded) },
                    changes: { batch.changes() })
            }
        }
    }

    public var group: LaneGroup { handler.group }

    func lanes(in context: LaneContext) -> GroupLanes { makeLanes(context) }
}

/// What the lanes of all groups of a worker have in common.
struct LaneContext {
    let service: String
    let sealer: any MessageSealer
    let clock: any RuntimeClock
    let settings: WorkerSettings
    let topics: InputTopics
    let coder: WireCoder
}

/// The lanes of one group in one worker: where a batch of their messages begins.
///
/// It is owned by the worker's thread. Its functions are closures and no witnesses of a protocol, as those are made once for all handlers: a closure
/// is made where the handler's type is known.
struct GroupLanes {
    let group: LaneGroup
    /// Reads the messages that are the group's, once each. With them goes why the store has refused this message, which stands alone then: it is not
    /// decided but put aside.
    let read: (_ messages: ArraySlice<ConsumedMessage>, _ rejectedByStore: Fault?) -> GroupBatch
}

/// What one transaction does in the lanes of one group.
struct GroupBatch {
    let group: LaneGroup
    let needs: BatchNeeds
    /// Decides the messages that were read, what an operator asked to be done with dead letters, and the timers that are due.
    let decide: (_ round: Round, _ loaded: LoadedBatch) -> Void
    /// What has become of the states.
    let changes: () -> StateChanges
}

/// What a batch of messages needs to be loaded.
struct BatchNeeds {
    /// The offsets after the batch, by lane and topic.
    var offsets: [LaneID: [String: Int64]] = [:]
    /// The keys of the states.
    var keys: Set<String> = []
    var identities: [EventIdentity] = []
}

/// What a session has made of the states.
struct StateChanges {
    var stored: [StateRow] = []
    /// Of those stored, the keys that had no row before.
    var added: Set<String> = []
    var deletedRows: [String] = []
}
