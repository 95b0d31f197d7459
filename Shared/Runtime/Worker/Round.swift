import Contracts
import Domain
import Foundation
import Kafka

/// What the decisions of one transaction write beside the states: on copies, so that it becomes true with the commit, or never was.
final class Round {
    let context: LaneContext
    let now: Instant
    /// Why the store has refused this single piece of work: its messages go to the dead letters undecided.
    let rejectedByStore: Fault?
    private(set) var floodGuard: FloodGuard
    private(set) var counters: [LaneID: LaneCounters]
    private let before: [LaneID: LaneCounters]
    private(set) var journal: [JournalRow] = []
    private(set) var stored: [StateRow] = []
    private(set) var outcomes: [OutcomeOfTopic: Int] = [:]
    private(set) var lateness: [Double] = []
    private(set) var lastFault: Fault?
    private(set) var wakeCount = 0
    private(set) var notices: [WorkerNotice] = []
    /// Why a message could not be put aside; the round is then not to be committed.
    private var sealingFault: Fault?
    private var letters = LetterChanges()
    private var identities: [EventIdentity] = []
    private var added: [String: Set<String>] = [:]
    private var deletedRows: [String: [String]] = [:]
    private var known: Set<EventIdentity>
    /// Keys whose messages wait, by group.
    private var parked: [String: Set<String>]

    /// - Parameter lanes: the counters of the lanes held.
    init(
        _ context: LaneContext, lanes: [LaneID: LaneCounters], floodGuard: FloodGuard, loaded: LoadedBatch, now: Instant,
        rejectedByStore: Fault?
    ) {
        self.context = context
        self.now = now
        self.rejectedByStore = rejectedByStore
        self.floodGuard = floodGuard
        counters = lanes
        before = lanes
        known = loaded.known
        parked = loaded.parked
    }

    // MARK: What was taken before

    /// The event of that identity which was taken, be it in this round; `nil` for none.
    func taken(_ identity: EventIdentity) -> EventIdentity? { known.firstIndex(of: identity).map { known[$0] } }

    func note(_ identity: EventIdentity) {
        known.insert(identity)
        identities.append(identity)
    }

    func isParked(_ key: String, in lane: LaneID) -> Bool { !key.isEmpty && parked[lane.group]?.contains(key) == true }

    // MARK: What becomes of a message

    func nextSerial(of lane: LaneID) -> Serial {
        counters[lane]?.serial += 1
        return Serial(lane: Int(lane.number), number: counters[lane]?.serial ?? 0)
    }

    func finish(_ item: ReceivedMessage, _ outcome: MessageOutcome) {
        outcomes[OutcomeOfTopic(topic: item.message.topic, outcome: outcome), default: 0] += 1
        watch(item, outcome)
    }

    func say(_ notice: WorkerNotice) { notices.append(notice) }

    func noteRefused(_ item: ReceivedMessage, _ refusal: CommandGate.Refusal) {
        notices.append(
            .refused(lane: item.lane, topic: item.message.topic, offset: item.message.offset, type: item.event?.type ?? "", refusal))
    }

    /// A state was woken; `nil` where its timer was superseded.
    func woke(_ lane: LaneID, _ waking: Waking?) {
        wakeCount += 1
        guard let waking else { return }
        publish(waking.events, lane: lane, causedBy: nil)
        lateness.append(Double(now.milliseconds - waking.since.milliseconds) / 1000)
    }

    // MARK: Journal

    /// - Parameter cause: the event that led to them; `nil` where time did.
    func publish(_ events: [SequencedEvent], lane: LaneID, causedBy cause: CloudEvent?) {
        for sequenced in events {
            let event = sequenced.event
            append(lane: lane) { position in
                JournalRow(
                    lane: lane, position: position, topic: event.topic, key: event.key,
                    id: event.id ?? "\(event.key)-\(sequenced.sequence ?? position)", time: now, traceParent: cause?.traceParent,
                    correlation: Self.correlation(of: event, causedBy: cause), content: event.content(sequence: sequenced.sequence))
            }
        }
    }

    /// What its sender has named as the flow counts first, then the flow of what it belongs to; else its sender's event begins one.
    private static func correlation(of event: OutboundEvent, causedBy cause: CloudEvent?) -> Correlation {
        Correlation(
            id: cause?.correlationID ?? event.correlationID ?? cause?.id ?? event.causationID, cause: event.causationID ?? cause?.id)
    }

    /// Sends a message on as it came, but to the partition and under the key where it belongs.
    ///
    /// - Throws: a fault where it is too large for the broker to take it again.
    func forward(_ item: ReceivedMessage, key: String, stateKey: String, partition: Int32) throws(Fault) {
        let (size, limit) = (item.message.value?.count ?? 0, context.settings.messageBytes)
        guard size <= limit else {
            throw Fault(
                field: "", problem: "is in a partition that is not its key's and is too large to be sent on: \(size) bytes",
                expected: "at most \(limit) bytes")
        }
        let message = ParkedMessage(
            key: Data(key.utf8), headers: item.message.headers.map { ForwardedHeader(name: $0.name, value: $0.value) },
            value: item.message.value)
        let sealed = try message.sealed(by: context.sealer).together
        append(lane: item.lane) { position in
            JournalRow(
                lane: item.lane, position: position, topic: item.message.topic, key: stateKey,
                id: "\(item.message.topic)/\(item.message.partition)/\(item.message.offset)", time: now,
                traceParent: item.event?.traceParent, content: .forwarded(sealed: Data(sealed.ciphertext.utf8), partition: partition))
        }
    }

    /// Says that the worker is alive, in a transaction of the lane.
    ///
    /// - Parameter due: when the earliest timer of its lanes was due.
    func beat(_ lane: LaneID, due: Instant?) {
        let held = counters.keys.filter { $0.group == lane.group }.map(\.number).sorted()
        let beat = Heartbeat(
            service: context.service, lanes: held, everySeconds: Int(context.settings.beatEveryMilliseconds / 1000),
            overdueSeconds: due.map { max(0, Int((now.milliseconds - $0.milliseconds) / 1000)) } ?? 0, at: now)
        let data = beat.encodeData(with: context.coder)
        let epoch = counters[lane]?.epoch ?? 0
        append(lane: lane) { position in
            JournalRow(
                lane: lane, position: position, topic: Topic.alerts.name, key: Heartbeat.key,
                id: "\(context.service)/heartbeat/\(lane.number)/\(epoch)/\(position)", time: now,
                content: .event(type: Heartbeat.wireType, sequence: nil, data: data))
        }
        notices.append(.beat(lanes: held.count))
    }

    private func append(lane: LaneID, row: (Int64) -> JournalRow) {
        journal.append(row(counters[lane]?.nextPosition() ?? 1))
    }

    // MARK: Dead letters

    /// Parks a message behind a dead letter of its key.
    func park(_ item: ReceivedMessage) {
        deadLetter(ParkedMessage(item.message), Origin(item, key: item.key), kind: .waiting, fault: nil, isAnnounced: false)
    }

    /// A message that could not be decided.
    func deadLetter(_ item: ReceivedMessage, _ fault: Fault) {
        lastFault = fault
        deadLetter(ParkedMessage(item.message), Origin(item, key: item.key), kind: .poison, fault: fault, isAnnounced: true)
        if !item.key.isEmpty { parked[item.lane.group, default: []].insert(item.key) }
        notices.append(.deadLetter(lane: item.lane, DeadLetterOrigin(item.message), fault: fault))
        finish(item, .deadLettered)
    }

    /// A timer whose state could not be woken.
    func deadLetter(timer row: StateRow, _ fault: Fault) {
        lastFault = fault
        wakeCount += 1
        let timer = DeadLetterOrigin.timer(lane: row.lane.number, due: row.due ?? Instant(milliseconds: 0))
        deadLetter(
            ParkedMessage(key: nil, headers: [], value: nil), Origin(lane: row.lane, key: row.key, origin: timer, sender: (nil, nil)),
            kind: .poison, fault: fault, isAnnounced: true)
        notices.append(.deadLetter(lane: row.lane, timer, fault: fault))
    }

    /// Where a dead letter came from and where it is kept.
    private struct Origin {
        let lane: LaneID
        let key: String
        let origin: DeadLetterOrigin
        let sender: (source: String?, type: String?)

        init(lane: LaneID, key: String, origin: DeadLetterOrigin, sender: (source: String?, type: String?)) {
            self.lane = lane
            self.key = key
            self.origin = origin
            self.sender = sender
        }

        init(_ item: ReceivedMessage, key: String) {
            self.init(lane: item.lane, key: key, origin: DeadLetterOrigin(item.message), sender: item.sender)
        }
    }

    /// - Parameter isAnnounced: whether it is announced on the topic of dead letters, too.
    private func deadLetter(_ message: ParkedMessage, _ from: Origin, kind: DeadLetterRow.Kind, fault: Fault?, isAnnounced: Bool) {
        guard let sealed = sealed(message) else { return }
        if let fault, isAnnounced {
            // Without its key: what is on the topic opens for as long as the letter lies in the table.
            let original = sealed.text.byteCount <= context.settings.messageBytes * 3 / 4 ? sealed.text : nil
            announce(fault, original, from)
        }
        letters.parked.append(
            DeadLetterRow(
                lane: from.lane, number: nextSerial(of: from.lane).number, kind: kind, key: from.key, origin: from.origin,
                sealedMessage: sealed.together, fault: fault, at: now, source: from.sender.source, type: from.sender.type))
        counters[from.lane]?.parked += 1
    }

    /// `nil` where sealing fails: then this round must not become true, or the message would be gone from its topic one day and from here at once.
    private func sealed(_ message: ParkedMessage) -> SealedApart? {
        do {
            return try message.sealed(by: context.sealer)
        } catch {
            sealingFault = error
            return nil
        }
    }

    /// Puts the dead letter on its topic.
    private func announce(_ fault: Fault, _ original: SealedText?, _ from: Origin) {
        let (service, origin) = (context.service, from.origin)
        let letter = DeadLetter(
            service: service, topic: origin.topic, partition: origin.partition, offset: origin.offset, fault: fault, original: original,
            at: now)
        let data = letter.encodeData(with: context.coder)
        append(lane: from.lane) { position in
            JournalRow(
                lane: from.lane, position: position, topic: Topic.deadLetters.name, key: from.key.isEmpty ? service : from.key,
                id: "\(service)/\(origin.topic)/\(origin.partition)/\(origin.offset)", time: now,
                content: .event(type: DeadLetter.wireType, sequence: nil, data: data))
        }
    }

    /// What was asked of a letter is done.
    func settled(_ row: DeadLetterRow, _ notice: WorkerNotice) {
        notices.append(notice)
        letters.settled.append(row)
        counters[row.lane]?.parked -= 1
    }

    func replayFailed(_ row: DeadLetterRow, _ fault: Fault) {
        letters.failed.append(row.failing(with: fault))
        lastFault = fault
    }

    /// Nothing waits under the key any more.
    func release(_ key: String, in group: LaneGroup) { parked[group.name]?.remove(key) }

    // MARK: Senders beyond their share

    /// Who sent a message, as far as it can be read and believed; those that cannot be told apart are one.
    func sender(of item: ReceivedMessage) -> FloodGuard.Sender {
        let topic = item.message.topic
        guard item.origin == .outsiders, !Self.ownTopics.contains(topic) else { return .service }
        guard let event = item.event else { return .outsider(item.sender.source ?? "") }
        // Whoever may write a topic may name another as the source: of a command it counts only where its signature was asked for.
        if Self.signedTopics.contains(topic), !item.isDecidable { return .outsider("") }
        guard Party.isOurs(event.source) else { return .outsider(event.source) }
        return item.isDecidable ? .service : .outsider("")
    }

    /// What only our services write, whatever their readers know a repetition by.
    private static let ownTopics = Set(Topic.all.filter { !$0.isWrittenByOutsiders }.map(\.name))
    /// Where commands are signed.
    private static let signedTopics: Set = [Topic.workOrderCommands.name, Topic.compensationCommands.name]

    /// Counts what became of a message, and says so where its sender is put in quarantine with it.
    private func watch(_ item: ReceivedMessage, _ outcome: MessageOutcome) {
        var isRead = true
        switch item.standing {
        // A command that nobody has signed says nothing of the one whose name it carries.
        case .refused(let refusal): if refusal.sender == nil { return }
        case .unreadable(let fault): isRead = rejectedByStore != nil || fault.isOurs
        case .decidable, .answered, .passedOver: break
        }
        let sender = sender(of: item)
        let monotonic = context.clock.monotonicMilliseconds()
        guard floodGuard.count(sender, outcome, isRead: isRead, at: monotonic), case .outsider(let source) = sender else { return }
        notices.append(
            .quarantined(
                source: source, topic: item.message.topic, reason: lastFault?.description ?? "they were refused or rejected",
                seconds: context.settings.floodGuard.quarantineMilliseconds / 1_000))
    }

    /// Puts a message aside whose sender is in quarantine, sealed and in order, to be replayed once the sender is mended. It is kept under no
    /// key, so that nothing of another sender waits behind it.
    ///
    /// - Returns: whether it was one.
    func putAside(_ item: ReceivedMessage) -> Bool {
        guard floodGuard.isQuarantined(sender(of: item)) else { return false }
        let fault = Fault(
            field: "source", problem: "is in quarantine, as too many of its messages could not be taken",
            expected: "a sender that is mended; replay what was put aside then")
        deadLetter(ParkedMessage(item.message), Origin(item, key: ""), kind: .poison, fault: fault, isAnnounced: false)
        return true
    }

    /// Whoever asks for a message to be replayed trusts its sender again.
    func trustAgain(_ item: ReceivedMessage) {
        guard case .outsider(let source) = sender(of: item), floodGuard.release(source) else { return }
        notices.append(.quarantineEnded(source: source))
    }

    // MARK: What is stored

    /// Takes over what the groups have made of their states.
    ///
    /// - Throws: where a message could not be put aside.
    func collect(_ batches: [GroupBatch]) throws(StoreError) {
        if let sealingFault { throw .unusable("a message that has to be put aside \(sealingFault)") }
        for batch in batches {
            let changes = batch.changes()
            stored += changes.stored
            if !changes.added.isEmpty { added[batch.group.name] = changes.added }
            if !changes.deletedRows.isEmpty { deletedRows[batch.group.name] = changes.deletedRows }
        }
    }

    /// - Parameter lanes: those whose earliest timer is to be told afterwards.
    func changes(refreshing lanes: [LaneID]) -> BatchChanges {
        var changes = BatchChanges(now: now)
        changes.lanes =
            counters
            .filter { $0.value.position != before[$0.key]?.position || $0.value.serial != before[$0.key]?.serial }
            .map { LaneAdvance(lane: $0.key, position: $0.value.position, serial: $0.value.serial) }
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
private struct LetterChanges {
    var parked: [DeadLetterRow] = []
    var settled: [DeadLetterRow] = []
    var failed: [DeadLetterRow] = []
}

extension DeadLetterRow {
    fileprivate func failing(with fault: Fault) -> DeadLetterRow {
        DeadLetterRow(
            lane: lane, number: number, kind: .poison, key: key, origin: origin, sealedMessage: sealedMessage, fault: fault, at: at,
            source: source, type: type)
    }
}
