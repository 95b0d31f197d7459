import Domain
import Kafka

/// One transaction of a worker: fence, load, decide, save, commit. Nothing of the worker changes in it.
struct Transaction {
    /// How it ended.
    enum End {
        case committed(Committed)
        /// Somebody else has taken these lanes; nothing was done.
        case fenced([LaneID])
        /// Nothing can be decided, and not by one sender's doing; nothing was done.
        case halted(reason: String)
        /// The store refuses the data.
        case refused(Fault)
        case failed(StoreError)
    }

    /// What the worker takes over.
    struct Committed {
        let round: Round
        let fences: [LaneFence]
        /// The offsets after the batch.
        let offsets: [LaneID: [String: Int64]]
        /// The lanes whose earliest timer was looked up, and what was found.
        let refreshed: [LaneID]
        let due: [LaneID: Instant]
    }

    let store: any LaneStore
    let groups: [GroupLanes]
    let context: LaneContext
    let lanes: HeldLanes
    let watermarks: [LaneID: Int64]
    let schedule: LaneSchedule
    let floodGuard: FloodGuard
    let now: Instant

    /// - Parameter rejected: the store refused this single piece of work; its messages go to the dead letters undecided.
    func run(_ work: Work, rejectedByStore rejected: Fault? = nil) -> End {
        let batches = groups.compactMap { batch(of: $0, work, rejected) }
        do {
            let load = load(work, batches)
            let loaded = try store.begin(load)
            guard loaded.fenced.isEmpty else { return .fenced(loaded.fenced) }
            let round = Round(
                context, lanes: lanes.counters, floodGuard: floodGuard, loaded: loaded, now: now, rejectedByStore: rejected)
            for batch in batches { batch.decide(round, loaded) }
            if let beatLane = work.beatLane { round.beat(beatLane, due: schedule.nextDue) }
            try round.collect(batches)
            guard !round.floodGuard.isOurFault else {
                store.rollback()
                return .halted(reason: reason(round))
            }
            // A request may free a key whose timer rested, so the lane's next timer is looked up after it, too.
            let refreshed = Set(work.wakeLanes + work.requestLanes).sorted()
            let due = try store.commit(round.changes(refreshing: refreshed))
            return .committed(
                Committed(round: round, fences: load.lanes, offsets: offsets(after: batches), refreshed: refreshed, due: due))
        } catch {
            store.rollback()
            if case .refused(let fault) = error, rejected == nil { return .refused(fault) }
            return .failed(error)
        }
    }

    /// What a group has to do in it; `nil` for nothing.
    private func batch(of group: GroupLanes, _ work: Work, _ rejected: Fault?) -> GroupBatch? {
        let batch = group.read(work.messages, rejected)
        let name = group.group.name
        guard batch.needs.offsets.isEmpty, !work.wakeLanes.contains(where: { $0.group == name }),
            !work.requestLanes.contains(where: { $0.group == name })
        else { return batch }
        return nil
    }

    private func offsets(after batches: [GroupBatch]) -> [LaneID: [String: Int64]] {
        var offsets: [LaneID: [String: Int64]] = [:]
        for batch in batches { offsets.merge(batch.needs.offsets) { one, _ in one } }
        return offsets
    }

    private func load(_ work: Work, _ batches: [GroupBatch]) -> BatchLoad {
        let offsets = offsets(after: batches)
        var touched = Set(offsets.keys).union(work.wakeLanes).union(work.requestLanes)
        if let beatLane = work.beatLane { touched.insert(beatLane) }
        var load = BatchLoad(
            lanes: touched.sorted().compactMap { id in
                lanes.fence(of: id, offsets: offsets[id] ?? [:], watermark: watermarks[id] ?? 0)
            },
            identities: batches.flatMap(\.needs.identities), requestLanes: work.requestLanes)
        for batch in batches {
            let name = batch.group.name
            let wakes = work.wakeLanes.filter { $0.group == name }.map(\.number)
            let requests = work.requestLanes.filter { $0.group == name }.map(\.number)
            if batch.needs.keys.isEmpty, wakes.isEmpty, requests.isEmpty { continue }
            load.groups.append(
                GroupLoad(
                    group: batch.group, keys: batch.needs.keys.sorted(),
                    wake: wakes.isEmpty ? nil : WakeLoad(lanes: wakes, now: now, limit: work.wakeLimit),
                    mayHaveParked: touched.contains { $0.group == name && schedule.parked(in: $0) > 0 }, requestLanes: requests))
        }
        return load
    }

    private func reason(_ round: Round) -> String {
        """
        \(context.settings.floodGuard.runLength) messages in a row, of more than one sender, could not be decided, the last because \
        \(round.lastFault?.description ?? "of no stated fault"); none of the rest is put aside, and it is tried again by itself. Mend the \
        cause, or start with --flood-guard off to let them go to the dead letters
        """
    }
}
