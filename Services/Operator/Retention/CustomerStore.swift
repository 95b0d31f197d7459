import Contracts
import Crypto
import Foundation
import Postgres

/// The schema of one service, as far as the erasure of one customer changes it.
struct CustomerStore {
    /// Where a tombstone lies until Kafka has it.
    struct UnsentTombstone: Hashable {
        let group: String
        let lane: Int32
        let position: Int64
    }

    /// Why a key cannot be destroyed yet: Kafka has not confirmed it, and might keep it after its tombstone.
    struct NotYetSent: Error, CustomStringConvertible {
        let service: String
        var description: String { "\(service) has not yet sent a key of this customer's to Kafka; start it again in a moment" }
    }

    let service: String
    let connection: PostgresConnection

    /// The documents that the keys name, in the group's table, whose sealed texts have a key of the customer's.
    func destroyKeys(of documents: [String], group: String) throws -> (keys: Int, unsent: [UnsentTombstone]) {
        let rows = try connection.execute(
            Statement("SELECT DISTINCT lane FROM \(group)_state WHERE key = ANY($1) ORDER BY lane", [.textArray(documents)]))
        var keys = 0
        var unsent: [UnsentTombstone] = []
        for row in 0..<rows.count {
            let lane = try rows.int4(row, 0)
            do {
                let (count, position) = try destroyKeys(of: documents, group: group, lane: lane)
                keys += count
                if let position { unsent.append(UnsentTombstone(group: group, lane: lane, position: position)) }
            } catch {
                try connection.rollback()
                throw error
            }
        }
        return (keys, unsent)
    }

    /// One lane, one transaction, under the lock of the lane's row.
    private func destroyKeys(of documents: [String], group: String, lane: Int32) throws -> (keys: Int, position: Int64?) {
        let place: [Value] = [.text(group), .int4(lane)]
        let begun = try connection.run([
            Statement("BEGIN READ WRITE"),
            Statement("SELECT confirmed FROM lane WHERE lane_group = $1 AND lane = $2 FOR UPDATE", place),
        ])
        let confirmed = try begun[1].int8(0, 0)
        let state: [Value] = [.int4(lane), .textArray(documents)]
        // A statement of its own: its snapshot is taken after the lane is ours.
        let found = try connection.execute(
            Statement("SELECT body->>'key' FROM \(group)_state WHERE lane = $1 AND key = ANY($2) AND body::jsonb ? 'key'", state))
        let keys = try (0..<found.count).compactMap { CustomerKey.id(ofWrapped: try found.text($0, 0)) }
        let unsent = try connection.execute(
            Statement(
                "SELECT count(*) FROM journal WHERE lane_group = $1 AND lane = $2 AND position > $3 AND key = ANY($4)",
                place + [.int8(confirmed), .textArray(keys)]))
        guard try unsent.int8(0, 0) == 0 else { throw NotYetSent(service: service) }
        var position: Int64?
        if !keys.isEmpty {
            // It raises the lane's epoch: the worker that holds the lane is fenced, takes it again and sends what is unconfirmed.
            let left = try connection.execute(Statement("SELECT leave_tombstones($1, $2, $3)", place + [.textArray(keys)]))
            position = try left.int8(0, 0)
        }
        try connection.run([
            Statement(
                "UPDATE \(group)_state SET body = body::jsonb - 'key' WHERE lane = $1 AND key = ANY($2) AND body::jsonb ? 'key'", state),
            Statement(
                """
                UPDATE \(group)_state SET body = regexp_replace(body::text, $3, $4, 'g')::jsonb \
                WHERE lane = $1 AND key = ANY($2) AND due IS NULL AND body::text ~ $3
                """, state + [.text(RetentionStore.sealed), .text(RetentionStore.erased)]),
            // Messages that were forwarded lie there whole, sealed by the keyring.
            Statement(
                """
                DELETE FROM journal WHERE lane_group = $1 AND lane = $2 AND position <= $3 \
                AND (key = ANY($4) OR key = ANY($5) AND type IS NULL)
                """, place + [.int8(confirmed), .textArray(keys), .textArray(documents)]),
            Statement("DELETE FROM settled_letter WHERE key = ANY($1)", [.textArray(documents)]),
            Statement("COMMIT"),
        ])
        return (keys.count, position)
    }

    /// Whether Kafka has confirmed what is owed there.
    func isSent(_ unsent: UnsentTombstone) throws(PostgresError) -> Bool {
        let rows = try connection.execute(
            Statement(
                "SELECT confirmed >= $3 FROM lane WHERE lane_group = $1 AND lane = $2",
                [.text(unsent.group), .int4(unsent.lane), .int8(unsent.position)]))
        return try rows.bool(0, 0)
    }

    /// Which of these have letters that nobody has settled.
    func unsettled(_ keys: [String]) throws(PostgresError) -> [String] {
        try texts("SELECT DISTINCT key FROM dead_letter WHERE key = ANY($1) ORDER BY key", keys)
    }

    /// The complaints that still want to be woken, so that the service has work left.
    func unfinished(_ complaints: [String]) throws(PostgresError) -> [String] {
        try texts("SELECT key FROM complaint_state WHERE key = ANY($1) AND due IS NOT NULL ORDER BY key", complaints)
    }

    private func texts(_ query: String, _ keys: [String]) throws(PostgresError) -> [String] {
        let rows = try connection.execute(Statement(query, [.textArray(keys)]))
        var texts: [String] = []
        for row in 0..<rows.count { texts.append(try rows.text(row, 0)) }
        return texts
    }
}
