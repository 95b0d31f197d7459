import Domain
public import Postgres

extension Statement {
    /// The places, from 1, of those facts that are not in the journal.
    ///
    /// Retention deletes from the beginning of the lanes' journals, so what is older than the youngest of their first rows may have been deleted,
    /// and what is not was never there. Where it has left no row at all, nothing can be said.
    public static func missing(_ facts: [PublishedPosition]) -> Statement {
        Statement(
            """
            WITH first AS (SELECT f.at, l.position FROM lane l LEFT JOIN LATERAL (SELECT j.at FROM journal j \
            WHERE j.lane_group = l.lane_group AND j.lane = l.lane ORDER BY j.position LIMIT 1) AS f ON true), \
            kept AS (SELECT coalesce(max(at), CASE WHEN max(position) > 0 THEN 'infinity' ELSE '-infinity' END::timestamptz) AS since FROM first) \
            SELECT n.place FROM unnest($1::text[], $2::int8[], $3::timestamptz[]) WITH ORDINALITY AS n(key, sequence, at, place) \
            CROSS JOIN kept WHERE n.at >= kept.since \
            AND NOT EXISTS (SELECT FROM journal j WHERE j.key = n.key AND j.sequence = n.sequence) ORDER BY n.place
            """,
            [
                .textArray(facts.map(\.key)), .int8Array(facts.map(\.sequence)),
                .timestampArray(facts.map(\.at.microseconds)),
            ])
    }
}
