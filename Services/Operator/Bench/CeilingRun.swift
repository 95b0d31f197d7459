import Foundation
import Postgres

/// How fast PostgreSQL takes the very rows that intake wrote, when nothing else is going on.
///
/// One connection to the same server, batches of 1,000 complaints, one durable transaction and one round trip a batch: the state of the
/// line, the event's identity, the journal's row, and the lane's row once a batch.
struct CeilingRun {
    private let rows: [Batch]

    /// Complaints a transaction.
    static let batchSize = 1_000

    /// The columns of one batch, as they are sent.
    private struct Batch {
        let count: Int
        let state: [Value]
        let identities: [Value]
        let journal: [Value]
    }

    /// Reads back the last so many complaints that intake has registered, in the order in which they lie on disk: sorted by key they would go in
    /// faster than any real load does.
    init(readingBack count: Int, from connection: PostgresConnection) throws {
        let state = try connection.execute(
            Statement("SELECT key, lane, body, due, reference FROM intake.line_state ORDER BY ctid DESC LIMIT \(count)"))
        let identities = try connection.execute(
            Statement("SELECT lane_group, lane, source, id, at FROM intake.taken_event ORDER BY ctid DESC LIMIT \(count)"))
        let journal = try connection.execute(
            Statement(
                """
                SELECT lane_group, lane, position, topic, partition, key, id, type, sequence, at, trace_parent, headers, data \
                FROM intake.journal WHERE topic = 'redress.complaints' ORDER BY ctid DESC LIMIT \(count)
                """))
        guard state.count == count, identities.count == count, journal.count == count else {
            throw DeploymentError(
                "read intake's rows back", "\(state.count) states, \(identities.count) identities, \(journal.count) events of \(count)")
        }
        rows = try stride(from: 0, to: count, by: Self.batchSize).map { start in
            let range = start..<min(start + Self.batchSize, count)
            return Batch(
                count: range.count, state: try Self.state(state, range), identities: try Self.identities(identities, range),
                journal: try Self.journal(journal, range))
        }
    }

    /// Writes all rows into the fresh tables that the connection leads to.
    ///
    /// - Returns: complaints a second.
    func write(_ connection: PostgresConnection) throws -> Double {
        try connection.script("SET search_path = intake; INSERT INTO lane (lane_group, lane) VALUES ('line', 0)")
        let start = ContinuousClock.now
        for batch in rows { try connection.run(Self.transaction(batch)) }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return Double(rows.reduce(0) { $0 + $1.count }) / seconds
    }

    private static func transaction(_ batch: Batch) -> [Statement] {
        [
            Statement("BEGIN"),
            Statement(
                "UPDATE lane SET offsets = offsets || '{\"redress.intake\":1}', position = position + $1 WHERE lane_group = 'line' AND lane = 0",
                [.int8(Int64(batch.count))]),
            Statement(
                """
                INSERT INTO line_state (key, lane, body, due, reference) \
                SELECT * FROM unnest($1::text[], $2::int4[], $3::jsonb[], $4::timestamptz[], $5::text[]) \
                ON CONFLICT (key) DO UPDATE SET lane = excluded.lane, body = excluded.body, due = excluded.due, \
                reference = excluded.reference
                """, batch.state),
            Statement(
                """
                INSERT INTO taken_event (lane_group, lane, source, id, at) \
                SELECT * FROM unnest($1::text[], $2::int4[], $3::text[], $4::text[], $5::timestamptz[])
                """, batch.identities),
            Statement(
                """
                INSERT INTO journal (lane_group, lane, position, topic, partition, key, id, type, sequence, at, trace_parent, headers, data) \
                SELECT * FROM unnest($1::text[], $2::int4[], $3::int8[], $4::text[], $5::int4[], $6::text[], $7::text[], $8::text[], \
                $9::int8[], $10::timestamptz[], $11::text[], $12::jsonb[], $13::bytea[])
                """, batch.journal),
            Statement("COMMIT"),
        ]
    }

    private static func state(_ rows: Rows, _ range: Range<Int>) throws(PostgresError) -> [Value] {
        [
            .textArray(try range.map { row throws(PostgresError) in try rows.text(row, 0) }),
            .int4Array(try range.map { row throws(PostgresError) in try rows.int4(row, 1) }),
            .jsonbArray(try range.map { row throws(PostgresError) in try rows.data(row, 2) }),
            .timestampOptionalArray(try range.map { row throws(PostgresError) in try rows.optionalTimestampMicroseconds(row, 3) }),
            .textOptionalArray(try range.map { row throws(PostgresError) in try rows.optionalText(row, 4) }),
        ]
    }

    private static func identities(_ rows: Rows, _ range: Range<Int>) throws(PostgresError) -> [Value] {
        [
            .textArray(try range.map { row throws(PostgresError) in try rows.text(row, 0) }),
            .int4Array(try range.map { row throws(PostgresError) in try rows.int4(row, 1) }),
            .textArray(try range.map { row throws(PostgresError) in try rows.text(row, 2) }),
            .textArray(try range.map { row throws(PostgresError) in try rows.text(row, 3) }),
            .timestampArray(try range.map { row throws(PostgresError) in try rows.timestampMicroseconds(row, 4) }),
        ]
    }

    private static func journal(_ rows: Rows, _ range: Range<Int>) throws(PostgresError) -> [Value] {
        [
            .textArray(try range.map { row throws(PostgresError) in try rows.text(row, 0) }),
            .int4Array(try range.map { row throws(PostgresError) in try rows.int4(row, 1) }),
            .int8Array(try range.map { row throws(PostgresError) in try rows.int8(row, 2) }),
            .textArray(try range.map { row throws(PostgresError) in try rows.text(row, 3) }),
            .int4OptionalArray(try range.map { row throws(PostgresError) in try rows.optionalInt4(row, 4) }),
            .textArray(try range.map { row throws(PostgresError) in try rows.text(row, 5) }),
            .textArray(try range.map { row throws(PostgresError) in try rows.text(row, 6) }),
            .textOptionalArray(try range.map { row throws(PostgresError) in try rows.optionalText(row, 7) }),
            .int8OptionalArray(try range.map { row throws(PostgresError) in try rows.optionalInt8(row, 8) }),
            .timestampArray(try range.map { row throws(PostgresError) in try rows.timestampMicroseconds(row, 9) }),
            .textOptionalArray(try range.map { row throws(PostgresError) in try rows.optionalText(row, 10) }),
            .jsonbOptionalArray(try range.map { row throws(PostgresError) in try rows.optionalData(row, 11) }),
            .byteaOptionalArray(try range.map { row throws(PostgresError) in try rows.optionalData(row, 12) }),
        ]
    }
}
