import Domain
import Foundation
import Postgres
import Runtime

/// The schema of one service, as far as retention changes it.
///
/// A lane's owner may be at work meanwhile, and must be neither overtaken nor overwritten. A document is therefore changed while the row of its
/// lane is locked: a batch begins by updating that row, so it waits for us or we for it, and it loads its documents in a later statement, which
/// sees what we have written. One transaction locks one lane, so two can never wait for each other. Journal rows at or below the lane's watermark are
/// confirmed and read by no worker any more; the watermark only rises.
struct RetentionStore {
    /// What stands in place of what was erased: a JSON string, so that every document and event still reads.
    static let erased = "\"\(Revealing.erased)\""
    /// A JSON string of sealed texts, `v1.<key>.<base64url>` or `v2.…`, one or several with a space between; at least a nonce and a tag long. A
    /// customer's wrapped key, `<key>:v1.…`, is none.
    static let sealed = #""v[12]\.[^". ]+\.[A-Za-z0-9_-]{38,}( v[12]\.[^". ]+\.[A-Za-z0-9_-]{38,})*""#

    let service: String
    private let connection: PostgresConnection

    init(_ service: String, _ connection: PostgresConnection) {
        self.service = service
        self.connection = connection
    }

    /// The same schema, as far as customers' keys lie in it.
    var customers: CustomerStore { CustomerStore(service: service, connection: connection) }

    /// One complaint that was archived before a moment.
    struct Outlived: Hashable, Sendable {
        let complaint: String
        let archivedAt: Instant
    }

    /// The next complaints, by number, that were archived before a moment; only dispatch knows them.
    func archived(before cutoff: Instant, after complaint: String, limit: Int) throws(PostgresError) -> [Outlived] {
        let rows = try connection.execute(
            Statement(
                """
                SELECT key, (body #>> '{state,archived,_0,archivedAt}')::timestamptz FROM complaint_state WHERE key > $1 \
                AND (body #>> '{state,archived,_0,archivedAt}')::timestamptz < $2 ORDER BY key LIMIT $3
                """, [.text(complaint), .timestamp(cutoff.microseconds), .int8(Int64(limit))]))
        var found: [Outlived] = []
        for row in 0..<rows.count {
            found.append(
                Outlived(
                    complaint: try rows.text(row, 0), archivedAt: try rows.instant(row, 1)))
        }
        return found
    }

    /// Erases what is sealed in the documents and confirmed journal rows of these complaints; again, it changes nothing.
    ///
    /// A document that still wants to be woken has work left and keeps what it needs for it.
    ///
    /// - Returns: the complaints whose document held anything, once each, and once more for each journal row; and those left for later.
    func erase(_ complaints: [String]) throws(PostgresError) -> Erased {
        let keys = Value.textArray(complaints)
        var erased = Erased()
        let waiting = try connection.execute(
            Statement("SELECT key FROM complaint_state WHERE key = ANY($1) AND due IS NOT NULL", [keys]))
        for row in 0..<waiting.count { erased.waiting.insert(try waiting.text(row, 0)) }
        let free = Value.textArray(complaints.filter { !erased.waiting.contains($0) })
        let lanes = try connection.execute(Statement("SELECT DISTINCT lane FROM complaint_state WHERE key = ANY($1) ORDER BY lane", [free]))
        for row in 0..<lanes.count {
            try eraseDocuments(free, lane: try lanes.int4(row, 0)) { erased.documents.append($0) }
        }
        let answers = try connection.run([
            Statement("BEGIN READ WRITE"),
            Statement(
                """
                UPDATE journal j SET data = convert_to(regexp_replace(convert_from(j.data, 'UTF8'), $2, $3, 'g'), 'UTF8') FROM lane l \
                WHERE l.lane_group = j.lane_group AND l.lane = j.lane AND j.position <= l.confirmed AND j.key = ANY($1) \
                AND j.type IS NOT NULL AND convert_from(j.data, 'UTF8') ~ $2 RETURNING j.key
                """, [free, .text(Self.sealed), .text(Self.erased)]),
            Statement("DELETE FROM settled_letter WHERE key = ANY($1)", [free]),
            Statement("COMMIT"),
        ])
        let entries = answers[1]
        for row in 0..<entries.count { erased.entries.append(try entries.text(row, 0)) }
        return erased
    }

    /// What one call erased.
    struct Erased {
        var documents: [String] = []
        var entries: [String] = []
        /// Complaints whose document still has work to do.
        var waiting: Set<String> = []
    }

    private func eraseDocuments(_ keys: Value, lane: Int32, _ see: (String) -> Void) throws(PostgresError) {
        do throws(PostgresError) {
            _ = try connection.run([
                Statement("BEGIN READ WRITE"),
                Statement("SELECT true FROM lane WHERE lane_group = 'complaint' AND lane = $1 FOR UPDATE", [.int4(lane)]),
            ])
            // A statement of its own: its snapshot is taken after the lane is ours.
            let rows = try connection.execute(
                Statement(
                    """
                    UPDATE complaint_state SET body = regexp_replace(body::text, $3, $4, 'g')::json \
                    WHERE lane = $2 AND key = ANY($1) AND due IS NULL AND body::text ~ $3 RETURNING key
                    """, [keys, .int4(lane), .text(Self.sealed), .text(Self.erased)]))
            _ = try connection.execute(Statement("COMMIT"))
            for row in 0..<rows.count { see(try rows.text(row, 0)) }
        } catch {
            try connection.rollback()
            throw error
        }
    }

    /// How many journal rows have outlived their period; `deleteJournal` takes them away.
    func outlivedJournal(before cutoff: Instant) throws(PostgresError) -> Int64 {
        try connection.execute(Statement("SELECT count(*) \(Self.outlived)", [.timestamp(cutoff.microseconds)])).int8(0, 0)
    }

    /// Deletes some journal rows that Kafka has confirmed and that have outlived their period; 0 when there are none left.
    ///
    /// Alerts stay: their rows are what makes an alert fire once ever, and they hold nothing personal.
    func deleteJournal(before cutoff: Instant, limit: Int) throws(PostgresError) -> Int {
        let answers = try connection.run([
            Statement("BEGIN READ WRITE"),
            Statement(
                """
                DELETE FROM journal d USING (SELECT j.lane_group, j.lane, j.position \(Self.outlived) LIMIT $2) o \
                WHERE d.lane_group = o.lane_group AND d.lane = o.lane AND d.position = o.position
                """, [.timestamp(cutoff.microseconds), .int8(Int64(limit))]),
            Statement("COMMIT"),
        ])
        return answers[1].affected
    }

    /// How many settled dead letters have outlived the journal's period; `deleteLetters` takes them away.
    func outlivedLetters(before cutoff: Instant) throws(PostgresError) -> Int64 {
        try connection.execute(Statement("SELECT count(*) FROM settled_letter WHERE settled_at < $1", [.timestamp(cutoff.microseconds)]))
            .int8(0, 0)
    }

    /// Deletes the dead letters that were settled so long ago.
    ///
    /// - Returns: how many.
    func deleteLetters(before cutoff: Instant) throws(PostgresError) -> Int {
        let answers = try connection.run([
            Statement("BEGIN READ WRITE"),
            Statement("DELETE FROM settled_letter WHERE settled_at < $1", [.timestamp(cutoff.microseconds)]),
            Statement("COMMIT"),
        ])
        return answers[1].affected
    }

    private static let outlived = """
        FROM journal j JOIN lane l ON l.lane_group = j.lane_group AND l.lane = j.lane \
        WHERE j.position <= l.confirmed AND j.at < $1 AND j.topic <> 'redress.alerts'
        """
}
