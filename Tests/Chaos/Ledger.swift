import Contracts
import Counting
import Domain
import Kafka

/// What is on the topics, counted by a reader who trusts nobody: not the services, and not their tables.
struct Ledger {
    /// Facts that are there once too often, in words.
    private(set) var doubled: [String] = []
    /// How often there was what nobody expected: by the fact, or by why a message cannot be read.
    private(set) var unexpected: [String: Int] = [:]
    private(set) var deadLetters: [String] = []
    private(set) var sequences = SequenceLedger()
    /// How many there are of each fact that a complaint must lead to, each complaint once.
    private(set) var counts: [String: Int] = [:]
    /// Where the next reader goes on.
    private(set) var positions: [TopicPartition: Int64] = [:]
    /// What each complaint has led to, as the bits of its fate.
    private var records: [String: UInt64] = [:]
    /// The complaint of each accepted event, by the event's number.
    private var registered: [Int: String] = [:]
    /// Notices of units that were collected, and that came in a digest.
    private var collected = 0
    private var gathered = 0

    /// The topics of facts, none of which outsiders write.
    static let topics = Topic.all.filter { !$0.isWrittenByOutsiders }.map(\.name)

    /// Reads on where it stands, with a reader of its own that knows nothing of earlier ones.
    func reader(_ settings: KafkaSettings) throws(KafkaError) -> KafkaReader {
        try KafkaReader(settings, topics: Self.topics, from: .offsets(positions), timeoutMilliseconds: 30_000)
    }

    /// - Parameter partitions: how many each topic has.
    mutating func take(_ messages: [ConsumedMessage], partitions: [String: Int]) {
        for message in messages {
            positions[message.topicPartition] = message.offset + 1
            do {
                try count(PublishedFact(message), partitions: partitions[message.topic] ?? 1)
            } catch {
                unexpected["\(error)", default: 0] += 1
            }
        }
    }

    private mutating func count(_ fact: PublishedFact, partitions: Int) throws {
        guard sequences.isNews(fact, partitions: partitions) else { return }
        switch fact.type {
        // How many keys there are depends on who seals what; each is made once, or its id would come again.
        case Heartbeat.wireType, CustomerKeyMade.wireType, "redress.notification.delivered.v1": return
        case DeadLetter.wireType: deadLetters.append(fact.name)
        case "redress.staff-notice.collected.v1": collected += 1
        case "redress.notification.digest-requested.v1": gathered += try fact.fields()["total"] as? Int ?? 0
        case Fate.request: note(Fate.request(try fact.fields()["template"] as? String ?? ""), fact)
        default:
            if fact.type == Fate.musts[0] { register(fact) }
            note(fact.type, fact)
        }
    }

    private mutating func note(_ name: String, _ fact: PublishedFact) {
        guard let bit = Fate.bits[name] else {
            unexpected[name, default: 0] += 1
            return
        }
        guard records[fact.key, default: 0] & bit == 0 else { return doubled.append("\(name) of \(fact.key)") }
        records[fact.key, default: 0] |= bit
        counts[name, default: 0] += 1
    }

    private mutating func register(_ fact: PublishedFact) {
        guard let number = fact.event.traceParent.flatMap({ Trace.number(in: $0) }) else {
            unexpected["\(fact.type) without a trace", default: 0] += 1
            return
        }
        if let other = registered.updateValue(fact.key, forKey: number), other != fact.key {
            doubled.append("event \(number) became \(other) and \(fact.key)")
        }
    }

    /// Whether so many accepted complaints have got so far that their customers are told that they are there.
    func hasAcknowledged(_ accepted: Int) -> Bool {
        [Fate.musts[0], "redress.work-order.dispatched.v1", Fate.request("acknowledgement")].allSatisfy {
            counts[$0, default: 0] >= accepted
        }
    }

    /// Whether everything is there that so many accepted complaints must lead to.
    func isComplete(_ accepted: Int) -> Bool {
        gathered == collected && Fate.musts.allSatisfy { counts[$0, default: 0] >= accepted }
    }

    /// What is missing of what so many accepted complaints must lead to, in words.
    func lost(of accepted: Int) -> [String] {
        guard accepted > 0 else { return [] }
        var missing: [String] = []
        for number in 1...accepted {
            guard let complaint = registered[number] else {
                missing.append("event \(number) was accepted, and no complaint is registered")
                continue
            }
            let record = records[complaint, default: 0]
            if record & Fate.whole == Fate.whole { continue }
            for name in Fate.musts where record & (Fate.bits[name] ?? 0) == 0 { missing.append("\(name) of \(complaint)") }
        }
        if gathered < collected { missing.append("\(collected - gathered) notices came in no digest") }
        if gathered > collected { missing.append("\(gathered - collected) notices came in two digests") }
        return missing
    }
}
