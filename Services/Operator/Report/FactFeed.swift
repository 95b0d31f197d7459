package import Contracts
package import Domain
import Foundation
package import Kafka
package import Reporting

/// Puts the facts of the topics into a ledger, one message at a time: nothing of a message is kept but what its account needs.
package struct FactFeed {
    /// The topics reports are drawn from; the services' tables are never asked.
    package static let topics: [Topic] = [.complaints, .workOrders, .alerts, .compensations]

    /// What happened from this moment on is left out.
    let asOf: Instant
    package private(set) var ledger = ReportLedger()
    /// How many messages were read.
    private(set) var read = 0
    /// How many could not be read as what their type says.
    package private(set) var unreadable = 0
    /// The time of the latest event taken.
    private(set) var latest: Instant?
    /// The partitions in which a later event than `asOf` was met: all that is wanted of them has been read.
    private(set) var passed: Set<TopicPartition> = []
    private let coder = WireCoder()

    package init(asOf: Instant) {
        self.asOf = asOf
    }

    /// Takes one message; one that cannot be read is counted, and stops nothing.
    package mutating func take(_ message: ConsumedMessage) {
        read += 1
        do throws(Fault) {
            let event = try CloudEventReader.read(value: message.value, headers: message.headers)
            if let time = event.time, time >= asOf {
                passed.insert(message.topicPartition)
                return
            }
            try take(event, from: message.topic)
            if let time = event.time { latest = max(latest ?? time, time) }
        } catch {
            unreadable += 1
        }
    }

    private mutating func take(_ event: CloudEvent, from topic: String) throws(Fault) {
        switch Topic.named(topic) {
        case .complaints:
            if let fact = try ComplaintEvent.decode(type: event.type, data: event.data, with: coder) {
                ledger.note(fact, sequence: event.sequence)
            }
        case .workOrders:
            if let fact = try WorkOrderEvent.decode(type: event.type, data: event.data, with: coder) {
                ledger.note(fact, of: ComplaintNumber(fact.key), sequence: event.sequence)
            }
        case .compensations:
            if let fact = try ClaimEvent.decode(type: event.type, data: event.data, with: coder) {
                ledger.note(fact, of: ComplaintNumber(fact.key), sequence: event.sequence)
            }
        case .alerts:
            let fact = try ClockEvent.decode(type: event.type, data: event.data, with: coder)
            if case .warned(let alert)? = fact { ledger.note(alert, isBreach: false, sequence: event.sequence) }
            if case .breached(let alert)? = fact { ledger.note(alert, isBreach: true, sequence: event.sequence) }
        default: return
        }
    }
}
