import Telemetry

/// The gauges of a worker's lanes.
struct LaneGauges {
    let metrics: Metrics

    func show(_ status: WorkerStatus) {
        for lane in status.lanes {
            let labels = ["group": lane.id.group, "lane": String(lane.id.number)]
            if let lag = lane.lag {
                metrics.gauge("redress_lag_messages", help: "Messages before the lane.", labels: labels).set(Double(lag))
            }
            metrics.gauge(
                "redress_lane_progress_age_seconds", help: "How long the lane has had lag without moving.", labels: labels
            ).set(Double(lane.stalledMilliseconds) / 1000)
            metrics.gauge("redress_outbox_unconfirmed", help: "Journal rows the broker has not confirmed.", labels: labels)
                .set(Double(lane.unconfirmed))
            metrics.gauge("redress_parked_messages", help: "Messages in the lane's dead letters.", labels: labels).set(lane.parked)
        }
        metrics.gauge("redress_up", help: "Whether the service works: 1, or 0 while a server is away or it has halted.")
            .set(status.haltReason == nil && status.storeFault == nil && !status.isBrokerAway ? 1 : 0)
    }
}
