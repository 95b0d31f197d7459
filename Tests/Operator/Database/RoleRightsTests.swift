import Postgres
import Runtime
import Testing

@testable import OperatorService

/// What each role is refused that logs in to the database: everything but its own work.
@Suite(.serialized) struct RoleRightsTests {
    private static let services = OperatorDatabase.services.map(\.name)

    /// Runs a statement and undoes it; nil where it went well, else the SQLSTATE.
    private func outcome(_ sql: String, as connection: PostgresConnection) throws -> String? {
        try connection.script("BEGIN; SET LOCAL transaction_read_only = off")
        defer { #expect(throws: Never.self) { try connection.rollback() } }
        do throws(PostgresError) {
            try connection.execute(Statement(sql, prepared: false))
            return nil
        } catch {
            return error.sqlState ?? "\(error)"
        }
    }

    private func login(_ role: String) throws -> PostgresConnection {
        try PostgresConnection(MigratedDatabase.url(of: role), applicationName: "role-rights", connectTimeoutSeconds: 60)
    }

    private func expectRefused(_ statements: [String], as connection: PostgresConnection, _ role: String) throws {
        for sql in statements {
            let state = try outcome(sql, as: connection)
            // 0LP01: a grant is refused; 42501: everything else is.
            #expect(state == "42501" || state == "0LP01", "\(role): \(sql): \(state ?? "went well")")
        }
    }

    /// What nobody may who is not the administrator.
    private static let foreignToAll = [
        "SELECT * FROM pg_authid", "SELECT * FROM pg_shadow", "COPY (SELECT 1) TO PROGRAM 'true'", "COPY (SELECT 1) TO '/tmp/redress-out'",
        "SELECT pg_read_file('/etc/hostname')", "SELECT pg_ls_dir('/')", "SELECT lo_import('/etc/hostname')", "CREATE ROLE redress_other",
        "ALTER ROLE redress_intake SUPERUSER", "ALTER ROLE postgres PASSWORD 'x'", "CREATE SCHEMA redress_other",
        "CREATE TABLE public.redress_other ()", "CREATE TEMPORARY TABLE redress_other ()", "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres", "SELECT pg_reload_conf()",
        "GRANT pg_read_all_data TO redress_intake", "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "ALTER DATABASE postgres SET statement_timeout = 1", "SELECT pg_create_physical_replication_slot('redress')",
    ]

    /// What changes a table's shape, or empties it.
    private static func shapes(of schema: String) -> [String] {
        [
            "CREATE TABLE \(schema).other ()", "ALTER TABLE \(schema).lane ADD c int", "DROP TABLE \(schema).journal",
            "TRUNCATE \(schema).journal", "TRUNCATE \(schema).complaint_state", "CREATE INDEX ON \(schema).journal (id)",
            "DROP SCHEMA \(schema) CASCADE", "INSERT INTO \(schema).schema_migration VALUES (999, 'x', 'x')",
            "CREATE TRIGGER t BEFORE INSERT ON \(schema).journal FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "CREATE FUNCTION \(schema).f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        ]
    }

    @Test(arguments: services)
    func aServiceWorksInItsSchemaAddsToItsRecordAndIsRefusedTheRest(service: String) throws {
        let schema = service.replacing("-", with: "_")
        let role = "redress_\(schema)"
        let connection = try login(role)
        #expect(try connection.execute(Statement("SELECT session_user::text")).text(0, 0) == role)
        for sql in [
            "INSERT INTO \(schema).lane (lane_group, lane) VALUES ('complaint', 901)", "UPDATE \(schema).lane SET epoch = epoch",
            "INSERT INTO \(schema).journal (lane_group, lane, position, topic, key, id, at, data) VALUES ('c', 1, 1, 't', 'k', 'i', now(), '')",
            "SELECT * FROM \(schema).taken_event", "DELETE FROM \(schema).complaint_state", "DELETE FROM \(schema).dead_letter",
        ] {
            #expect(try outcome(sql, as: connection) == nil, "\(role): \(sql)")
        }
        try expectRefused(
            [
                "UPDATE \(schema).journal SET data = ''", "DELETE FROM \(schema).journal", "UPDATE \(schema).taken_event SET id = 'x'",
                "DELETE FROM \(schema).taken_event", "DELETE FROM \(schema).lane", "DELETE FROM \(schema).settled_letter",
            ], as: connection, role)
        try expectRefused(Self.shapes(of: schema) + Self.foreignToAll, as: connection, role)
        let others = Self.services.map { $0.replacing("-", with: "_") }.filter { $0 != schema } + [OperationsSchema.name]
        for other in others {
            let table = other == OperationsSchema.name ? "\(other).access_log" : "\(other).journal"
            try expectRefused(
                ["SELECT * FROM \(table)", "DELETE FROM \(table)", "LOCK TABLE \(table)", "SELECT count(*) FROM \(table)"], as: connection,
                role)
        }
    }

    @Test(arguments: [PeopleRole.operators.name, PeopleRole.retention.name])
    func peopleChangeNoShapeAndNoLaneAndBecomeNobodyElse(role: String) throws {
        let connection = try login(role)
        try expectRefused(Self.foreignToAll, as: connection, role)
        for schema in Self.services.map({ $0.replacing("-", with: "_") }) {
            #expect(try outcome("SELECT count(*) FROM \(schema).journal", as: connection) == nil)
            try expectRefused(Self.shapes(of: schema), as: connection, role)
            try expectRefused(
                [
                    "INSERT INTO \(schema).journal (lane_group, lane, position, topic, key, id, at, data) VALUES ('c', 1, 1, 't', 'k', 'i', now(), '')",
                    "UPDATE \(schema).lane SET epoch = epoch + 1", "DELETE FROM \(schema).lane", "DELETE FROM \(schema).complaint_state",
                    "UPDATE \(schema).dead_letter SET key = 'x'", "DELETE FROM \(schema).dead_letter",
                ], as: connection, role)
        }
    }
}
