import Foundation
import Kafka
import Telemetry

/// Turns what a worker does into metrics and log lines. It is owned by the worker's thread; the metrics behind it are shared.
final class TelemetryObserver: WorkerObserver {
    private let metrics: Metrics
    private let logger: Logger
    private var counters: [String: Counter] = [:]
    private let batches: Histogram
    private let batchSizes: Histogram
    private let lateness: Histogram
    private let fences: Counter
    private let deadLetters: Counter
    private let refusals: Counter
    private let heartbeats: Counter
    private let missed: Counter
    private let rejoins: Counter
    private let consumerFailures: Counter
    private let moves: Counter
    private let quarantines: Counter
    /// When a consumer's failure was last logged: each is counted, one a minute is logged.
    private var lastFailure: ContinuousClock.Instant?

    init(metrics: Metrics, logger: Logger) {
        self.metrics = metrics
        self.logger = logger
        batches = metrics.histogram(
            "redress_batch_seconds", help: "Time of one transaction, from reading to commit.", buckets: Histogram.secondsBuckets)
        batchSizes = metrics.histogram(
            "redress_batch_messages", help: "Messages in one transaction.", buckets: Histogram.countBuckets)
        lateness = metrics.histogram(
            "redress_timer_lateness_seconds", help: "How late timers fired, by the service's clock.", buckets: Histogram.latenessBuckets)
        fences = metrics.counter("redress_fences_total", help: "Transactions refused because another worker had taken the lane.")
        heartbeats = metrics.counter("redress_heartbeats_total", help: "How often a worker said on redress.alerts that it is alive.")
        missed = metrics.counter("redress_messages_missed_total", help: "Messages that Kafka deleted before they were read.")
        rejoins = metrics.counter(
            "redress_group_rejoins_total", help: "How often a worker joined its group again, having been given no partitions.")
        consumerFailures = metrics.counter(
            "redress_consumer_failures_total",
            help: "How often a worker's Kafka client failed for good and was rebuilt, such as when another took its group.instance.id.")
        moves = metrics.counter("redress_lane_moves_total", help: "How often all or some of its lanes were taken from a worker.")
        quarantines = metrics.counter("redress_quarantines_total", help: "How often a sender beyond its share was put in quarantine.")
        refusals = metrics.counter(
            "redress_commands_refused_total", help: "Commands that were not let in: unsigned, forged, or beyond what their sender may.")
        deadLetters = metrics.counter("redress_dead_letters_total", help: "Messages that went to the dead letters.")
    }

    func count(topic: String, outcome: MessageOutcome, by number: Int) {
        let name = "\(topic) \(outcome.rawValue)"
        let counter =
            counters[name]
            ?? metrics.counter(
                "redress_messages_total", help: "Messages taken, by what became of them.",
                labels: ["topic": topic, "outcome": outcome.rawValue])
        counters[name] = counter
        counter.increment(by: number)
    }

    func batch(messages: Int, wakes: Int, seconds: Double) {
        batches.observe(seconds)
        batchSizes.observe(Double(messages + wakes))
    }

    func timerLateness(seconds: Double) {
        lateness.observe(seconds)
    }

    func notice(_ notice: WorkerNotice) {
        switch notice {
        case .took(let lanes): logger.info("lanes taken", [.lane: names(lanes)])
        case .gaveUp(let lanes): logger.info("lanes given up", [.lane: names(lanes)])
        case .fenced(let lane):
            fences.increment()
            logger.warning("lane lost to another worker", [.lane: .describing(lane)])
        case .outageBegan(let server, let reason):
            logger.warning("server away; waiting", [.source: .string(server), .reason: .string(reason)])
        case .outageGoesOn(let server, let reason):
            logger.warning("server still away, for another reason", [.source: .string(server), .reason: .string(reason)])
        case .outageEnded(let server): logger.info("server back", [.source: .string(server)])
        case .unusable(let reason): logger.error("cannot work yet; trying again", [.reason: .string(reason)])
        case .deadLetter(let lane, let topic, let offset, let fault):
            deadLetters.increment()
            logger.error(
                "message parked in the dead letters",
                [.lane: .describing(lane), .topic: .string(topic), .offset: .int(offset), .reason: .describing(fault)])
        case .refused(let lane, let topic, let offset, let type, let refusal):
            refusals.increment()
            logger.warning(
                "command refused",
                [
                    .lane: .describing(lane), .topic: .string(topic), .offset: .int(offset), .eventType: .string(type),
                    .sender: .string(refusal.sender ?? "unknown"), .reason: .describing(refusal.fault),
                ])
        case .beat: heartbeats.increment()
        case .replayed(let lane, let number): logger.info("dead letter replayed", [.lane: .describing(lane), .sequence: .int(number)])
        case .discarded(let lane, let number):
            logger.warning("dead letter discarded", [.lane: .describing(lane), .sequence: .int(number)])
        case .missed(let place, let offset, let count):
            missed.increment(by: Int(count))
            logger.error(
                "messages were deleted before they were read",
                [.topic: .string(place.topic), .partition: .int(Int64(place.partition)), .offset: .int(offset), .count: .int(count)])
        case .rejoined(let seconds):
            rejoins.increment()
            logger.warning(
                "joined the group again", [.reason: .string("it gave no partitions for \(seconds) s, though brokers answer")])
        case .producerFailed(let reason): logger.error("producer failed; lanes are taken again", [.reason: .string(reason)])
        case .consumerFailed(let reason): countConsumerFailure(reason)
        case .moved: moves.increment()
        case .quarantined(let source, let topic, let reason, let seconds):
            quarantines.increment()
            logger.error(
                "sender in quarantine: what it sends is put aside, the others go on",
                [.sender: .string(source), .topic: .string(topic), .reason: .string(reason), .seconds: .int(seconds)])
        case .quarantineEnded(let source): logger.info("sender out of quarantine", [.sender: .string(source)])
        case .halted(let reason): logger.error("no messages are taken; trying again after a while", [.reason: .string(reason)])
        case .resumed: logger.info("messages are taken again")
        case .brokerSays(let level, let text): logger.log(level <= 3 ? .warning : .debug, "librdkafka", [.reason: .string(text)])
        }
    }

    private func countConsumerFailure(_ reason: String) {
        consumerFailures.increment()
        let now = ContinuousClock.now
        guard lastFailure.map({ now - $0 >= .seconds(60) }) ?? true else { return }
        lastFailure = now
        logger.error("Kafka client failed; it is rebuilt", [.reason: .string(reason)])
    }

    private func names(_ lanes: [LaneID]) -> LogValue { .list(lanes.map { .describing($0) }) }
}
