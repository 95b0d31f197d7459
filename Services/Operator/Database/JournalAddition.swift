import Foundation
import Postgres

/// A message that the command puts into a lane's journal, for the lane's owner to send.
///
/// Whoever raises a lane's epoch is its owner: what is appended under the new epoch is like the work of an owner that took the lane, did one
/// transaction and died. The worker that held the lane is fenced at its next transaction, takes the lane again, and sends what is unconfirmed.
struct JournalAddition {
    let topic: String
    let key: String
    /// The CloudEvents id.
    let id: String
    let type: String
    let data: Data

    /// Takes the lane and appends, inside the transaction that is open.
    ///
    /// - Returns: the position of the last one.
    static func append(
        _ additions: [JournalAddition], group: String, lane: Int32, on connection: PostgresConnection
    ) throws(PostgresError) -> Int64 {
        let place: [Value] = [.text(group), .int4(lane)]
        let taken = try connection.execute(
            Statement(
                """
                UPDATE lane SET epoch = epoch + 1, taken_at = now(), position = position + $3 WHERE lane_group = $1 AND lane = $2 \
                RETURNING position
                """, place + [.int8(Int64(additions.count))]))
        let last = try taken.int8(0, 0)
        try connection.execute(
            Statement(
                """
                INSERT INTO journal (lane_group, lane, position, topic, key, id, type, at, data) \
                SELECT $1, $2, $3 + n.place, n.topic, n.key, n.id, n.type, now(), n.data \
                FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[]) WITH ORDINALITY \
                AS n(topic, key, id, type, data, place)
                """,
                place + [
                    .int8(last - Int64(additions.count)), .textArray(additions.map(\.topic)), .textArray(additions.map(\.key)),
                    .textArray(additions.map(\.id)), .textArray(additions.map(\.type)), .byteaArray(additions.map(\.data)),
                ]))
        return last
    }
}
