import Postgres
import Testing

/// The tables of what people do with the services' data have no fake: their constraints are broken by SQL, each by name.
@Suite struct OperationsConstraintTests {
    /// What each refuses, after the rows in `before`.
    private static let breaches: [String: [String]] = [
        "access_log_pkey": [access(number: 1)],
        "access_log_actor_check": [access(number: 2, actor: " ")],
        "access_log_reason_check": [access(number: 2, reason: "")],
        "erasure_pkey": [erasure],
        "customer_erasure_pkey": [customerErasure(number: 1)],
        "customer_erasure_actor_check": [customerErasure(number: 2, actor: "")],
        "customer_erasure_reason_check": [customerErasure(number: 2, reason: "  ")],
        "schema_migration_pkey": [
            "INSERT INTO schema_migration (version, name, checksum) SELECT version, name, checksum FROM schema_migration"
        ],
    ]

    private static let before = [access(number: 1), erasure, customerErasure(number: 1)]

    private static func access(number: Int, actor: String = "staff-1", reason: String = "asked by the customer") -> String {
        """
        INSERT INTO access_log (number, actor, subject, command, reason) OVERRIDING SYSTEM VALUE
        VALUES (\(number), '\(actor)', 'C1', 'show', '\(reason)')
        """
    }

    private static let erasure = """
        INSERT INTO erasure (complaint, archived_at, actor, policy_version, documents, entries) VALUES ('C1', now(), 'staff-1', '1', 1, 1)
        """

    private static func customerErasure(number: Int, actor: String = "staff-1", reason: String = "asked by the customer") -> String {
        """
        INSERT INTO customer_erasure (number, actor, line, complaints, reason) OVERRIDING SYSTEM VALUE
        VALUES (\(number), '\(actor)', 'token', 1, '\(reason)')
        """
    }

    @Test func eachConstraintRefusesWhatItIsFor() throws {
        let world = try PostgresWorld("operations", folders: ["operations"])
        for statement in Self.before { _ = try world.run(statement) }
        for (constraint, statements) in Self.breaches {
            for statement in statements {
                let error = #expect(throws: PostgresError.self, "\(constraint)") { _ = try world.run(statement) }
                #expect(error?.constraint == constraint)
            }
        }
    }

    @Test func everyConstraintOfTheTablesIsNamedHere() throws {
        let world = try PostgresWorld("operations", folders: ["operations"])
        let rows = try world.run(
            """
            SELECT conname::text FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'u', 'c', 'f', 'x')
            UNION SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND i.indisunique
            """)
        let found = Set(try (0..<rows.count).map { try rows.text($0, 0) })
        #expect(found == Set(Self.breaches.keys))
    }
}
