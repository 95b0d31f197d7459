import Embedded
import Foundation
import Postgres
import Runtime
import Testing

/// The password in a file of its own: what it is at each connection, and what is said when it is none.
@Suite struct PasswordFileTests {
    @Test func aChangedPasswordIsReadAtTheNextConnectionAndAMissingFileIsAnOutage() throws {
        let server = try EmbeddedPostgres(durability: .relaxed, rules: ["host all redress_x all scram-sha-256"])
        let owner = try PostgresConnection(server.url, applicationName: "password-file", connectTimeoutSeconds: 60)
        try owner.script(
            """
            CREATE SCHEMA x;
            CREATE TABLE x.schema_migration AS SELECT 1 AS version;
            CREATE ROLE redress_x LOGIN PASSWORD 'first';
            GRANT USAGE ON SCHEMA x TO redress_x;
            GRANT SELECT ON x.schema_migration TO redress_x;
            """)
        let folder = try TemporaryDirectory(named: "password")
        let file = folder.appending("password")
        func connect() throws(StoreError) -> PostgresConnection {
            try ServiceDatabase.connect(
                server.url(user: "redress_x", database: "postgres"), passwordFile: file, service: "x", schemaVersion: 1)
        }
        func outage() throws -> String {
            guard case .unavailable(let reason)? = #expect(throws: StoreError.self, performing: { try connect() }) else { return "" }
            return reason
        }

        #expect(try outage().contains("cannot be read"))
        try "first\n".write(toFile: file, atomically: true, encoding: .utf8)
        let first = try connect()
        try owner.script("ALTER ROLE redress_x PASSWORD 'second'")
        #expect(try outage().contains("password authentication failed"))
        try "second\n".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: Never.self) { try connect() }
        #expect(try first.execute(Statement("SELECT 1")).int4(0, 0) == 1, "a connection that is there goes on")
    }
}
