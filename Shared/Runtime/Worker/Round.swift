import Contracts
import Domain
import Foundation
import Kafka

/// The decisions of one transaction, on copies: it becomes true with the commit, or never was.
final class Round {
    let worker: Worker
    let loaded: LoadedBatch
    let now: Instant
    let rejectedByStore: Fault?
    var counters: [LaneID: HeldLane]
    var floodGuard: FloodGuard
    var journal: [JournalRow] = []
    var stored: [StateRow] = []
    var letters = LetterChanges()
    var identities: [EventIdentity] = []
    private(set) var outcomes: [OutcomeOfTopic: Int] = [:]
    var lateness: [Double] = []
    var notices: [WorkerNotice] = []
    var lastFault: Fault?
    /// Why a message could not be put aside; the round is then not to be committed.
    var sealingFault: Fault?
    var wakeCount = 0
    private(set) var sessions: [String: any AnyHandlerSession] = [:]
    private var known: Set<EventIdentity>
    /// Keys whose messages wait, by group.
    var parked: [String: Set<String>]

    init(worker: Worker, loaded: LoadedBatch, now: Instant, rejectedByStore: Fault?) {
        self.worker = worker
        self.loaded = loaded
        self.now = now
        self.rejectedByStore = rejectedByStore
        counters = worker.lanes
        floodGuard = worker.floodGuard
        known = loaded.known
        parked = loaded.parked
        for (name, laneHandler) in worker.laneHandlers {
            sessions[name] = laneHandler.open(loaded, now: now, eventBytes: worker.settings.messageBytes)
        }
    }

    /// Requests first, since what waits behind a dead letter is older than what has just arrived; then messages; then timers.
    ///
    /// - Parameter beatLane: the lane in which to say that the worker is alive, where it is time for that.
    func decide(_ reading: BatchReading, beatLane: LaneID? = nil) throws(StoreError) {
        settleRequests()
        for item in reading.items { decide(item) }
        wakeDue()
        if let beatLane { beat(beatLane) }
        if let sealingFault { throw .unusable("a message that has to be put aside \(sealingFault)") }
        try encodeStates()
    }

    private func encodeStates() throws(StoreError) {
        for (name, session) in sessions {
            do {
                let changes = try session.changes()
                stored += changes.stored
                if !changes.added.isEmpty { added[name] = changes.added }
                if !changes.deletedRows.isEmpty { deletedRows[name] = changes.deletedRows }
            } catch {
                throw .refused(error)
            }
        }
    }

    private(set) var added: [String: Set<String>] = [:]
    private(set) var deletedRows: [String: [String]] = [:]

    func decide(_ item: ReadMessage) {
        if putAside(item) { return finish(item, .quarantined) }
        if !item.key.isEmpty, parked[item.lane.group]?.contains(item.key) == true {
            park(item, kind: .waiting, fault: nil)
            return finish(item, .parked)
        }
        do {
            finish(item, try outcome(of: item))
        } catch {
            deadLetter(item, error)
        }
    }

    private func outcome(of item: ReadMessage) throws(Fault) -> MessageOutcome {
        switch item.content {
        case .misplaced(let key, let partition):
            try forward(item, key: key, partition: partition)
            return .forwarded
        case .ignored: return .skipped
        case .unreadable(let fault): throw fault
        case .skipped, .input, .refused, .rejected, .answered: return try settle(item)
        }
    }

    /// Takes a message that may be taken; drops one that was.
    func settle(_ item: ReadMessage) throws(Fault) -> MessageOutcome {
        guard let input = worker.inputs[item.message.topic], let session = sessions[item.lane.group] else { return .skipped }
        if case .refused(let answer, let refusal) = item.content { return try refuse(item, answer, refusal, session) }
        var fact: FactCursor?
        if input.topic.origin == .facts, !item.key.isEmpty, let sequence = item.event?.sequence {
            let last = try session.received(key: item.key, topic: item.message.topic)
            guard sequence > last else { return .duplicate }
            guard sequence == last + 1 else {
                throw Fault(
                    field: "sequence", problem: "is \(sequence) after \(last): events of this key are missing",
                    expected: "sequence \(last + 1)")
            }
            fact = FactCursor(topic: item.message.topic, sequence: sequence, correlationID: item.event?.correlationID)
        }
        let decision: any Sendable
        var outcome = MessageOutcome.decided
        switch item.content {
        case .input(let input): decision = input
        case .rejected(let input): (decision, outcome) = (input, .rejected)
        case .answered(let answer): return answered(item, by: answer)
        case .skipped, .ignored, .misplaced, .unreadable, .refused:
            if let fact { try session.note(key: item.key, lane: item.lane, topic: fact.topic, sequence: fact.sequence) }
            return .skipped
        }
        guard input.topic.origin == .outsiders, let event = item.event else {
            try decide(decision, item, session, fact: fact)
            return outcome
        }
        let identity = item.identity(of: event)
        if let taken = known.firstIndex(of: identity) { return try meet(known[taken], again: item, identity) }
        try decide(decision, item, session, fact: nil)
        note(identity)
        return outcome
    }

    private func note(_ identity: EventIdentity) {
        known.insert(identity)
        identities.append(identity)
    }

    /// Tells the sender of an event that cannot be read what is wrong with it, once.
    private func answered(_ item: ReadMessage, by answer: OutboundEvent) -> MessageOutcome {
        guard let event = item.event else { return .skipped }
        let identity = item.identity(of: event)
        let taken = known.firstIndex(of: identity).map { known[$0] }
        if let taken, taken.isSame(as: identity) { return .duplicate }
        publish([SequencedEvent(event: answer, sequence: nil)], lane: item.lane, causedBy: event)
        if taken == nil { note(identity) }
        return .rejected
    }

    /// An event of a source and id that was taken: the same again is dropped. Another one is not done, and its sender is told, as it could not know
    /// else: whoever numbers events again with each file would lose them in silence.
    private func meet(_ taken: EventIdentity, again item: ReadMessage, _ identity: EventIdentity) throws(Fault) -> MessageOutcome {
        guard !taken.isSame(as: identity), let event = item.event, !Worker.ownSources.contains(event.source) else { return .duplicate }
        let fault = Fault(
            field: "id", problem: "was given by this source to another event before, of another content",
            expected: "an id of its own for each event; the same id only for the very same event sent again")
        let id = worker.rejectionID(of: item.message)
        let laneHandler = worker.laneHandlers[item.lane.group]
        guard let answer = try laneHandler?.refusal(of: event, from: item.message.topic, fault, id: id, at: now) else { throw fault }
        publish([SequencedEvent(event: answer, sequence: nil)], lane: item.lane, causedBy: event)
        return .rejected
    }

    /// Answers a command that is not let in, unless one of the same id was taken before: its sender has its answer.
    private func refuse(
        _ item: ReadMessage, _ answer: any Sendable, _ refusal: CommandGate.Refusal, _ session: any AnyHandlerSession
    ) throws(Fault) -> MessageOutcome {
        if let event = item.event, !known.contains(item.identity(of: event)) {
            try decide(answer, item, session, fact: nil)
        }
        notices.append(
            .refused(
                lane: item.lane, topic: item.message.topic, offset: item.message.offset, type: item.event?.type ?? "", refusal))
        return .refused
    }

    private func decide(_ input: any Sendable, _ item: ReadMessage, _ session: any AnyHandlerSession, fact: FactCursor?) throws(Fault) {
        let events = try session.decide(
            input, key: item.key, lane: item.lane, fact: fact, serial: nextSerial(of: item.lane), sealing: sealing(of: item))
        publish(events, lane: item.lane, causedBy: item.event)
    }

    /// How the message gets the key of its document; `nil` where nothing in it was sealed.
    private func sealing(of item: ReadMessage) -> InputSealing? {
        guard let seals = item.seals, let event = item.event, let laneHandler = worker.laneHandlers[item.lane.group] else { return nil }
        return InputSealing(sealer: worker.sealer, seals: seals) { () throws(Fault) in
            try laneHandler.input(of: event, from: item.message.topic, refusal: item.refusal)
        }
    }

    func nextSerial(of lane: LaneID) -> Serial {
        counters[lane]?.serial += 1
        return Serial(lane: Int(lane.number), number: counters[lane]?.serial ?? 0)
    }

    private func finish(_ item: ReadMessage, _ outcome: MessageOutcome) {
        outcomes[OutcomeOfTopic(topic: item.message.topic, outcome: outcome), default: 0] += 1
        watch(item, outcome)
    }

    private func deadLetter(_ item: ReadMessage, _ fault: Fault) {
        lastFault = fault
        park(item, kind: .poison, fault: fault)
        if !item.key.isEmpty { parked[item.lane.group, default: []].insert(item.key) }
        notices.append(.deadLetter(lane: item.lane, topic: item.message.topic, offset: item.message.offset, fault: fault))
        finish(item, .deadLettered)
    }

    func changes(refreshing lanes: [LaneID]) -> BatchChanges {
        var changes = BatchChanges(now: now)
        changes.lanes = counters.values
            .filter { $0.position != worker.lanes[$0.id]?.position || $0.serial != worker.lanes[$0.id]?.serial }
            .map { LaneAdvance(lane: $0.id, position: $0.position, serial: $0.serial) }
            .sorted { $0.lane < $1.lane }
        changes.states = Dictionary(grouping: stored, by: \.lane.group)
        changes.added = added
        changes.deletedRows = deletedRows
        changes.identities = identities
        changes.journal = journal
        changes.parked = letters.parked
        changes.settledLetters = letters.settled
        changes.failedReplays = letters.failed
        changes.refreshDue = lanes
        return changes
    }
}

/// What became of a topic's messages.
struct OutcomeOfTopic: Hashable {
    let topic: String
    let outcome: MessageOutcome
}

/// What a round does to the dead letters.
struct LetterChanges {
    var parked: [DeadLetterRow] = []
    var settled: [DeadLetterRow] = []
    var failed: [DeadLetterRow] = []
}
