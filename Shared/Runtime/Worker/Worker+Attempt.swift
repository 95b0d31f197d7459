import Domain
import Kafka

/// How one transaction ended.
enum Attempt {
    case done
    /// Lanes were lost, or the worker halted: what was polled is read again or never.
    case abandoned
    /// The store refuses the data.
    case refused(Fault)
}

extension Worker {
    /// One transaction. Nothing of the worker changes unless it is committed.
    /// - Parameter rejectedByStore: the store refused this single piece of work; its messages go to the dead letters undecided.
    func attempt(_ work: Work, now: Instant, rejectedByStore: Fault?) -> Attempt {
        let started = clock.monotonicMilliseconds()
        let reading = read(work.messages, rejectedByStore: rejectedByStore)
        do {
            let batch = load(work, reading, now: now)
            let loaded = try store.begin(batch)
            guard loaded.fenced.isEmpty else {
                drop(loaded.fenced)
                return .abandoned
            }
            let round = Round(worker: self, loaded: loaded, now: now, rejectedByStore: rejectedByStore)
            try round.decide(reading, beatLane: work.beatLane)
            guard !floodGuardBites(round) else {
                store.rollback()
                return .abandoned
            }
            // A request may free a key whose timer rested, so the lane's next timer is looked up after it, too.
            let refreshed = Set(work.wakeLanes + work.requestLanes).sorted()
            let due = try store.commit(round.changes(refreshing: refreshed))
            for fence in batch.lanes { lanes[fence.lane]?.storedWatermark = fence.confirmed }
            if work.beatLane != nil { lastBeat = clock.monotonicMilliseconds() }
            adopt(round, reading: reading, due: due, refreshed: refreshed)
            observer.batch(
                messages: work.messages.count, wakes: round.wakeCount,
                seconds: Double(clock.monotonicMilliseconds() - started) / 1000)
            return .done
        } catch {
            store.rollback()
            if case .refused(let fault) = error, rejectedByStore == nil { return .refused(fault) }
            handle(error)
            return .abandoned
        }
    }

    private func floodGuardBites(_ round: Round) -> Bool {
        guard round.floodGuard.isOurFault else { return false }
        let reason = """
            \(settings.floodGuard.runLength) messages in a row, of more than one sender, could not be decided, the last because \
            \(round.lastFault?.description ?? "of no stated fault"); none of the rest is put aside, and it is tried again by itself. Mend the \
            cause, or start with --flood-guard off to let them go to the dead letters
            """
        halt(reason)
        return true
    }

    private func load(_ work: Work, _ reading: BatchReading, now: Instant) -> BatchLoad {
        let touched = Set(reading.offsets.keys).union(work.wakeLanes).union(work.requestLanes)
            .union(work.beatLane.map { [$0] } ?? [])
        var batch = BatchLoad(
            lanes: touched.sorted().compactMap { id in lanes[id].map { fence($0, offsets: reading.offsets[id] ?? [:]) } },
            identities: reading.identities, requestLanes: work.requestLanes)
        for (name, laneHandler) in laneHandlers.sorted(by: { $0.key < $1.key }) {
            let wakes = work.wakeLanes.filter { $0.group == name }.map(\.number)
            let requests = work.requestLanes.filter { $0.group == name }.map(\.number)
            let keys = reading.keys[name] ?? []
            if keys.isEmpty, wakes.isEmpty, requests.isEmpty { continue }
            batch.groups.append(
                GroupLoad(
                    group: laneHandler.group, keys: keys.sorted(),
                    wake: wakes.isEmpty ? nil : WakeLoad(lanes: wakes, now: now, limit: work.wakeLimit),
                    mayHaveParked: touched.contains { $0.group == name && lanes[$0]?.parked ?? 0 > 0 }, requestLanes: requests))
        }
        return batch
    }

    /// The transaction is committed: the worker's own picture follows it, and the events go on their way.
    private func adopt(_ round: Round, reading: BatchReading, due: [LaneID: Instant], refreshed: [LaneID]) {
        takeBackoff.succeeded()
        endHalt()
        for (id, offsets) in reading.offsets { lanes[id]?.offsets.merge(offsets) { _, new in new } }
        for lane in round.counters.values { lanes[lane.id]?.adopt(lane) }
        for id in refreshed { lanes[id]?.nextDue = due[id] }
        for row in round.stored where row.due != nil { lanes[row.lane]?.expect(row.due) }
        for row in round.journal { enqueue(row) }
        floodGuard = round.floodGuard
        for (key, number) in round.outcomes { observer.count(topic: key.topic, outcome: key.outcome, by: number) }
        for lateness in round.lateness { observer.timerLateness(seconds: lateness) }
        for notice in round.notices { observer.notice(notice) }
        publishProgress()
    }

    /// Tells the broker once a second how far the lanes are, for lag tools.
    private func publishProgress() {
        let monotonic = clock.monotonicMilliseconds()
        guard monotonic - lastProgress >= 1_000 else { return }
        lastProgress = monotonic
        log.publishProgress(
            assigned.sorted().compactMap { partition in
                guard let input = inputs[partition.topic],
                    let offset = lanes[LaneID(group: input.group, number: partition.partition)]?.offsets[partition.topic]
                else { return nil }
                return StartPosition(partition, offset: offset)
            })
    }
}
