import Contracts
import Domain
import Foundation
import Kafka

/// The messages of one batch for one handler: read first, and decided once their states are loaded.
final class HandlerBatch<Handler: LaneHandler> {
    private let lanes: HandlerLanes<Handler>
    private var items: [ReadMessage<Handler.Input>] = []
    private var collected = BatchNeeds()
    /// Where the last message lay and the offset after it: messages of a partition come in runs, each of which is noted once.
    private var run: (lane: LaneID, topic: String, next: Int64)?
    private var session: HandlerSession<Handler>?

    init(_ lanes: HandlerLanes<Handler>) {
        self.lanes = lanes
    }

    var group: LaneGroup { lanes.group }

    func reserve(_ count: Int) {
        items.reserveCapacity(count)
        collected.keys.reserveCapacity(count)
    }

    func add(_ item: ReadMessage<Handler.Input>) {
        let received = item.received
        if let run, run.lane == received.lane, run.topic == received.message.topic {
            self.run?.next = received.message.offset + 1
        } else {
            noteRun()
            run = (received.lane, received.message.topic, received.message.offset + 1)
        }
        if !received.key.isEmpty, item.content.needsState { collected.keys.insert(received.key) }
        if received.origin == .outsiders, item.content.isDone, let event = received.event {
            collected.identities.append(received.identity(of: event))
        }
        items.append(item)
    }

    /// What the messages that were added need.
    var needs: BatchNeeds {
        noteRun()
        return collected
    }

    private func noteRun() {
        guard let run else { return }
        collected.offsets[run.lane, default: [:]][run.topic] = run.next
        self.run = nil
    }

    /// Requests first, since what waits behind a dead letter is older than what has just arrived; then messages; then timers.
    func decide(in round: Round, _ loaded: LoadedBatch) {
        let session = HandlerSession(lanes, loaded, expecting: collected.keys.count, now: round.now)
        self.session = session
        settleRequests(loaded.requested, session, round)
        for item in items { decide(item, session, round) }
        wakeDue(loaded.due[group.name] ?? [], session, round)
    }

    func changes() -> StateChanges { session?.changes() ?? StateChanges() }

    // MARK: Messages

    private func decide(_ item: ReadMessage<Handler.Input>, _ session: HandlerSession<Handler>, _ round: Round) {
        let received = item.received
        if round.putAside(received) { return round.finish(received, .quarantined) }
        if round.isParked(received.key, in: received.lane) {
            round.park(received)
            return round.finish(received, .parked)
        }
        do {
            round.finish(received, try outcome(of: item, session, round))
        } catch {
            round.deadLetter(received, error)
        }
    }

    private func outcome(
        of item: ReadMessage<Handler.Input>, _ session: HandlerSession<Handler>, _ round: Round
    ) throws(Fault) -> MessageOutcome {
        switch item.content {
        case .misplaced(let key, let partition):
            try forward(item.received, key: key, partition: partition, round)
            return .forwarded
        case .ignored: return .skipped
        case .unreadable(let fault): throw fault
        case .refused(let answer, let refusal): return try refuse(item.received, answer, refusal, session, round)
        case .skipped:
            let order = try order(of: item.received, session)
            if case .taken = order { return .duplicate }
            if case .next(let fact) = order {
                try session.note(key: item.received.key, lane: item.received.lane, topic: fact.topic, sequence: fact.sequence)
            }
            return .skipped
        case .answered(let answer): return self.answer(item.received, answer, round)
        case .input(let draft):
            let order = try order(of: item.received, session)
            if case .taken = order { return .duplicate }
            guard item.received.origin == .outsiders, let event = item.received.event else {
                return try decide(draft, item.received, session, fact: order.fact, round)
            }
            let identity = item.received.identity(of: event)
            if let taken = round.taken(identity) { return try meet(taken, again: item.received, identity, round) }
            let outcome = try decide(draft, item.received, session, fact: nil, round)
            round.note(identity)
            return outcome
        }
    }

    /// Where a message stands among those of its key.
    private enum Order {
        /// The next fact of ours.
        case next(FactCursor)
        /// It has no place among others, as what outsiders send.
        case free
        /// A fact that was taken already.
        case taken

        var fact: FactCursor? {
            switch self {
            case .next(let fact): fact
            case .free, .taken: nil
            }
        }
    }

    /// - Throws: a fault where facts are missing before it.
    private func order(of item: ReceivedMessage, _ session: HandlerSession<Handler>) throws(Fault) -> Order {
        guard item.origin == .facts, !item.key.isEmpty, let sequence = item.event?.sequence else { return .free }
        let last = try session.received(key: item.key, topic: item.message.topic)
        guard sequence > last else { return .taken }
        guard sequence == last + 1 else {
            throw Fault(
                field: "sequence", problem: "is \(sequence) after \(last): events of this key are missing",
                expected: "sequence \(last + 1)")
        }
        return .next(FactCursor(topic: item.message.topic, sequence: sequence, correlationID: item.event?.correlationID))
    }

    private func decide(
        _ draft: Draft<Handler.Input>, _ item: ReceivedMessage, _ session: HandlerSession<Handler>, fact: FactCursor?, _ round: Round
    ) throws(Fault) -> MessageOutcome {
        let decided = try session.decide(draft, key: item.key, lane: item.lane, fact: fact, serial: round.nextSerial(of: item.lane))
        round.publish(decided.events, lane: item.lane, causedBy: item.event)
        return decided.isValid ? .decided : .rejected
    }

    /// Tells the sender of an event that cannot be read what is wrong with it, once.
    private func answer(_ item: ReceivedMessage, _ answer: OutboundEvent, _ round: Round) -> MessageOutcome {
        guard let event = item.event else { return .skipped }
        let identity = item.identity(of: event)
        let taken = round.taken(identity)
        if let taken, taken.isSame(as: identity) { return .duplicate }
        round.publish([SequencedEvent(event: answer, sequence: nil)], lane: item.lane, causedBy: event)
        if taken == nil { round.note(identity) }
        return .rejected
    }

    /// An event of a source and id that was taken: the same again is dropped. Another one is not done, and its sender is told, as it could not know
    /// else: whoever numbers events again with each file would lose them in silence.
    private func meet(
        _ taken: EventIdentity, again item: ReceivedMessage, _ identity: EventIdentity, _ round: Round
    ) throws(Fault) -> MessageOutcome {
        guard !taken.isSame(as: identity), let event = item.event, !Party.isOurs(event.source) else { return .duplicate }
        let fault = Fault(
            field: "id", problem: "was given by this source to another event before, of another content",
            expected: "an id of its own for each event; the same id only for the very same event sent again")
        guard let answer = lanes.answer(to: item, event, fault, at: round.now) else { throw fault }
        round.publish([SequencedEvent(event: answer, sequence: nil)], lane: item.lane, causedBy: event)
        return .rejected
    }

    /// Answers a command that is not let in, unless one of the same id was taken before: its sender has its answer.
    private func refuse(
        _ item: ReceivedMessage, _ answer: Handler.Input, _ refusal: CommandGate.Refusal, _ session: HandlerSession<Handler>, _ round: Round
    ) throws(Fault) -> MessageOutcome {
        if let event = item.event, round.taken(item.identity(of: event)) == nil {
            _ = try decide(.complete(.valid(answer)), item, session, fact: nil, round)
        }
        round.noteRefused(item, refusal)
        return .refused
    }

    private func forward(_ item: ReceivedMessage, key: String, partition: Int32, _ round: Round) throws(Fault) {
        try round.forward(item, key: key, stateKey: lanes.handler.stateKey(forMessageKey: key), partition: partition)
    }

    // MARK: Timers

    private func wakeDue(_ rows: [StateRow], _ session: HandlerSession<Handler>, _ round: Round) {
        for row in rows where !round.isParked(row.key, in: row.lane) {
            do throws(Fault) {
                if let rejected = round.rejectedByStore { throw rejected }
                let waking = try session.wake(key: row.key, lane: row.lane) { round.nextSerial(of: row.lane) }
                round.woke(row.lane, waking)
            } catch {
                session.disarm(key: row.key, lane: row.lane)
                round.deadLetter(timer: row, error)
            }
        }
    }

    // MARK: Dead letters

    /// Does what was asked, key by key: a discarded letter goes, a replayed one is decided again, and those that waited follow in order
    /// until one fails.
    private func settleRequests(_ rows: [DeadLetterRow], _ session: HandlerSession<Handler>, _ round: Round) {
        // Of those without a key none waits for another.
        let keys = Dictionary(grouping: rows.filter { $0.lane.group == group.name }) { row in
            ParkedKey(key: row.key, lane: row.key.isEmpty ? row.lane : nil, number: row.key.isEmpty ? row.number : 0)
        }
        for (key, rows) in keys.sorted(by: { $0.key < $1.key }) {
            settle(rows.sorted { $0.number < $1.number }, of: key.key, session, round)
        }
    }

    private func settle(_ rows: [DeadLetterRow], of key: String, _ session: HandlerSession<Handler>, _ round: Round) {
        for row in rows {
            guard row.request != nil || row.kind == .waiting else { return }
            if row.request == .discard {
                skip(row, session, round)
                round.settled(row, .discarded(lane: row.lane, number: row.number))
            } else if let fault = replay(row, session, round) {
                return round.replayFailed(row, fault)
            } else {
                round.settled(row, .replayed(lane: row.lane, number: row.number))
            }
        }
        round.release(key, in: group)
    }

    /// - Returns: why it failed again; `nil` when it is decided.
    private func replay(_ row: DeadLetterRow, _ session: HandlerSession<Handler>, _ round: Round) -> Fault? {
        do throws(Fault) {
            if let rejected = round.rejectedByStore { throw rejected }
            guard case .message(let topic, let partition, let offset) = row.origin else { return nil }
            let item = try lanes.reread(row, topic: topic, partition: partition, offset: offset)
            if row.key.isEmpty, round.sender(of: item.received) != .service { return try resend(item, round) }
            switch item.content {
            case .unreadable(let fault): return fault
            case .ignored: break
            case .misplaced, .skipped, .input, .refused, .answered: _ = try outcome(of: item, session, round)
            }
            return nil
        } catch {
            return error
        }
    }

    /// What was put aside under no key goes through the front door again: the state it belongs to is not at hand, and it may be of another lane.
    /// Whoever asks for that trusts its sender again.
    ///
    /// - Returns: why it cannot be read still; `nil` when it is on its way.
    private func resend(_ item: ReadMessage<Handler.Input>, _ round: Round) throws(Fault) -> Fault? {
        if case .unreadable(let fault) = item.content { return fault }
        round.trustAgain(item.received)
        let message = item.received.message
        try forward(item.received, key: message.key.map { String(decoding: $0, as: UTF8.self) } ?? "", partition: message.partition, round)
        return nil
    }

    /// A discarded fact leaves no gap behind it.
    private func skip(_ row: DeadLetterRow, _ session: HandlerSession<Handler>, _ round: Round) {
        guard case .message(let topic, let partition, let offset) = row.origin,
            group.topics.contains(where: { $0.name == topic && $0.origin == .facts })
        else { return }
        do {
            let item = try lanes.reread(row, topic: topic, partition: partition, offset: offset)
            guard let sequence = item.received.event?.sequence, try session.received(key: row.key, topic: topic) < sequence else { return }
            try session.note(key: row.key, lane: row.lane, topic: topic, sequence: sequence)
        } catch {
            // A letter that cannot be read has no sequence; the next fact of the key will say so.
            round.say(.deadLetter(lane: row.lane, row.origin, fault: error))
        }
    }
}

private struct ParkedKey: Hashable, Comparable {
    let key: String
    /// Of a letter without a key, which stands for itself.
    let lane: LaneID?
    let number: Int64

    static func < (one: ParkedKey, other: ParkedKey) -> Bool {
        (one.key, one.lane?.number ?? 0, one.number) < (other.key, other.lane?.number ?? 0, other.number)
    }
}
