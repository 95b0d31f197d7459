import Telemetry

/// The gauges of one worker's lanes. A lane that is given up takes its gauges with it, or it would look stalled forever.
struct LaneGauges {
    private static let lag = "redress_lag_messages"
    private static let age = "redress_lane_progress_age_seconds"
    private static let unconfirmed = "redress_outbox_unconfirmed"
    private static let parked = "redress_parked_messages"

    private let metrics: Metrics
    private let worker: String
    private var shown: Set<LaneID> = []

    init(metrics: Metrics, worker: Int) {
        self.metrics = metrics
        self.worker = String(worker)
    }

    mutating func show(_ status: WorkerStatus) {
        for lane in shown.subtracting(status.lanes.map(\.id)) {
            for name in [Self.lag, Self.age, Self.unconfirmed, Self.parked] { metrics.remove(name, labels: labels(lane)) }
        }
        shown = Set(status.lanes.map(\.id))
        for lane in status.lanes {
            set(Self.lag, "Messages before the lane.", lane.id, lane.lag.map { Double($0) })
            set(Self.age, "How long the lane has had lag without moving.", lane.id, Double(lane.stalledMilliseconds) / 1000)
            set(Self.unconfirmed, "Journal rows the broker has not confirmed.", lane.id, Double(lane.unconfirmed))
            set(Self.parked, "Messages in the lane's dead letters.", lane.id, Double(lane.parked))
        }
        metrics.gauge(
            "redress_sources_quarantined", help: "Senders beyond their share, whose messages are put aside at present.",
            labels: ["worker": worker]
        ).set(Double(status.quarantined.count))
        metrics.gauge(
            "redress_up",
            help:
                "Whether the worker works: 1, or 0 while a server is away, it takes no messages, or its consumer group gives it no share.",
            labels: ["worker": worker]
        ).set(status.works ? 1 : 0)
    }

    private func set(_ name: String, _ help: String, _ lane: LaneID, _ value: Double?) {
        guard let value else { return }
        metrics.gauge(name, help: help, labels: labels(lane)).set(value)
    }

    private func labels(_ lane: LaneID) -> [String: String] {
        ["group": lane.group, "lane": String(lane.number), "worker": worker]
    }
}
