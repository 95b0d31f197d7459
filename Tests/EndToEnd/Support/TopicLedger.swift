import Contracts
import Embedded
import Foundation
import Kafka

/// Everything that was written to the topics, read by an independent reader that drops nothing.
final class TopicLedger {
    private let reader: KafkaReader
    private(set) var messages: [ConsumedMessage] = []
    /// What the services published, as it was written: a repetition counts.
    private(set) var written: [Fact] = []
    /// What they published, each once, as a reader sees it who drops what is not newer.
    private(set) var facts: [Fact] = []
    /// What must never happen: unreadable events, gaps, one number for two events.
    private(set) var breaches: [String] = []
    private var last: [String: [Data]] = [:]
    /// Facts without a sequence, by topic and id.
    private var unnumbered: Set<String> = []

    private static let own = Set(Topic.all.filter { !$0.isWrittenByOutsiders }.map(\.name))

    init(_ broker: any KafkaBroker) throws {
        reader = try KafkaReader(
            broker.settings(clientID: "end-to-end-ledger"), topics: Topic.all.map(\.name),
            from: .beginning, timeoutMilliseconds: 60_000)
    }

    func read(milliseconds: Int) throws {
        for message in try reader.next(timeoutMilliseconds: milliseconds) { note(message) }
    }

    private func note(_ message: ConsumedMessage) {
        messages.append(message)
        guard Self.own.contains(message.topic) else { return }
        do {
            let fact = try Fact(message)
            written.append(fact)
            if isNews(fact) { facts.append(fact) }
        } catch {
            breaches.append("\(message.topicPartition) \(message.offset) is unreadable: \(error)")
        }
    }

    /// Checks the sequence of a key: it rises by one, and what comes again is the same.
    private func isNews(_ fact: Fact) -> Bool {
        if fact.message.partition != Murmur2.partition(of: Data(fact.key.utf8), count: partitionCount(fact.topic)) {
            breaches.append("\(fact.name) lies in partition \(fact.message.partition)")
        }
        guard let sequence = fact.event.sequence else {
            return unnumbered.insert("\(fact.topic) \(fact.event.id)").inserted
        }
        let line = "\(fact.topic) \(fact.key)"
        let seen = last[line] ?? []
        if sequence <= Int64(seen.count) {
            if seen[Int(sequence) - 1] != fact.event.data { breaches.append("\(fact.name) came again with other data") }
            return false
        }
        if sequence > Int64(seen.count) + 1 { breaches.append("\(fact.name) came after \(seen.count)") }
        last[line] = seen + [fact.event.data]
        return true
    }

    private lazy var counts = Dictionary(grouping: reader.partitions, by: \.topic).mapValues(\.count)

    private func partitionCount(_ topic: String) -> Int { counts[topic] ?? 1 }

    func facts(_ type: String) -> [Fact] { facts.filter { $0.type == type } }

    var deadLetters: [Fact] { facts(DeadLetter.wireType) }

    /// How many facts of each type there are, for people.
    var summary: String {
        Dictionary(grouping: facts, by: \.type).sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.count)" }.joined(separator: "\n")
    }
}

/// One event that a service published.
struct Fact {
    let message: ConsumedMessage
    let event: CloudEvent
    let fields: [String: Any]

    init(_ message: ConsumedMessage) throws {
        self.message = message
        event = try CloudEventReader.read(value: message.value, headers: message.headers)
        fields = try JSONSerialization.jsonObject(with: event.data) as? [String: Any] ?? [:]
    }

    var topic: String { message.topic }
    var type: String { event.type }
    var key: String { message.key.map { String(decoding: $0, as: UTF8.self) } ?? "" }
    var name: String { "\(type) \(event.sequence.map { String($0) } ?? "-") of \(key)" }

    func text(_ field: String) -> String? { fields[field] as? String }

    /// The fault that it states.
    var fault: (field: String, problem: String, expected: String)? {
        guard let fault = fields["fault"] as? [String: Any] else { return nil }
        return (fault["field"] as? String ?? "", fault["problem"] as? String ?? "", fault["expected"] as? String ?? "")
    }
}
