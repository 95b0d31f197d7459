import CommandLine
import Contracts
import Domain
import Foundation
import Kafka
import Postgres
import Runtime

/// How a service's database stands to what was published from it.
struct RestoreReport: Encodable {
    let service: String
    /// The latest event that the journal has; `nil` for none.
    let journalUntil: Instant?
    /// What was published and is not in the journal, key by key.
    private(set) var forgotten: [MissingKey] = []
    let lanes: [RestoredLane]
    /// Facts that were read on the service's topics, and how many of them the journal has or may have had.
    private(set) var read = 0
    private(set) var known = 0

    /// Whether the service may go on from here: everything it published is in its journal, and all that it has not read is there.
    var agrees: Bool { forgotten.isEmpty && gone == 0 }

    /// Messages that would be needed and that Kafka has no more.
    var gone: Int64 { lanes.reduce(0) { $0 + $1.gone } }

    /// How many facts are looked up at once.
    private static let portion = 5_000

    /// Reads the service's own topics to their ends and compares.
    init(
        _ service: String, on connection: PostgresConnection, _ settings: KafkaSettings, from start: KafkaReader.Start
    ) throws {
        self.service = service
        lanes = try RestoredLane.all(on: connection, Self.bounds(of: Self.inputs(on: connection), settings))
        let latest = try connection.execute(
            Statement(
                """
                SELECT count(*), max(j.at) FROM lane l JOIN journal j ON j.lane_group = l.lane_group AND j.lane = l.lane AND j.position = l.position
                """))
        journalUntil = try latest.int8(0, 0) == 0 ? nil : try latest.instant(0, 1)
        guard let party = Party(rawValue: service) else { return }
        let reader = try KafkaReader(settings, topics: Topic.own(of: party).map(\.name), from: start)
        var byKey: [String: MissingKey] = [:]
        while !reader.isAtEnd {
            let facts = try reader.next(limit: Self.portion, timeoutMilliseconds: 1_000).compactMap {
                PublishedFact($0, from: party.source)
            }
            for fact in try Self.missing(facts, on: connection) {
                let name = "\(fact.position.topic) \(fact.position.key)"
                if byKey[name]?.add(fact) == nil { byKey[name] = MissingKey(fact) }
            }
            read += facts.count
        }
        forgotten = byKey.values.sorted { ($0.topic, $0.key) < ($1.topic, $1.key) }
        known = read - forgotten.reduce(0) { $0 + $1.types.count }
    }

    private static func missing(_ facts: [PublishedFact], on connection: PostgresConnection) throws -> [PublishedFact] {
        guard !facts.isEmpty else { return [] }
        let rows = try connection.execute(.missing(facts.map(\.position)))
        return try (0..<rows.count).map { facts[Int(try rows.int8($0, 0)) - 1] }
    }

    private static func inputs(on connection: PostgresConnection) throws -> [String] {
        let rows = try connection.execute(Statement("SELECT DISTINCT jsonb_object_keys(offsets) FROM lane ORDER BY 1"))
        return try (0..<rows.count).map { try rows.text($0, 0) }
    }

    /// What Kafka has of the inputs. A topic that this user may not look at is left out: commands are not everybody's to read.
    private static func bounds(of topics: [String], _ settings: KafkaSettings) throws -> [TopicPartition: Range<Int64>] {
        var bounds: [TopicPartition: Range<Int64>] = [:]
        for topic in topics {
            do {
                bounds.merge(try KafkaReader(settings, topics: [topic], from: .beginning).bounds()) { $1 }
            } catch {
                guard error.isRefusal || error.isUnknownTopic else { throw error }
            }
        }
        return bounds
    }
}

extension RestoreReport {
    /// For people: the verdict, what Kafka has no more, and the keys.
    func text(_ times: TimeText, limit: Int) -> String {
        var lines = ["\(service): the journal ends \(journalUntil.map { "at " + times.text($0) } ?? "before it began")"]
        lines.append(
            "\(CountText.text(read, "fact")) on its topics, \(known) of them in the database; "
                + "\(CountText.text(lanes.reduce(0) { $0 + $1.toRead }, "message")) still to be read")
        for lane in lanes where lane.gone > 0 {
            lines.append(
                "lane \(lane.lane) needs \(lane.topic) from offset \(lane.next), and Kafka has it from \(lane.earliest): "
                    + "\(CountText.text(lane.gone, "message")) cannot be recovered")
        }
        guard !forgotten.isEmpty else {
            lines.append(gone == 0 ? "the database and the topics agree" : "what was published agrees; what is named above is lost")
            return lines.joined(separator: "\n") + "\n"
        }
        lines.append("the database is behind what was published: \(CountText.text(forgotten.count, "key")), see Ops/runbooks/restore.md")
        var table = TextTable(["topic", "key", "sequences", "last", "types"])
        for key in forgotten.prefix(limit) {
            table.add([key.topic, key.key, key.sequences, times.text(key.to), key.types.joined(separator: " ")])
        }
        let rest = forgotten.count - limit
        return lines.joined(separator: "\n") + "\n" + table.shown() + (rest > 0 ? "and \(rest) more; --json has all\n" : "")
    }
}
