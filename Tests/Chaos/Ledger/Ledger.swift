import Contracts
import Counting
import Domain
import Kafka

/// What is on the topics, counted by a reader who trusts nobody: not the services, and not their tables.
struct Ledger {
    /// Facts that are there once too often, in words.
    private(set) var doubled: [String] = []
    /// How often there was what nobody expected: by the fact and the course, or by why a message cannot be read.
    private(set) var unexpected: [String: Int] = [:]
    private(set) var deadLetters: [String] = []
    private(set) var sequences = SequenceLedger()
    /// Where the next reader goes on.
    private(set) var positions: [TopicPartition: Int64] = [:]
    private let cycle: [Course]
    private let names: FactIndex
    private let rows: [CourseRow]
    /// What each complaint has led to.
    private var records: [String: Record] = [:]
    /// The complaint of each accepted event, by the event's number.
    private var registered: [Int: String] = [:]
    /// Complaints whose customers know, and complaints of which all is there.
    private var acknowledged = 0
    private var whole = 0
    private var notices = NoticeCount()

    private struct Record {
        /// How often each fact is there, by its place in `names`.
        var counts: [UInt8]
        /// Its place in the cycle; `nil` until it is told that it is registered.
        var course: Int?
        var isAcknowledged = false
        var isWhole = false
    }

    init(_ cycle: [Course]) {
        self.cycle = cycle
        names = FactIndex(cycle)
        rows = cycle.map { [names] in CourseRow($0, names) }
    }

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
        case DeadLetter.wireType: deadLetters.append("\(fact.name) by \(try Self.reason(of: fact))")
        case "redress.staff-notice.collected.v1": notices.collect(try fact.fields())
        case "redress.notification.digest-requested.v1": notices.gather(try fact.fields()["total"] as? Int ?? 0)
        default:
            if fact.type == FactName.registered { register(fact) }
            let name = try FactName.of(fact)
            guard names[name] == nil else { return note(name, fact) }
            // Why a command was refused is what one wants to know.
            let fields = try fact.fields()
            let fault = fields["fault"] as? [String: Any] ?? [:]
            let reason = [fields["commandType"], fields["state"], fault["field"], fault["problem"]].compactMap { $0 as? String }
                .joined(separator: " ")
            unexpected[reason.isEmpty ? name : "\(name): \(reason)", default: 0] += 1
        }
    }

    /// Who put a message aside, and why.
    private static func reason(of letter: PublishedFact) throws -> String {
        let fields = try letter.fields()
        let fault = fields["fault"] as? [String: Any] ?? [:]
        return [fields["service"], fields["topic"], fault["field"], fault["problem"]].compactMap { $0 as? String }.joined(separator: " ")
    }

    private mutating func note(_ name: String, _ fact: PublishedFact) {
        guard let place = names[name] else { return }
        var record = records.removeValue(forKey: fact.key) ?? Record(counts: names.zeros)
        record.counts[place] = min(record.counts[place] + 1, .max - 1)
        if let course = record.course { judge(place, of: fact.key, record, course) }
        update(&record)
        records[fact.key] = record
    }

    private mutating func register(_ fact: PublishedFact) {
        guard let number = fact.event.traceParent.flatMap({ Trace.number(in: $0) }) else {
            unexpected["\(fact.type) without a trace", default: 0] += 1
            return
        }
        if let other = registered.updateValue(fact.key, forKey: number), other != fact.key {
            doubled.append("event \(number) became \(other) and \(fact.key)")
        }
        var record = records.removeValue(forKey: fact.key) ?? Record(counts: names.zeros)
        if record.course == nil {
            let course = (number - 1) % cycle.count
            record.course = course
            // What came before it was known which course this is.
            for place in record.counts.indices {
                for excess in 0..<Int(record.counts[place]) {
                    var earlier = record
                    earlier.counts[place] = UInt8(excess + 1)
                    judge(place, of: fact.key, earlier, course)
                }
            }
        }
        records[fact.key] = record
    }

    /// Notes a fact that is there more often than the course lets it be.
    private mutating func judge(_ place: Int, of key: String, _ record: Record, _ course: Int) {
        let name = names.all[place]
        guard let most = rows[course].most[place] else {
            unexpected["\(name) of a complaint that is \(cycle[course].name)", default: 0] += 1
            return
        }
        if Int(record.counts[place]) > most { doubled.append("\(name) of \(key), which is \(cycle[course].name)") }
    }

    private mutating func update(_ record: inout Record) {
        guard let course = record.course else { return }
        if !record.isAcknowledged, rows[course].isEarly(record.counts) {
            record.isAcknowledged = true
            acknowledged += 1
        }
        if !record.isWhole, rows[course].isWhole(record.counts) {
            record.isWhole = true
            whole += 1
        }
    }

    /// Whether so many accepted complaints have got so far that their customers are told that they are there.
    func hasAcknowledged(_ accepted: Int) -> Bool { acknowledged >= accepted }

    /// Whether everything is there that so many accepted complaints must lead to.
    func isComplete(_ accepted: Int) -> Bool { notices.isComplete && whole >= accepted }

    /// What is missing by course, with how often: for a person who asks why it does not settle.
    func wanting(of accepted: Int) -> String {
        var missing: [String: Int] = [:]
        for number in 1...max(1, accepted) {
            let course = cycle[(number - 1) % cycle.count].name
            guard let record = registered[number].flatMap({ records[$0] }), let place = record.course else {
                missing["\(course): is not registered", default: 0] += 1
                continue
            }
            for (name, count) in rows[place].musts where record.counts[name] < count {
                missing["\(course): \(names.all[name])", default: 0] += 1
            }
        }
        return missing.sorted { $0.key < $1.key }.map { "\($0.key), \($0.value) times" }.joined(separator: "\n")
    }

    /// What is missing of what so many accepted complaints must lead to, in words.
    func lost(of accepted: Int) -> [String] {
        guard accepted > 0 else { return [] }
        var missing: [String] = []
        for number in 1...accepted {
            guard let complaint = registered[number], let record = records[complaint] else {
                missing.append("event \(number) was accepted, and no complaint is registered")
                continue
            }
            guard !record.isWhole, let course = record.course else { continue }
            for (place, count) in rows[course].musts where record.counts[place] < count {
                missing.append("\(names.all[place]) of \(complaint), which is \(cycle[course].name)")
            }
        }
        return missing + notices.faults
    }
}
