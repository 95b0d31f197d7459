import Domain
import Postgres

/// Which complaints' personal data was erased, and the access log's own retention.
struct ErasureLog {
    private let connection: PostgresConnection

    /// - Parameter connection: into the schema of operations.
    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// One complaint that was done.
    struct Entry {
        let complaint: String
        let archivedAt: Instant
        let documents: Int32
        let entries: Int32
    }

    /// Which of these complaints were done before.
    func known(among complaints: [String]) throws(PostgresError) -> Set<String> {
        let rows = try connection.execute(
            Statement("SELECT complaint FROM erasure WHERE complaint = ANY($1)", [.textArray(complaints)]))
        var known: Set<String> = []
        for row in 0..<rows.count { known.insert(try rows.text(row, 0)) }
        return known
    }

    /// Notes complaints as done; from now on they are passed over.
    func note(_ entries: [Entry], by actor: ActorID, policy: PolicyVersion) throws(PostgresError) {
        try connection.run([
            Statement("BEGIN READ WRITE"),
            Statement(
                """
                INSERT INTO erasure (complaint, archived_at, actor, policy_version, documents, entries) \
                SELECT c, a, $5, $6, d, e FROM unnest($1::text[], $2::timestamptz[], $3::int4[], $4::int4[]) AS n(c, a, d, e) \
                ON CONFLICT (complaint) DO NOTHING
                """,
                [
                    .textArray(entries.map(\.complaint)), .timestampArray(entries.map(\.archivedAt.microseconds)),
                    .int4Array(entries.map(\.documents)), .int4Array(entries.map(\.entries)), .text(actor.rawValue),
                    .text(policy.rawValue),
                ]),
            Statement("COMMIT"),
        ])
    }

    func outlivedAccess(before cutoff: Instant) throws(PostgresError) -> Int64 {
        try connection.execute(Statement("SELECT count(*) FROM access_log WHERE at < $1", [.timestamp(cutoff.microseconds)])).int8(0, 0)
    }

    /// Deletes some entries of the access log that have outlived its period; 0 when there are none left.
    func deleteAccess(before cutoff: Instant, limit: Int) throws(PostgresError) -> Int {
        let answers = try connection.run([
            Statement("BEGIN READ WRITE"),
            Statement(
                "DELETE FROM access_log WHERE number IN (SELECT number FROM access_log WHERE at < $1 ORDER BY number LIMIT $2)",
                [.timestamp(cutoff.microseconds), .int8(Int64(limit))]),
            Statement("COMMIT"),
        ])
        return answers[1].affected
    }
}
