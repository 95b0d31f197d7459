import Domain
import Foundation
import Postgres

/// What saves a batch: one statement a table, whatever the number of rows; and before them a copy for each table that gets many new rows.
struct SavePlan {
    private(set) var copies: [RowsCopy] = []
    private(set) var statements: [Statement] = []

    /// From so many rows on a copy, which is a round trip of its own, costs less than a statement.
    static let copiedRows = 64

    /// - Parameter documents: the tables whose documents are `json`: a copy converts nothing.
    init(_ changes: BatchChanges, documents: Set<String>) {
        if !changes.lanes.isEmpty { statements.append(.advance(changes.lanes)) }
        for (group, rows) in changes.states.sorted(by: { $0.key < $1.key }) {
            add(rows, of: group, added: documents.contains("\(group)_state") ? changes.added[group] ?? [] : [])
        }
        for (group, keys) in changes.deletedRows.sorted(by: { $0.key < $1.key }) {
            statements.append(Statement("DELETE FROM \(group)_state WHERE key = ANY($1)", [.textArray(keys)]))
        }
        if changes.identities.count >= Self.copiedRows {
            copies.append(.identities(changes.identities, at: changes.now))
        } else if !changes.identities.isEmpty {
            statements.append(Self.identities(changes.identities, at: changes.now))
        }
        if changes.journal.count >= Self.copiedRows {
            copies.append(.journal(changes.journal))
        } else if !changes.journal.isEmpty {
            statements.append(Self.journal(changes.journal))
        }
        if !changes.parked.isEmpty { statements.append(Self.parked(changes.parked)) }
        if !changes.settledLetters.isEmpty { statements.append(Self.settled(changes.settledLetters, at: changes.now)) }
        if !changes.failedReplays.isEmpty { statements.append(Self.failed(changes.failedReplays)) }
    }

    /// A row that was there after all makes the copy fail; the batch is then tried in parts, at last in such as are not copied.
    private mutating func add(_ rows: [StateRow], of group: String, added: Set<String>) {
        guard added.count >= Self.copiedRows else { return statements.append(Self.states(rows, of: group)) }
        if added.count == rows.count { return copies.append(.states(rows, of: group)) }
        copies.append(.states(rows.filter { added.contains($0.key) }, of: group))
        let others = rows.filter { !added.contains($0.key) }
        if !others.isEmpty { statements.append(Self.states(others, of: group)) }
    }

    private static func states(_ rows: [StateRow], of group: String) -> Statement {
        Statement(
            """
            INSERT INTO \(group)_state (key, lane, body, due, reference) \
            SELECT * FROM unnest($1::text[], $2::int4[], $3::json[], $4::timestamptz[], $5::text[]) \
            ON CONFLICT (key) DO UPDATE SET lane = excluded.lane, body = excluded.body, due = excluded.due, reference = excluded.reference
            """,
            [
                .textArray(rows.map(\.key)), .int4Array(rows.map(\.lane.number)), .jsonArray(rows.map(\.body)),
                .timestampOptionalArray(rows.map { $0.due?.microseconds }), .textOptionalArray(rows.map(\.reference)),
            ])
    }

    private static func identities(_ identities: [EventIdentity], at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO taken_event (lane_group, lane, source, id, at, key, digest) \
            SELECT lane_group, lane, source, id, $5, key, digest \
            FROM unnest($1::text[], $2::int4[], $3::text[], $4::text[], $6::text[], $7::bytea[]) \
            AS n(lane_group, lane, source, id, key, digest)
            """,
            [
                .textArray(identities.map(\.lane.group)), .int4Array(identities.map(\.lane.number)),
                .textArray(identities.map(\.source)), .textArray(identities.map(\.id)), .timestamp(now.microseconds),
                .textArray(identities.map(\.key)), .byteaOptionalArray(identities.map(\.digest)),
            ])
    }

    private static func journal(_ rows: [JournalRow]) -> Statement {
        Statement(
            """
            INSERT INTO journal (lane_group, lane, position, topic, partition, key, id, type, sequence, at, trace_parent, data, \
            correlation_id, causation_id) \
            SELECT * FROM unnest($1::text[], $2::int4[], $3::int8[], $4::text[], $5::int4[], $6::text[], $7::text[], $8::text[], \
            $9::int8[], $10::timestamptz[], $11::text[], $12::bytea[], $13::text[], $14::text[])
            """,
            [
                .textArray(rows.map(\.lane.group)), .int4Array(rows.map(\.lane.number)), .int8Array(rows.map(\.position)),
                .textArray(rows.map(\.topic)), .int4OptionalArray(rows.map(\.partitionColumn)), .textArray(rows.map(\.key)),
                .textArray(rows.map(\.id)), .textOptionalArray(rows.map(\.type)), .int8OptionalArray(rows.map(\.sequence)),
                .timestampArray(rows.map(\.time.microseconds)), .textOptionalArray(rows.map(\.traceParent)),
                .byteaArray(rows.map(\.dataColumn)), .textOptionalArray(rows.map(\.correlation.id)),
                .textOptionalArray(rows.map(\.correlation.cause)),
            ])
    }

    private static func parked(_ rows: [DeadLetterRow]) -> Statement {
        Statement(
            """
            INSERT INTO dead_letter (lane_group, lane, number, kind, key, topic, partition, message_offset, message, fault, at, \
            source, type) \
            SELECT * FROM unnest($1::text[], $2::int4[], $3::int8[], $4::text[], $5::text[], $6::text[], $7::int4[], $8::int8[], \
            $9::text[], $10::jsonb[], $11::timestamptz[], $12::text[], $13::text[])
            """,
            identify(rows) + [
                .textArray(rows.map(\.kind.rawValue)), .textArray(rows.map(\.key)), .textArray(rows.map(\.origin.topic)),
                .int4Array(rows.map(\.origin.partition)), .int8Array(rows.map(\.origin.offset)),
                .textArray(rows.map(\.sealedMessage.ciphertext)),
                .jsonbOptionalArray(rows.map(\.encodedFault)), .timestampArray(rows.map(\.at.microseconds)),
                .textOptionalArray(rows.map(\.source)), .textOptionalArray(rows.map(\.type)),
            ])
    }

    /// What only waited is decided like any message; what an operator asked for is kept with who asked and why.
    private static func settled(_ rows: [DeadLetterRow], at now: Instant) -> Statement {
        Statement(
            """
            WITH gone AS (DELETE FROM dead_letter d USING unnest($1::text[], $2::int4[], $3::int8[]) AS n(lane_group, lane, number) \
            WHERE d.lane_group = n.lane_group AND d.lane = n.lane AND d.number = n.number RETURNING d.*) \
            INSERT INTO settled_letter (lane_group, lane, number, key, topic, partition, message_offset, message, original, fault, at, \
            request, requested_by, request_reason, settled_at) \
            SELECT lane_group, lane, number, key, topic, partition, message_offset, message, original, fault, at, \
            request, requested_by, request_reason, $4 FROM gone WHERE request IS NOT NULL
            """, identify(rows) + [.timestamp(now.microseconds)])
    }

    private static func failed(_ rows: [DeadLetterRow]) -> Statement {
        Statement(
            """
            UPDATE dead_letter d SET kind = 'poison', fault = n.fault, request = NULL \
            FROM unnest($1::text[], $2::int4[], $3::int8[], $4::jsonb[]) AS n(lane_group, lane, number, fault) \
            WHERE d.lane_group = n.lane_group AND d.lane = n.lane AND d.number = n.number
            """, identify(rows) + [.jsonbOptionalArray(rows.map(\.encodedFault))])
    }

    private static func identify(_ rows: [DeadLetterRow]) -> [Value] {
        [.textArray(rows.map(\.lane.group)), .int4Array(rows.map(\.lane.number)), .int8Array(rows.map(\.number))]
    }
}
