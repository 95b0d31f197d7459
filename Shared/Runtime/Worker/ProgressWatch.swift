import Kafka

/// Since when each lane has had messages before it without moving: what tells a stuck lane from an idle one.
struct ProgressWatch {
    private var seen: [LaneID: (offsets: [String: Int64], since: Int64)] = [:]

    /// - Returns: for how long the lane has had lag and not moved, in milliseconds.
    mutating func stalled(_ lane: HeldLane, lag: Int64?, at monotonic: Int64) -> Int64 {
        guard let lag, lag > 0, let last = seen[lane.id], last.offsets == lane.offsets else {
            seen[lane.id] = (lane.offsets, monotonic)
            return 0
        }
        return monotonic - last.since
    }
}

extension Worker {
    /// How the worker stands now. Call it from the worker's thread.
    public func status() -> WorkerStatus {
        var status = WorkerStatus()
        let monotonic = clock.monotonicMilliseconds()
        for lane in lanes.values.sorted(by: { $0.id < $1.id }) {
            let lag = lag(of: lane)
            status.lanes.append(
                WorkerStatus.Lane(
                    id: lane.id, lag: lag, stalledMilliseconds: progress.stalled(lane, lag: lag, at: monotonic),
                    unconfirmed: lane.unconfirmed, parked: lane.parked, offsets: lane.offsets))
        }
        status.storeFault = storeFault
        status.isBrokerAway = isBrokerAway
        status.refusal = refusal?.error.description
        status.isAssigned = isAssigned
        status.haltReason = haltReason
        status.unassignedMilliseconds = isAssigned ? 0 : unassignedSince.map { monotonic - $0 } ?? 0
        status.hasBeenAssigned = hasBeenAssigned
        status.consumerFault = consumer.fault
        status.instability = consumer.instability(at: monotonic, limit: settings.movesPerMinute)
        status.deadEnd = consumer.deadEnd
        status.quarantined = floodGuard.quarantined
        return status
    }

    private func lag(of lane: HeldLane) -> Int64? {
        var lag: Int64?
        for partition in assigned where partition.partition == lane.id.number && inputs[partition.topic]?.group == lane.id.group {
            guard let end = log.endOffset(of: partition) else { continue }
            lag = (lag ?? 0) + max(0, end - (lane.offsets[partition.topic] ?? 0))
        }
        return lag
    }
}
