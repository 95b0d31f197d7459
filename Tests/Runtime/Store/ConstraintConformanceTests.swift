import Contracts
import Foundation
import Postgres
import Runtime
import Testing

/// What the tables refuse every lane store refuses, and there is no constraint of theirs that no case here names.
@Suite struct ConstraintConformanceTests {
    @Test(arguments: StoreKind.allCases, ConstraintBreach.all)
    func whatATableRefusesEachStoreRefusesAndKeepsNothingOf(kind: StoreKind, breach: ConstraintBreach) throws {
        let world = try kind.world(of: breach.service)
        let store = world.open()
        try breach.before(world, store, try store.take(breach.lane))
        let holding = try store.take(breach.lane)

        #expect {
            try breach.breaks(store, holding)
        } throws: { error in
            guard case StoreError.refused = error else {
                Issue.record("\(error)")
                return false
            }
            return true
        }
        store.rollback()
        let after = try store.take(breach.lane)
        #expect(after.unconfirmed == holding.unconfirmed && after.parked == holding.parked && after.position == holding.position)
        try store.transact(after) { $0.states = [breach.lane.group: [Rows.state("token-2", lane: breach.lane)]] }
    }

    @Test(arguments: StoreKind.allCases)
    func whatIsOnlyAlikeIsTaken(kind: StoreKind) throws {
        let world = try kind.world(of: "sla_monitor")
        let store = world.open()
        let both = [Rows.complaint, Rows.otherComplaint]
        let holding = try #require(try store.take(both).first { $0.lane == Rows.complaint })
        try store.transact(holding) { batch in
            // The same position of two lanes, the same number of two keys, no number twice, and an alert with the id of another event.
            batch.journal = [
                Rows.event(1, lane: Rows.complaint), Rows.event(1, key: "C2", sequence: 1, lane: Rows.otherComplaint),
                Rows.alert(2, "C1-1"), Rows.alert(3, "C1-2"),
            ]
            batch.identities = both.map { EventIdentity(lane: $0, source: "/gateway", id: "1") }
            batch.parked = both.map { Rows.letter(1, .poison, lane: $0) }
        }
        #expect(try store.take(Rows.complaint).unconfirmed.map(\.position) == [1, 2, 3])
    }

    // MARK: The catalogue

    /// Constraints that no batch can break, and what keeps them.
    private static let byConstruction: [String: String] = [
        "lane_pkey": "taking registers a lane once: ON CONFLICT DO NOTHING",
        "dead_letter_kind_check": "DeadLetterRow.Kind has no other",
        "dead_letter_request_check": "only operators write it: Tests/Operator/Database/DeadLetterStoreTests",
        "settled_letter_request_check": "it is copied from dead_letter, which checks it",
        "schema_migration_pkey": "the migrator keeps it: Tests/Postgres/MigratorTests",
    ]

    /// The columns that are never NULL because the rows' types have no `nil` for them, or a default stands in the table.
    private static let neverNull: [String: Set<String>] = [
        "lane": ["lane_group", "lane", "epoch", "offsets", "position", "confirmed", "serial"],
        "journal": ["lane_group", "lane", "position", "topic", "key", "id", "at", "data"],
        "taken_event": ["lane_group", "lane", "source", "id", "key", "at"],
        "dead_letter": [
            "lane_group", "lane", "number", "kind", "key", "topic", "partition", "message_offset", "message", "at",
        ],
        "settled_letter": [
            "lane_group", "lane", "number", "key", "topic", "partition", "message_offset", "message", "at", "request", "settled_at",
        ],
        "complaint_state": states, "line_state": states, "unit_state": states, "risk_state": states,
        "gateway_text_state": states,
        "schema_migration": ["version", "name", "checksum", "applied_at", "compatible"],
    ]
    private static let states: Set<String> = ["key", "lane", "body"]

    @Test(arguments: ServiceName.allCases.map(\.schema))
    func everyConstraintOfTheTablesIsNamedHere(service: String) throws {
        let world = try PostgresWorld(service)
        let rows = try world.run(
            """
            SELECT conname::text FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'u', 'c', 'f', 'x')
            UNION SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND i.indisunique
            """)
        let found = Set(try (0..<rows.count).map { try rows.text($0, 0) })
        #expect(found.contains("journal_sequence"), "the catalogue was read")
        let named = ConstraintBreach.all.reduce(into: Set(Self.byConstruction.keys)) { $0.formUnion($1.constraints) }
        #expect(found.subtracting(named).isEmpty, "of \(service): put a case into ConstraintBreach, and make the fake as strict")
    }

    @Test(arguments: ServiceName.allCases.map(\.schema))
    func everyColumnThatIsNeverNullIsNamedHere(service: String) throws {
        let world = try PostgresWorld(service)
        let rows = try world.run(
            """
            SELECT c.relname::text, a.attname::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND a.attnotnull
            """)
        #expect(rows.count > 20)
        for row in 0..<rows.count {
            let (table, column) = (try rows.text(row, 0), try rows.text(row, 1))
            #expect(Self.neverNull[table]?.contains(column) == true, "\(table).\(column) of \(service)")
        }
    }
}
