import Contracts
import Domain
import Foundation
import Kafka
import Reporting

/// Publishes what a report says, on the topic of reports.
enum ReportPublication {
    /// Publishes a report and waits until the brokers have it. Its id is its key and its moment: published again it is another event.
    ///
    /// - Throws: a `KafkaError` where no broker takes it.
    static func publish(_ report: Report, by policy: ReportPolicy, actor: ActorID?, at now: Instant, to settings: KafkaSettings) throws {
        let event = event(report, by: policy, actor: actor, at: now)
        try EventPublisher(settings, topic: .reports).publish([(event.subject ?? "", event)])
    }

    static func event(_ report: Report, by policy: ReportPolicy, actor: ActorID?, at now: Instant) -> CloudEvent {
        let metrics = policy.metrics.map { rule in
            ReportPublished.Metric(code: rule.code, formula: rule.formula, value: report.value(rule)?.text)
        }
        let published = ReportPublished(report: report, metrics: metrics, publishedAt: now, by: actor)
        return CloudEvent(
            id: "\(published.key)/\(now)", source: Party.operator.source, type: ReportPublished.wireType, time: now, subject: published.key,
            partitionKey: published.key, data: published.encodeData(with: WireCoder()))
    }
}
