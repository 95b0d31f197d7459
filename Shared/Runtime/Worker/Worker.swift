import Contracts
import Domain
import Foundation
import Kafka

/// One batch, one transaction: takes messages of the lanes it holds, has them decided, stores the effect and publishes the events.
///
/// It is synchronous: `step` does one round and returns, so that a thread can loop over it and a test can drive it. The protocol is
/// specified in `Ops/spec/Lane.tla`. It is owned by one thread.
///
/// It is made of parts that each keep their own state; what happens to one of them and means something to the others is said here.
public final class Worker {
    private let log: any MessageLog
    private let store: any LaneStore
    private let clock: any RuntimeClock
    private let observer: any WorkerObserver
    private let settings: WorkerSettings
    private let context: LaneContext
    private let groups: [GroupLanes]
    /// The groups whose lanes say that the worker is alive.
    private let beatingGroups: Set<String>

    private var lanes: HeldLanes
    private var publisher: Publisher
    private var inbox: Inbox
    private var schedule = LaneSchedule()
    private var member: GroupMember
    private var storeHealth = StoreHealth()
    private var published: PublishedCheck
    private var halt: Halt
    private var floodGuard: FloodGuard
    private var progress = ProgressWatch()

    /// - Parameters:
    ///   - service: the service's name, such as `intake`; the source of its events is `/redress/<name>`.
    ///   - ownTopics: the topics that it alone writes; those of a service of ours where they are not given.
    public init(
        service: String, handlers: [AnyLaneHandler], log: any MessageLog, store: any LaneStore, clock: any RuntimeClock,
        sealer: any MessageSealer, observer: any WorkerObserver, settings: WorkerSettings = WorkerSettings(), ownTopics: [String]? = nil
    ) {
        self.log = log
        self.store = store
        self.clock = clock
        self.observer = observer
        self.settings = settings
        let context = LaneContext(
            service: service, sealer: sealer, clock: clock, settings: settings, topics: InputTopics(handlers.map(\.group)),
            coder: WireCoder())
        self.context = context
        groups = handlers.map { $0.lanes(in: context) }.sorted { $0.group.name < $1.group.name }
        beatingGroups = Set(handlers.map(\.group).filter(\.beats).map(\.name))
        let source = "/redress/\(service)"
        let own = ownTopics ?? Party(rawValue: service).map { Topic.own(of: $0).map(\.name) } ?? []
        published = PublishedCheck(service: service, source: source, topics: own)
        publisher = Publisher(source: source, sealer: sealer)
        lanes = HeldLanes(pause: settings.backoffMilliseconds)
        inbox = Inbox(settings)
        member = GroupMember(log, clock, observer, settings)
        halt = Halt(pause: settings.haltMilliseconds)
        floodGuard = FloodGuard(limits: settings.floodGuard)
    }

    /// One round: wait for messages, confirmations or the next timer, at most so long; then do what there is to do.
    public func step(waitMilliseconds: Int) {
        let poll = log.poll(limit: settings.batchSize, timeoutMilliseconds: pollTimeout(atMost: waitMilliseconds))
        confirm(poll.reports)
        for event in poll.events { take(event) }
        applyBackpressure()
        member.keepUp()
        endQuarantines()
        tryAgainIfHalted()
        guard !halt.isActive else { return }
        takeUntakenLanes()
        offerOutgoing()
        work()
    }

    /// Finishes: publishes what is stored, stores the watermarks, leaves the group.
    ///
    /// Call it between steps; nothing is in progress then.
    public func stop(flushMilliseconds: Int = 5_000) {
        offerOutgoing()
        confirm(log.flush(timeoutMilliseconds: flushMilliseconds))
        storeWatermarks(of: publisher.moved)
        observer.notice(.gaveUp(lanes: lanes.giveUp()))
        releaseAllLanes()
        log.close()
    }

    /// How many messages wait in memory. Call it from the worker's thread.
    public var backlog: Int { inbox.count }

    /// How the worker stands now. Call it from the worker's thread.
    public func status() -> WorkerStatus {
        var status = WorkerStatus()
        let monotonic = clock.monotonicMilliseconds()
        let assigned = member.assigned
        for lane in lanes.ids.compactMap({ lanes[$0] }) {
            let lag = lane.lag(of: assigned, context.topics, log)
            status.lanes.append(
                WorkerStatus.Lane(
                    id: lane.id, lag: lag, stalledMilliseconds: progress.stalled(lane, lag: lag, at: monotonic),
                    unconfirmed: publisher.unconfirmed(of: lane.id), parked: schedule.parked(in: lane.id), offsets: lane.offsets))
        }
        member.show(in: &status, at: monotonic, movesPerMinute: settings.movesPerMinute)
        status.storeFault = storeHealth.fault
        status.haltReason = halt.reason
        status.quarantined = floodGuard.quarantined
        return status
    }

    // MARK: Work

    private func work() {
        if !storeHealth.isAway { checkFences() }
        guard !storeHealth.isAway, !lanes.isEmpty else { return }
        let now = clock.now()
        let work = nextWork(at: now)
        if work.isEmpty {
            flushWatermarksWhenIdle()
        } else {
            run(work, now: now)
            offerOutgoing()
        }
    }

    /// How long the next wait may be, in milliseconds.
    private func pollTimeout(atMost limit: Int) -> Int {
        if let attempt = halt.nextAttempt { return min(limit, milliseconds(until: attempt)) }
        if !inbox.isEmpty, !storeHealth.isAway, isWithinUnconfirmedLimit { return 0 }
        var timeout = limit
        if let attempt = lanes.nextAttempt { timeout = min(timeout, milliseconds(until: attempt)) }
        if !storeHealth.isAway, let due = schedule.nextDue { timeout = min(timeout, clock.milliseconds(until: due)) }
        if !publisher.hasOffered { timeout = min(timeout, 20) }
        if !storeHealth.isAway, let flush = publisher.flushDue(every: settings.flushAfterMilliseconds) {
            timeout = min(timeout, milliseconds(until: flush))
        }
        return max(0, timeout)
    }

    private func milliseconds(until monotonic: Int64) -> Int { max(1, Int(clamping: monotonic - clock.monotonicMilliseconds())) }

    private var isWithinUnconfirmedLimit: Bool { publisher.unconfirmed < settings.unconfirmedLimit }

    /// The next messages, timers and requests, within the bounds.
    private func nextWork(at now: Instant) -> Work {
        var work = Work(wakeLimit: settings.wakeLimit)
        guard isWithinUnconfirmedLimit else { return work }
        work.messages = inbox.nextBatch()
        work.wakeLanes = schedule.wakeLanes(at: now, hasBacklog: work.messages.count < inbox.count)
        let monotonic = clock.monotonicMilliseconds()
        work.requestLanes = schedule.requestLanes(at: monotonic, every: settings.requestEveryMilliseconds)
        // Most services never beat: of them no lane is asked.
        if !beatingGroups.isEmpty, schedule.isBeatDue(at: monotonic, every: settings.beatEveryMilliseconds) {
            work.beatLane = lanes.first(in: beatingGroups)
        }
        return work
    }

    /// Runs the work in one transaction; where the store refuses its data, in ever smaller ones, until the culprit stands alone.
    private func run(_ work: Work, now: Instant) {
        let count = work.messages.count
        switch attempt(work, now: now) {
        case .done: inbox.done(count)
        case .abandoned: break
        case .refused(let fault): if isolate(work, fault: fault, now: now) { inbox.done(count) }
        }
    }

    /// - Returns: whether all of the work is done, be it by dead letters.
    private func isolate(_ work: Work, fault: Fault, now: Instant) -> Bool {
        let parts = work.parts
        guard !parts.isEmpty else {
            if case .done = attempt(work, now: now, rejectedByStore: fault) { return true }
            return false
        }
        for part in parts {
            switch attempt(part, now: now) {
            case .done: continue
            case .abandoned: return false
            case .refused(let fault): guard isolate(part, fault: fault, now: now) else { return false }
            }
        }
        return true
    }

    private func attempt(_ work: Work, now: Instant, rejectedByStore rejected: Fault? = nil) -> Attempt {
        let started = clock.monotonicMilliseconds()
        let transaction = Transaction(
            store: store, groups: groups, context: context, lanes: lanes, watermarks: publisher.watermarks, schedule: schedule,
            floodGuard: floodGuard, now: now)
        switch transaction.run(work, rejectedByStore: rejected) {
        case .committed(let committed):
            adopt(committed, beat: work.beatLane != nil)
            observer.batch(
                messages: work.messages.count, wakes: committed.round.wakeCount,
                seconds: Double(clock.monotonicMilliseconds() - started) / 1000)
            return .done
        case .refused(let fault): return .refused(fault)
        case .fenced(let lanes): drop(lanes)
        case .halted(let reason): stopTaking(because: reason)
        case .failed(let error): handle(error)
        }
        return .abandoned
    }

    /// The transaction is committed: the worker's own picture follows it, and the events go on their way.
    private func adopt(_ committed: Transaction.Committed, beat: Bool) {
        let round = committed.round
        publisher.stored(committed.fences)
        if beat { schedule.beat(at: clock.monotonicMilliseconds()) }
        endHalt()
        lanes.advance(committed.offsets, round.counters)
        schedule.advance(round.counters, refreshed: committed.refreshed, due: committed.due, rows: round.stored)
        enqueue(round.journal)
        floodGuard = round.floodGuard
        for (key, number) in round.outcomes { observer.count(topic: key.topic, outcome: key.outcome, by: number) }
        for lateness in round.lateness { observer.timerLateness(seconds: lateness) }
        for notice in round.notices { observer.notice(notice) }
        publishProgress()
    }

    /// Tells the broker once a second how far the lanes are, for lag tools.
    private func publishProgress() {
        guard progress.isReportDue(at: clock.monotonicMilliseconds()) else { return }
        log.publishProgress(
            member.assigned.compactMap { partition in
                context.topics.lane(of: partition).flatMap { lanes.offset(of: partition.topic, in: $0) }
                    .map { StartPosition(partition, offset: $0) }
            })
    }

    /// Lets out the senders whose quarantine is over.
    private func endQuarantines() {
        guard !floodGuard.quarantined.isEmpty else { return }
        for source in floodGuard.release(at: clock.monotonicMilliseconds()) { observer.notice(.quarantineEnded(source: source)) }
    }

    // MARK: Publishing

    /// - Returns: whether all are on their way. What lies behind one that cannot be sent waits with it.
    @discardableResult
    private func enqueue(_ rows: [JournalRow]) -> Bool {
        do {
            for row in rows { try publisher.enqueue(row) }
            return true
        } catch {
            stopTaking(because: error.reason)
            loseAllLanes()
            return false
        }
    }

    private func offerOutgoing() {
        do {
            try publisher.offer(to: log)
        } catch {
            resetProducer(because: error.description)
        }
    }

    private func confirm(_ reports: [DeliveryReport]) {
        if !reports.isEmpty { member.brokerAnswers() }
        let confirmation = publisher.confirm(reports)
        if confirmation.hasConfirmed { member.accepted(sending: true) }
        guard let failure = confirmation.failure else { return }
        if failure.isRefusal { member.noteRefusal(failure, sending: true) }
        resetProducer(because: failure.description)
    }

    /// A message can never be delivered as things stand: drop what the producer holds, and send it again from the journal.
    private func resetProducer(because reason: String) {
        observer.notice(.producerFailed(reason: reason))
        publisher.clear()
        do {
            try log.purge()
        } catch {
            stopTaking(because: "the producer cannot be rebuilt: \(error)")
        }
        // Whatever became of it: what was dropped is sent from the journal before anything new is.
        loseAllLanes()
    }

    private func flushWatermarksWhenIdle() {
        guard publisher.isFlushDue(at: clock.monotonicMilliseconds(), every: settings.flushAfterMilliseconds) else { return }
        storeWatermarks(of: publisher.moved)
    }

    /// Tries the fence of every lane now and then. One for which nothing comes would never learn that it was taken, such as by the erasure of a
    /// customer, which leaves something in its journal to be sent.
    private func checkFences() {
        if lanes.isCheckDue(at: clock.monotonicMilliseconds(), every: settings.checkFencesEveryMilliseconds) {
            storeWatermarks(of: lanes.ids)
        }
    }

    /// An empty transaction that only moves watermarks.
    private func storeWatermarks(of ids: [LaneID]) {
        let fences = ids.compactMap { lanes.fence(of: $0, offsets: [:], watermark: publisher.watermark(of: $0)) }
        guard !fences.isEmpty, !storeHealth.isAway else { return }
        do {
            let loaded = try store.begin(BatchLoad(lanes: fences))
            guard loaded.fenced.isEmpty else { return drop(loaded.fenced) }
            _ = try store.commit(BatchChanges(now: clock.now()))
            publisher.stored(fences)
            // One that has just tried again has not met the cause yet.
            if inbox.isEmpty, halt.isCalm(at: clock.monotonicMilliseconds()) { endHalt() }
        } catch {
            store.rollback()
            handle(error)
        }
    }

    // MARK: Messages

    private func take(_ event: ConsumerEvent) {
        switch event {
        case .message(let message): receive(message)
        case .assigned(let partitions): assign(partitions)
        case .revoked(_, let lost): revoke(lost: lost)
        case .error(let error): member.noteRefusal(error, sending: false)
        case .allBrokersDown: member.brokerIsAway("no broker answers")
        case .log(let level, let facility, let text): observer.notice(.brokerSays(level: Int(level), text: "\(facility): \(text)"))
        case .consumerFailed(let error): consumerFailed(error)
        case .producerFailed(let error): resetProducer(because: error.description)
        }
    }

    private func receive(_ message: ConsumedMessage) {
        member.brokerAnswers()
        member.accepted(sending: false)
        // A run is of a lane that is held: it ends with whatever takes lanes away.
        if inbox.continues(with: message) { return }
        guard let lane = context.topics.lane(of: message.topic, message.partition), lanes.holds(lane) else { return }
        let check = PartitionCheck(log: log, place: TopicPartition(topic: message.topic, partition: message.partition))
        switch inbox.arrival(of: message, in: lane, stored: lanes.offset(of: message.topic, in: lane)) {
        case .expected: inbox.append(message, in: lane)
        case .earlier(let next):
            do {
                if let reason = try check.fault(readTo: next) { stopTaking(because: reason) }
            } catch {
                member.brokerIsAway(error.description)
            }
        case .gap(let expected):
            do {
                let missed = try check.missed(from: expected, to: message.offset)
                if missed > 0 { observer.notice(.missed(check.place, from: expected, count: missed)) }
                inbox.append(message, in: lane)
            } catch {
                // The lanes are taken again and the question is asked again. Reading alone must not begin again here: what was polled together with
                // this message would then be taken for what comes next.
                member.brokerIsAway(error.description)
                loseAllLanes()
            }
        }
    }

    /// Pauses reading where enough waits, and goes on at the stored offsets once all of it is decided.
    private func applyBackpressure() {
        if inbox.isHoldingBack {
            if inbox.isEmpty, isWithinUnconfirmedLimit, !storeHealth.isAway { startReading() }
        } else if inbox.holdsBack() {
            member.restReading()
        }
    }

    /// Reads every held lane from its stored offsets, and nothing of the others. What was polled before is read again.
    private func startReading() {
        inbox.restart()
        let starts = member.assigned.compactMap { partition -> StartPosition? in
            guard let lane = context.topics.lane(of: partition), lanes.holds(lane) else { return nil }
            return StartPosition(partition, offset: lanes.offset(of: partition.topic, in: lane) ?? StartPosition.beginning)
        }
        do {
            try log.assign(starts)
        } catch {
            observer.notice(.brokerSays(level: 3, text: error.description))
            // A lane that is held and not read would stand still: it is taken again.
            loseAllLanes()
        }
    }

    // MARK: Lanes

    private func assign(_ partitions: [TopicPartition]) {
        member.assign(partitions)
        lanes.assigned(Set(partitions.compactMap { context.topics.lane(of: $0) }))
        releaseAllLanes()
        takeUntakenLanes()
        if lanes.hasUntaken { startReading() }
    }

    /// Between batches, so nothing is in progress: what is lost is only what was polled and not begun.
    private func revoke(lost: Bool) {
        if !lost { storeWatermarks(of: publisher.moved) }
        let given = lanes.giveUp()
        releaseAllLanes()
        inbox.clear()
        member.revoke()
        if !given.isEmpty {
            member.moved()
            observer.notice(.gaveUp(lanes: given))
        }
    }

    /// The consumer does nothing more, and what it was assigned may be another's already: the lanes are let go at once, or their owners would
    /// take them from each other again and again.
    private func consumerFailed(_ error: KafkaError) {
        revoke(lost: true)
        member.consumerFailed(error)
    }

    /// Takes what is assigned and not held: raises the epochs, sends again what is not confirmed, starts at the stored offsets.
    private func takeUntakenLanes() {
        let due = lanes.due(at: clock.monotonicMilliseconds())
        guard !due.isEmpty, !halt.isActive else { return }
        do {
            guard try isReady() else { return lanes.takingFailed(at: clock.monotonicMilliseconds()) }
            let holdings = try store.take(
                due, rewaking: Rewaking(of: groups.map(\.group), now: clock.now(), perSecond: settings.rewakesPerSecond))
            if let notice = storeHealth.answered() { observer.notice(notice) }
            lanes.took(holdings)
            for holding in holdings {
                publisher.take(holding)
                schedule.take(holding)
                guard enqueue(holding.unconfirmed) else { return }
            }
            observer.notice(.took(lanes: holdings.map(\.lane)))
            startReading()
        } catch {
            handle(error)
        }
    }

    /// Whether the topics and the database are as they have to be before a lane is taken; not where no broker tells.
    private func isReady() throws(StoreError) -> Bool {
        var silence = try context.topics.learn(from: log)
        if silence == nil { silence = try published.run(log, store) }
        if let silence { member.brokerIsAway(silence.description) }
        return silence == nil
    }

    /// Somebody else took the lanes: nothing of them may be written any more. If the group still counts them as ours, they are taken again.
    private func drop(_ fenced: [LaneID]) {
        for lane in fenced { observer.notice(.fenced(lane)) }
        lanes.drop(fenced, at: clock.monotonicMilliseconds())
        publisher.release(fenced)
        schedule.release(fenced)
        member.moved()
        published.doubt()
        inbox.remove { message in context.topics.lane(of: message.topic, message.partition).map { !lanes.holds($0) } ?? true }
    }

    /// Whether the last transaction took effect is open: taking the lanes again answers it.
    private func loseAllLanes() {
        lanes.loseAll(at: clock.monotonicMilliseconds())
        releaseAllLanes()
        inbox.clear()
        member.restReading()
    }

    private func releaseAllLanes() {
        publisher.releaseAll()
        schedule.releaseAll()
    }

    // MARK: Outages

    private func handle(_ error: StoreError) {
        // It may be another one when it is back.
        published.doubt()
        switch error {
        case .unavailable(let reason):
            if let notice = storeHealth.away(reason) { observer.notice(notice) }
            loseAllLanes()
        case .unusable(let reason):
            if let notice = storeHealth.unusable(reason) { observer.notice(notice) }
            loseAllLanes()
        case .refused(let fault): stopTaking(because: "the store refuses a take: \(fault)")
        }
    }

    /// Stops taking messages and says so, and tries again after a pause that grows.
    private func stopTaking(because reason: String) {
        guard !halt.isActive else { return }
        if halt.begin(reason, at: clock.monotonicMilliseconds()) { observer.notice(.halted(reason: reason)) }
        inbox.clear()
        member.restReading()
    }

    /// Tries again what it had stopped for; the reason stands until something has been stored.
    private func tryAgainIfHalted() {
        if halt.tryAgain(at: clock.monotonicMilliseconds()) { loseAllLanes() }
    }

    /// Something has been stored.
    private func endHalt() {
        if halt.end() { observer.notice(.resumed) }
    }
}
