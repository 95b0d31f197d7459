import Domain
import Foundation
import Postgres

/// The statements that begin a batch, and how their answers are read: fence first, then everything it protects.
struct LoadPlan {
    typealias Reader = (Rows, inout LoadedBatch) throws(PostgresError) -> Void

    private(set) var statements: [Statement] = []
    private var readers: [Reader] = []

    init(_ batch: BatchLoad) {
        statements = [.fence(batch.lanes)]
        for load in batch.groups { add(load) }
        if !batch.identities.isEmpty { addKnown(batch.identities) }
        if !batch.requestLanes.isEmpty { addRequests(batch.requestLanes) }
    }

    /// Reads the answers to all statements after the fence.
    func read(_ answers: ArraySlice<Rows>) throws(PostgresError) -> LoadedBatch {
        var loaded = LoadedBatch()
        for (rows, reader) in zip(answers, readers) { try reader(rows, &loaded) }
        return loaded
    }

    private mutating func add(_ load: GroupLoad) {
        let name = load.group.name
        if !load.keys.isEmpty {
            let keys = Value.textArray(load.keys)
            addStates(of: load.group, where: "s.key = ANY($1)", [keys])
            if load.mayHaveParked {
                addParked("SELECT DISTINCT key FROM dead_letter WHERE lane_group = $1 AND key = ANY($2)", [.text(name), keys], in: name)
            }
        }
        if !load.requestLanes.isEmpty {
            // What is replayed or discarded is decided on the state as it stands.
            addStates(
                of: load.group,
                where: """
                    s.key IN (SELECT d.key FROM dead_letter d WHERE d.lane_group = $1 AND d.lane = ANY($2) AND d.request IS NOT NULL) \
                    AND s.key <> ALL($3)
                    """,
                [.text(name), .int4Array(load.requestLanes), .textArray(load.keys)])
        }
        if let wake = load.wake { add(wake, of: name, mayHaveParked: load.mayHaveParked) }
    }

    /// The states, and with each the companions that refer to it, so that a key without a state costs one look-up.
    private mutating func addStates(of group: LaneGroup, where condition: String, _ parameters: [Value]) {
        let name = group.name
        guard let companion = group.companion else {
            return add("SELECT s.key, s.lane, s.body, s.due, s.reference FROM \(name)_state s WHERE \(condition)", parameters) {
                (rows, loaded) throws(PostgresError) in
                loaded.states[name, default: []] += try StateRow.all(in: rows, group: name)
            }
        }
        add(
            """
            SELECT s.key, s.lane, s.body, s.due, s.reference, c.key, c.body FROM \(name)_state s \
            LEFT JOIN \(companion)_state c ON c.reference = s.key WHERE \(condition)
            """, parameters
        ) { (rows, loaded) throws(PostgresError) in
            var seen: Set<String> = []
            loaded.states[name, default: []] += try StateRow.all(in: rows, group: name).filter { seen.insert($0.key).inserted }
            loaded.companions[name, default: []] += try CompanionRow.all(in: rows, reference: 0, key: 5, body: 6)
        }
    }

    private mutating func add(_ wake: WakeLoad, of name: String, mayHaveParked: Bool) {
        let bounds: [Value] = [.int4Array(wake.lanes), .timestamp(wake.now.microseconds)]
        add(
            "SELECT key, lane, body, due, reference FROM \(name)_state WHERE lane = ANY($1) AND due <= $2 ORDER BY due LIMIT $3",
            bounds + [.int8(Int64(wake.limit))]
        ) { (rows, loaded) throws(PostgresError) in
            loaded.due[name] = try StateRow.all(in: rows, group: name)
        }
        guard mayHaveParked else { return }
        addParked(
            """
            SELECT key FROM \(name)_state s WHERE lane = ANY($1) AND due <= $2 \
            AND EXISTS (SELECT FROM dead_letter d WHERE d.lane_group = $3 AND d.key = s.key)
            """, bounds + [.text(name)], in: name)
    }

    private mutating func addParked(_ sql: String, _ parameters: [Value], in group: String) {
        add(sql, parameters) { (rows, loaded) throws(PostgresError) in
            for row in 0..<rows.count { loaded.parked[group, default: []].insert(try rows.text(row, 0)) }
        }
    }

    /// Each is looked up by itself: a plan that was made while the table was small would else go through all of it once it is large.
    private mutating func addKnown(_ identities: [EventIdentity]) {
        add(
            """
            SELECT n.lane_group, n.lane, n.key, n.source, n.id, t.digest \
            FROM unnest($1::text[], $2::int4[], $3::text[], $4::text[], $5::text[]) AS n(lane_group, lane, key, source, id) \
            CROSS JOIN LATERAL (SELECT digest FROM taken_event t WHERE t.lane_group = n.lane_group AND t.lane = n.lane \
            AND t.source = n.source AND t.id = n.id AND (t.key = n.key OR t.digest IS NULL) LIMIT 1) AS t
            """,
            [
                .textArray(identities.map(\.lane.group)), .int4Array(identities.map(\.lane.number)),
                .textArray(identities.map(\.key)), .textArray(identities.map(\.source)), .textArray(identities.map(\.id)),
            ]
        ) { (rows, loaded) throws(PostgresError) in
            loaded.known = try EventIdentity.all(in: rows)
        }
    }

    private mutating func addRequests(_ lanes: [LaneID]) {
        add(
            """
            SELECT d.lane_group, d.lane, d.number, d.kind, d.key, d.topic, d.partition, d.message_offset, d.message, d.at, d.request \
            FROM unnest($1::text[], $2::int4[]) AS n(lane_group, lane) \
            JOIN dead_letter d ON d.lane_group = n.lane_group AND d.lane = n.lane \
            WHERE d.request IS NOT NULL OR (d.key <> '' AND EXISTS (SELECT FROM dead_letter r WHERE r.lane_group = d.lane_group \
            AND r.lane = d.lane AND r.key = d.key AND r.request IS NOT NULL)) ORDER BY d.number LIMIT 10000
            """, [.textArray(lanes.map(\.group)), .int4Array(lanes.map(\.number))]
        ) { (rows, loaded) throws(PostgresError) in
            loaded.requested = try DeadLetterRow.all(in: rows)
        }
    }

    private mutating func add(_ sql: String, _ parameters: [Value], reader: @escaping Reader) {
        statements.append(Statement(sql, parameters))
        readers.append(reader)
    }
}
