import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import Runtime

/// Every fact that services told, once, in the order of its sequence; and what is wrong with how they were told.
///
/// A repetition has to be the same to the last byte.
struct FactsOnTopics {
    /// A fact and where it was told.
    struct Told {
        let topic: Topic
        let event: CloudEvent
    }

    private(set) var facts: [Told] = []
    private(set) var violations: [Violation] = []

    static let topics: [Topic] = [.complaints, .workOrders, .alerts, .compensations, .notifications]

    private var last: [String: Int64] = [:]
    private var bytes: [String: Data] = [:]

    init(_ broker: MemoryBroker, of topics: [Topic] = Self.topics) {
        for topic in topics {
            for message in broker.messages(of: topic.name) {
                do throws(Fault) {
                    take(try CloudEventReader.read(value: message.value, headers: message.headers), on: topic)
                } catch {
                    expect(false, "facts are CloudEvents", "\(topic.name) at \(message.offset): \(error)")
                }
            }
        }
        bytes = [:]
    }

    private mutating func expect(_ holds: Bool, _ promise: String, _ seen: @autoclosure () -> String) {
        if !holds { violations.append(Violation(promise: promise, seen: seen())) }
    }

    private mutating func take(_ event: CloudEvent, on topic: Topic) {
        let identity = "\(topic.name) \(event.source) \(event.id)"
        if let known = bytes.updateValue(event.data, forKey: identity) {
            expect(known == event.data, "a repeated event is the same", identity)
            return
        }
        facts.append(Told(topic: topic, event: event))
        // Heartbeats and alerts of risks belong to no complaint and count nothing.
        guard let sequence = event.sequence else { return }
        let key = "\(topic.name) \(event.source) \(event.partitionKey ?? "")"
        let expected = (last[key] ?? 0) + 1
        expect(sequence == expected, "sequences have no gap and no double", "\(identity) is \(sequence), expected \(expected)")
        last[key] = max(sequence, expected)
    }
}

extension ServiceGroup {
    /// What a service that came to rest should not have left behind.
    var leftovers: [Violation] {
        var found: [Violation] = []
        let name = definition.name
        if !database.letters.isEmpty {
            let faults = database.letters.prefix(3).compactMap(\.fault?.description).joined(separator: "; ")
            found.append(
                Violation(promise: "an outage is no poison message", seen: "\(name) parked \(database.letters.count): \(faults)"))
        }
        if database.unconfirmedRows != 0 {
            found.append(
                Violation(promise: "the journal is confirmed to its end", seen: "\(name) has \(database.unconfirmedRows) rows unconfirmed"))
        }
        for instance in instances {
            guard let reason = instance.worker.status().haltReason else { continue }
            found.append(Violation(promise: "a worker goes on", seen: "\(name) halted: \(reason)"))
        }
        return found
    }
}
