import Contracts
import Postgres
import Runtime

/// How far each running service has come, as its lanes say.
struct LaneProgress: Equatable {
    /// By service, then by topic: how many messages it has taken. Topics begin empty, so offsets count.
    private(set) var taken: [String: [String: Int]] = [:]
    /// Events that were decided and that Kafka has not confirmed yet, as far as the lanes know, over all services.
    private(set) var unconfirmed = 0

    /// One look at the lanes of those services.
    init(of services: [String], _ connection: PostgresConnection) throws(PostgresError) {
        let parts = try services.map { service throws(PostgresError) in
            let schema = try connection.quoted(identifier: ServiceDatabase.schemaName(of: service))
            return """
                SELECT '\(service)', key, sum(value::int8)::int8 FROM \(schema).lane, jsonb_each_text(offsets) GROUP BY 2 \
                UNION ALL SELECT '\(service)', '', coalesce(sum(position - confirmed), 0)::int8 FROM \(schema).lane
                """
        }
        let rows = try connection.execute(Statement(parts.joined(separator: " UNION ALL ")))
        for row in 0..<rows.count {
            let topic = try rows.text(row, 1)
            let count = Int(try rows.int8(row, 2))
            if topic.isEmpty { unconfirmed += count } else { taken[try rows.text(row, 0), default: [:]][topic] = count }
        }
    }

    /// The fewest messages of a topic that any of its readers among the services has taken; `nil` when none of them reads it.
    func slowest(on topic: Topic, of services: [String]) -> Int? {
        Self.readers(of: topic, among: services).map { taken[$0]?[topic.name] ?? 0 }.min()
    }

    /// Whether every service has taken all of each topic it reads.
    func hasTakenAll(_ services: [String], count: (Topic) -> Int) -> Bool {
        Topic.all.allSatisfy { topic in slowest(on: topic, of: services).map { $0 >= count(topic) } ?? true }
    }

    private static func readers(of topic: Topic, among services: [String]) -> [String] {
        topic.readers.map(\.rawValue).filter(services.contains)
    }
}
