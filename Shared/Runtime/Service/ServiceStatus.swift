import Synchronization

/// What the health endpoints know: the last status each worker left.
final class ServiceStatus: Sendable {
    private let workers: Mutex<[Int: WorkerStatus]> = Mutex([:])
    private let count: Int
    private let stallAfterMilliseconds: Int64

    init(workers count: Int, stallAfterMilliseconds: Int64) {
        self.count = count
        self.stallAfterMilliseconds = stallAfterMilliseconds
    }

    func report(_ status: WorkerStatus, of worker: Int) {
        workers.withLock { $0[worker] = status }
    }

    var all: [WorkerStatus] {
        workers.withLock { workers in workers.sorted { $0.key < $1.key }.map(\.value) }
    }

    /// Why the process should be started anew; empty when it lives. An outage is no reason: a restart would not mend it.
    var lifeFaults: [String] {
        all.flatMap(\.lanes).filter { $0.stalledMilliseconds >= stallAfterMilliseconds }.map {
            "lane \($0.id) has \($0.lag ?? 0) messages before it and has not moved for \($0.stalledMilliseconds / 1000) s"
        } + all.filter(\.isStopped).map { _ in "a worker has ended" }
    }

    /// Why the service does not work at the moment; empty when it is ready.
    var readinessFaults: [String] {
        let all = all
        var faults = all.compactMap(\.haltReason)
        faults += all.compactMap(\.storeFault)
        if all.contains(where: \.isBrokerAway) { faults.append("no Kafka broker answers") }
        faults += Set(all.compactMap(\.refusal)).sorted().map { "Kafka: \($0)" }
        if all.count < count || !all.contains(where: \.isAssigned) { faults.append("the consumer group has given no partitions yet") }
        return faults
    }
}
