import Contracts
import Domain
import Foundation
import Kafka

/// One batch, one transaction: takes messages of the lanes it holds, has them decided, stores the effect and enqueues the events.
///
/// It is synchronous: `step` does one round and returns, so that a thread can loop over it and a test can drive it. The protocol is
/// specified in `Ops/spec/Lane.tla`. It is owned by one thread.
public final class Worker {
    let service: String
    let log: any MessageLog
    let store: any LaneStore
    let clock: any RuntimeClock
    let sealer: any MessageSealer
    let observer: any WorkerObserver
    let settings: WorkerSettings
    let laneHandlers: [String: any AnyLaneHandler]
    let inputs: [String: Input]
    /// The groups whose lanes say that the worker is alive.
    let beatingGroups: Set<String>

    /// The lanes held, each with the epoch it was taken under.
    var lanes: [LaneID: HeldLane] = [:]
    /// What the group gave this worker.
    var assigned: Set<TopicPartition> = []
    var isAssigned = false
    /// Since when the group has given it nothing, not even an empty share; `nil` while it has a share.
    var unassignedSince: Int64?
    /// Lanes that are assigned but not held: to be taken once the back-off allows.
    var untaken: Set<LaneID> = []
    /// Messages polled and not yet decided, in order.
    var waiting: [ConsumedMessage] = []
    var outgoing = OutgoingQueue()
    let wireCoder = WireCoder()
    var partitionCounts: [String: Int] = [:]
    var takeBackoff: Backoff
    /// Why the store does not answer; `nil` while it does.
    var storeFault: String?
    var isStoreAway: Bool { storeFault != nil }
    var isBrokerAway = false
    var refusal: BrokerRefusal?
    /// Whether reading pauses until what was polled is decided.
    var isHoldingBack = false
    var floodGuard: FloodGuard
    /// Why it has stopped taking messages; it stands until something has been stored again.
    var haltReason: String?
    /// Whether it takes none at this moment.
    var isHalted = false
    var haltBackoff: Backoff
    var consumer: ConsumerHealth
    var hasBeenAssigned = false
    var lastWatermarkFlush: Int64 = 0
    /// When it last looked whether its lanes are still its own; `nil` for never.
    var lastFenceCheck: Int64?
    var lastRequests: Int64 = 0
    var lastProgress: Int64 = 0
    var lastProbe: Int64 = 0
    /// When it last said that it is alive; `nil` for never.
    var lastBeat: Int64?
    var wakeDeferrals = 0
    var progress = ProgressWatch()
    /// The topics that this service alone writes.
    let ownTopics: [String]
    /// Whether the database has been found to know what was published, and has not been away since.
    var isDatabaseTrusted = false

    struct Input {
        let group: String
        let topic: InputTopic
    }

    /// - Parameters:
    ///   - service: the service's name, such as `intake`; the source of its events is `/redress/<name>`.
    ///   - ownTopics: the topics that it alone writes; those of a service of ours where they are not given.
    public init(
        service: String, handlers: [any LaneHandler], log: any MessageLog, store: any LaneStore, clock: any RuntimeClock,
        sealer: any MessageSealer, observer: any WorkerObserver, settings: WorkerSettings = WorkerSettings(), ownTopics: [String]? = nil
    ) {
        self.service = service
        self.log = log
        self.store = store
        self.clock = clock
        self.sealer = sealer
        self.observer = observer
        self.settings = settings
        let laneHandlers = handlers.map { Self.laneHandler($0) }
        self.laneHandlers = Dictionary(uniqueKeysWithValues: laneHandlers.map { ($0.group.name, $0) })
        self.inputs = Dictionary(
            uniqueKeysWithValues: laneHandlers.flatMap { laneHandler in
                laneHandler.group.topics.map { ($0.name, Input(group: laneHandler.group.name, topic: $0)) }
            })
        beatingGroups = Set(laneHandlers.map(\.group).filter(\.beats).map(\.name))
        self.ownTopics = ownTopics ?? Party(rawValue: service).map { Topic.own(of: $0).map(\.name) } ?? []
        takeBackoff = Backoff(settings.backoffMilliseconds)
        haltBackoff = Backoff(settings.haltMilliseconds)
        consumer = ConsumerHealth(settings.consumerBackoffMilliseconds)
        floodGuard = FloodGuard(limits: settings.floodGuard)
    }

    private static func laneHandler<Handler: LaneHandler>(_ handler: Handler) -> any AnyLaneHandler { LaneHandlerBox<Handler>(handler) }

    /// One round: wait for messages, confirmations or the next timer, at most so long; then do what there is to do.
    public func step(waitMilliseconds: Int) {
        let poll = log.poll(limit: settings.batchSize, timeoutMilliseconds: pollTimeout(atMost: waitMilliseconds))
        confirm(poll.reports)
        for event in poll.events { take(event) }
        applyBackpressure()
        probeBroker()
        rebuildConsumer()
        lookForBroker()
        rejoinIfLeftOut()
        endQuarantines()
        tryAgainIfHalted()
        guard !isHalted else { return }
        takeUntakenLanes()
        offerOutgoing()
        work()
    }

    /// Finishes: publishes what is enqueued, stores the watermark, leaves the group.
    ///
    /// Call it between steps; nothing is in progress then.
    public func stop(flushMilliseconds: Int = 5_000) {
        offerOutgoing()
        confirm(log.flush(timeoutMilliseconds: flushMilliseconds))
        flushWatermark()
        observer.notice(.gaveUp(lanes: lanes.keys.sorted()))
        log.close()
        lanes = [:]
    }

    private func work() {
        if !isStoreAway { checkFences() }
        guard !isStoreAway, !lanes.isEmpty else { return }
        let now = clock.now()
        let work = nextWork(at: now)
        if work.isEmpty {
            flushWatermarkWhenIdle()
        } else {
            run(work, now: now)
            offerOutgoing()
        }
    }

    /// How long the next wait may be.
    private func pollTimeout(atMost limit: Int) -> Int {
        if isHalted { return min(limit, max(1, Int(clamping: haltBackoff.notBefore - clock.monotonicMilliseconds()))) }
        if !waiting.isEmpty, !isStoreAway, isWithinUnconfirmedLimit { return 0 }
        var pollTimeout = limit
        if !untaken.isEmpty { pollTimeout = min(pollTimeout, max(1, Int(clamping: takeBackoff.notBefore - clock.monotonicMilliseconds()))) }
        if !isStoreAway, let due = lanes.values.lazy.compactMap(\.nextDue).min() {
            pollTimeout = min(pollTimeout, clock.milliseconds(until: due))
        }
        if !outgoing.isEmpty { pollTimeout = min(pollTimeout, 20) }
        return max(0, pollTimeout)
    }

    var isWithinUnconfirmedLimit: Bool {
        lanes.values.reduce(0) { $0 + $1.unconfirmed } < settings.unconfirmedLimit
    }
}
