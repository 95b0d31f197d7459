import Contracts
import Counting
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
    var breaches: [String] { unreadable + sequences.breaches }
    private var sequences = SequenceLedger()
    private var unreadable: [String] = []

    private static let own = Set(Topic.all.filter { !$0.isWrittenByOutsiders }.map(\.name))

    private static let erasable: Set = [Topic.customerKeys.name, Topic.gatewayTexts.name]

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
        // A tombstone has no payload and tells nothing.
        guard Self.own.contains(message.topic), message.value != nil || !Self.erasable.contains(message.topic) else { return }
        do {
            let fact = try Fact(message)
            written.append(fact)
            if sequences.isNews(fact.published, partitions: counts[fact.topic] ?? 1) { facts.append(fact) }
        } catch {
            unreadable.append("\(message.topicPartition) \(message.offset) is unreadable: \(error)")
        }
    }

    private lazy var counts = Dictionary(grouping: reader.partitions, by: \.topic).mapValues(\.count)

    func facts(_ type: String) -> [Fact] { facts.filter { $0.type == type } }

    var deadLetters: [Fact] { facts(DeadLetter.wireType) }

    /// How many facts of each type there are, for people.
    var summary: String {
        Dictionary(grouping: facts, by: \.type).sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.count)" }.joined(separator: "\n")
    }
}

/// One event that a service published, with the fields of its data.
struct Fact {
    let published: PublishedFact
    let fields: [String: Any]

    init(_ message: ConsumedMessage) throws {
        published = try PublishedFact(message)
        fields = try published.fields()
    }

    var message: ConsumedMessage { published.message }
    var event: CloudEvent { published.event }
    var topic: String { published.topic }
    var type: String { published.type }
    var key: String { published.key }
    var name: String { published.name }

    func text(_ field: String) -> String? { fields[field] as? String }

    /// The fault that it states.
    var fault: (field: String, problem: String, expected: String)? {
        guard let fault = fields["fault"] as? [String: Any] else { return nil }
        return (fault["field"] as? String ?? "", fault["problem"] as? String ?? "", fault["expected"] as? String ?? "")
    }
}
