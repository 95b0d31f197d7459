import CommandLine
import Synchronization

/// What the health endpoints know: the last status each worker left.
final class ServiceStatus: Sendable {
    private struct Report {
        let status: WorkerStatus
        let at: Int64
    }

    private let workers: Mutex<[Int: Report]> = Mutex([:])
    private let count: Int
    private let stallAfterMilliseconds: Int64
    private let monotonic: @Sendable () -> Int64

    /// After how long without a word a worker counts as stuck, in milliseconds: far above any transaction and any wait for a server.
    private static let silence: Int64 = 300_000

    /// - Parameter monotonic: the machine's time in milliseconds, which no correction moves.
    init(
        workers count: Int, stallAfterMilliseconds: Int64,
        monotonic: @escaping @Sendable () -> Int64 = { SystemClock().monotonicMilliseconds() }
    ) {
        self.count = count
        self.stallAfterMilliseconds = stallAfterMilliseconds
        self.monotonic = monotonic
    }

    func report(_ status: WorkerStatus, of worker: Int) {
        let report = Report(status: status, at: monotonic())
        workers.withLock { $0[worker] = report }
    }

    private var reports: [(worker: Int, report: Report)] {
        workers.withLock { workers in workers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    /// Why the process should be restarted: what nothing inside it can cure. Empty when it lives. An outage is no reason, as a restart would
    /// not mend it; nor is a worker that has stopped by itself, which tries again.
    var lifeFaults: [String] {
        let now = monotonic()
        return reports.flatMap { worker, report in
            let status = report.status
            var faults = status.lanes.filter { $0.stalledMilliseconds >= stallAfterMilliseconds }.map {
                "lane \($0.id) has \(CountText.text($0.lag ?? 0, "message")) to read and has not moved for \($0.stalledMilliseconds / 1000) s"
            }
            if status.isStopped { faults.append("a worker has ended") }
            if let deadEnd = status.deadEnd { faults.append("worker \(worker): \(deadEnd)") }
            if !status.isStopped, now - report.at >= Self.silence {
                faults.append("worker \(worker) is stuck: it has not reported for \((now - report.at) / 1000) s")
            }
            return faults
        }
    }

    /// Why the service does not work at the moment; empty when it is ready.
    var readinessFaults: [String] {
        let reports = reports
        let all = reports.map(\.report.status)
        var faults = all.compactMap(\.haltReason)
        faults += all.compactMap(\.storeFault)
        if all.contains(where: \.isBrokerAway) { faults.append("no Kafka broker answers") }
        faults += Set(all.compactMap(\.refusal)).sorted().map { "Kafka: \($0)" }
        faults += reports.compactMap { worker, report in report.status.groupFault.map { "worker \(worker): \($0)" } }
        faults += reports.compactMap { worker, report in report.status.instability.map { "worker \(worker): \($0)" } }
        if all.count < count {
            faults.append(
                "\(count - all.count) of \(CountText.text(count, "worker")) \(count - all.count == 1 ? "has" : "have") not started yet")
        }
        return faults
    }
}

extension WorkerStatus {
    /// Why it has no share of the partitions, where no server's being away says it already; `nil` while it has one.
    fileprivate var groupFault: String? {
        if let deadEnd { return deadEnd }
        if let consumerFault { return "its place in the consumer group is lost: \(consumerFault); it joins again by itself" }
        guard !isAssigned, !isStopped, !isBrokerAway, refusal == nil else { return nil }
        let seconds = unassignedMilliseconds / 1_000
        return hasBeenAssigned
            ? "the consumer group has taken the partitions back and has given none for \(seconds) s: it is forming again"
            : "the consumer group has given no partitions yet, for \(seconds) s"
    }
}
