import Postgres

/// How fast PostgreSQL takes the very rows that intake wrote, when nothing else is going on.
///
/// One connection to the same server, batches of 1,000 complaints, one durable transaction and one round trip a batch: the state of the
/// line, the event's identity, the journal's row, and the lane's row once a batch.
struct CeilingRun {
    private let count: Int
    private let batches: [[Statement]]

    /// Complaints a transaction.
    static let batchSize = 1_000

    /// Reads back the last so many complaints that intake has registered.
    init(readingBack count: Int, from connection: PostgresConnection) throws {
        self.count = count
        let copies = [
            try RowCopy("line_state", conflict: "key", count: count, from: connection),
            try RowCopy("taken_event", count: count, from: connection),
            try RowCopy("journal", where: "topic = 'redress.complaints'", count: count, from: connection),
        ]
        batches = try stride(from: 0, to: count, by: Self.batchSize).map { start in
            let range = start..<min(start + Self.batchSize, count)
            let advance = Statement(
                "UPDATE lane SET offsets = offsets || '{\"redress.intake\":1}', position = position + $1 WHERE lane_group = 'line' AND lane = 0",
                [.int8(Int64(range.count))])
            return [Statement("BEGIN"), advance] + (try copies.map { try $0.insert(range) }) + [Statement("COMMIT")]
        }
    }

    /// Writes all rows into the fresh tables that the connection leads to.
    ///
    /// - Returns: complaints a second.
    func write(_ connection: PostgresConnection) throws -> Double {
        try connection.script("SET search_path = intake; INSERT INTO lane (lane_group, lane) VALUES ('line', 0)")
        let start = ContinuousClock.now
        for batch in batches { try connection.run(batch) }
        return Double(count) / ((ContinuousClock.now - start) / .seconds(1))
    }
}
