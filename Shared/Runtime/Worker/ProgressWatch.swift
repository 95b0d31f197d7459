import Kafka

/// Since when each lane has had messages before it without moving: what tells a stuck lane from an idle one.
struct ProgressWatch {
    private var seen: [LaneID: (offsets: [String: Int64], since: Int64)] = [:]
    private var lastReport: Int64 = 0

    /// How often the broker is told how far the lanes are, in milliseconds.
    private static let reportMilliseconds: Int64 = 1_000

    /// - Returns: for how long the lane has had lag and not moved, in milliseconds.
    mutating func stalled(_ lane: HeldLane, lag: Int64?, at monotonic: Int64) -> Int64 {
        guard let lag, lag > 0, let last = seen[lane.id], last.offsets == lane.offsets else {
            seen[lane.id] = (lane.offsets, monotonic)
            return 0
        }
        return monotonic - last.since
    }

    /// Whether it is time to tell the broker how far the lanes are.
    mutating func isReportDue(at monotonic: Int64) -> Bool {
        guard monotonic - lastReport >= Self.reportMilliseconds else { return false }
        lastReport = monotonic
        return true
    }
}

extension HeldLane {
    /// How many messages the broker has that the lane has not taken; `nil` while unknown.
    ///
    /// - Parameter partitions: those that the worker reads.
    func lag(of partitions: [TopicPartition], _ topics: InputTopics, _ log: any MessageLog) -> Int64? {
        var lag: Int64?
        for partition in partitions where topics.lane(of: partition) == id {
            guard let end = log.endOffset(of: partition) else { continue }
            lag = (lag ?? 0) + max(0, end - (offsets[partition.topic] ?? 0))
        }
        return lag
    }
}
