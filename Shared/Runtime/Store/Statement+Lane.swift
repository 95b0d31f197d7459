import Domain
import Foundation
import Postgres

/// The statements that take, fence and move lanes.
extension Statement {
    private static let join = "l.lane_group = n.lane_group AND l.lane = n.lane"

    private static func identify(_ lanes: [LaneID]) -> [Value] {
        [.textArray(lanes.map(\.group)), .int4Array(lanes.map(\.number))]
    }

    static func registerLanes(_ lanes: [LaneID]) -> Statement {
        Statement(
            "INSERT INTO lane (lane_group, lane) SELECT * FROM unnest($1::text[], $2::int4[]) ON CONFLICT DO NOTHING", identify(lanes))
    }

    static func raiseEpochs(_ lanes: [LaneID]) -> Statement {
        Statement(
            """
            UPDATE lane l SET epoch = l.epoch + 1, taken_at = now() FROM unnest($1::text[], $2::int4[]) AS n(lane_group, lane) \
            WHERE \(join) RETURNING l.lane_group, l.lane, l.epoch, l.offsets, l.position, l.confirmed, l.serial
            """, identify(lanes))
    }

    /// Brings the timers of lanes under another revision forward, one after the other in their order.
    static func rewake(group: String, lanes: [Int32], revision: String, _ rewaking: Rewaking) -> Statement {
        Statement(
            """
            WITH stale AS (UPDATE lane SET revision = $3 WHERE lane_group = $1 AND lane = ANY($2) AND revision IS DISTINCT FROM $3 \
            RETURNING lane), \
            spread AS (SELECT s.key, row_number() OVER (PARTITION BY s.lane ORDER BY s.due, s.key) AS place \
            FROM \(group)_state s JOIN stale ON stale.lane = s.lane WHERE s.due IS NOT NULL) \
            UPDATE \(group)_state s SET due = least(s.due, $4::timestamptz + spread.place * interval '1 second' / $5::int8) \
            FROM spread WHERE s.key = spread.key
            """,
            [
                .text(group), .int4Array(lanes), .text(revision), .timestamp(rewaking.now.microseconds), .int8(rewaking.perSecond),
            ])
    }

    static func unconfirmed(_ lanes: [LaneID]) -> Statement {
        Statement(
            """
            SELECT j.lane_group, j.lane, j.position, j.topic, j.partition, j.key, j.id, j.type, j.sequence, j.at, j.trace_parent, \
            j.data, j.correlation_id, j.causation_id FROM unnest($1::text[], $2::int4[]) AS n(lane_group, lane) JOIN lane l ON \(join) \
            JOIN journal j ON j.lane_group = l.lane_group AND j.lane = l.lane AND j.position > l.confirmed \
            ORDER BY j.lane_group, j.lane, j.position
            """, identify(lanes))
    }

    static func parkedCounts(_ lanes: [LaneID]) -> Statement {
        Statement(
            """
            SELECT l.lane_group, l.lane, count(*) FROM unnest($1::text[], $2::int4[]) AS n(lane_group, lane) \
            JOIN dead_letter l ON \(join) GROUP BY 1, 2
            """, identify(lanes))
    }

    static func earliestDue(group: String, lanes: [Int32]) -> Statement {
        Statement(
            """
            SELECT n.lane, d.due FROM unnest($1::int4[]) AS n(lane) CROSS JOIN LATERAL \
            (SELECT due FROM \(group)_state s WHERE lane = n.lane AND due IS NOT NULL \
            AND NOT EXISTS (SELECT FROM dead_letter p WHERE p.lane_group = $2 AND p.key = s.key) ORDER BY due LIMIT 1) AS d
            """, [.int4Array(lanes), .text(group)])
    }

    static func fence(_ lanes: [LaneFence]) -> Statement {
        Statement(
            """
            UPDATE lane l SET offsets = l.offsets || n.offsets, confirmed = greatest(l.confirmed, n.confirmed) \
            FROM unnest($1::text[], $2::int4[], $3::int8[], $4::jsonb[], $5::int8[]) AS n(lane_group, lane, epoch, offsets, confirmed) \
            WHERE \(join) AND l.epoch = n.epoch RETURNING l.lane_group, l.lane
            """,
            identify(lanes.map(\.lane)) + [
                .int8Array(lanes.map(\.epoch)), .jsonbArray(lanes.map { offsetsObject($0.offsets) }),
                .int8Array(lanes.map(\.confirmed)),
            ])
    }

    static func advance(_ lanes: [LaneAdvance]) -> Statement {
        Statement(
            """
            UPDATE lane l SET position = n.position, serial = n.serial \
            FROM unnest($1::text[], $2::int4[], $3::int8[], $4::int8[]) AS n(lane_group, lane, position, serial) WHERE \(join)
            """,
            identify(lanes.map(\.lane)) + [.int8Array(lanes.map(\.position)), .int8Array(lanes.map(\.serial))])
    }

    /// Names of topics are constants of the code and need no escaping.
    private static func offsetsObject(_ offsets: [String: Int64]) -> Data {
        Data(("{" + offsets.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}").utf8)
    }
}
