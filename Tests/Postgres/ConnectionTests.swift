import Foundation
import Postgres
import Testing

@Suite struct ConnectionTests {
    @Test func aStatementWithParametersAnswersInOneRoundTrip() throws {
        let connection = try TestDatabase.connect()
        let rows = try connection.execute(Statement("SELECT $1::int8 + 1, $2::text", [.int8(41), .text("投诉")]))
        #expect(rows.count == 1)
        #expect(try rows.int8(0, 0) == 42)
        #expect(try rows.text(0, 1) == "投诉")
    }

    @Test func theServerKnowsTheApplicationByName() throws {
        let connection = try TestDatabase.connect("redress-intake")
        #expect(try connection.execute(Statement("SELECT current_setting('application_name')")).text(0, 0) == "redress-intake")
        #expect(connection.serverVersion >= 150_000)
    }

    @Test func aServerThatIsNotThereIsAConnectionLoss() throws {
        let error = #expect(throws: PostgresError.self) {
            try PostgresConnection("postgresql://localhost:1/none", applicationName: "test")
        }
        #expect(error?.kind == .connection)
        #expect(error?.isConnectionLoss == true)
        #expect(error?.isRetriable == true)
    }

    @Test func aMalformedURLIsRefusedWithoutShowingThePassword() throws {
        let error = #expect(throws: PostgresError.self) {
            try PostgresConnection("postgresql://redress:secret@host:port:port/%zz", applicationName: "test")
        }
        #expect(error?.kind == .usage)
        #expect(error?.isConnectionLoss == false)
        #expect(error.map { String(reflecting: $0).contains("secret") } == false)
    }

    @Test func aConnectionKilledByTheServerIsAConnectionLoss() throws {
        let victim = try TestDatabase.connect()
        try victim.execute(Statement("BEGIN"))
        let killer = try TestDatabase.connect()
        let killed = try killer.execute(Statement("SELECT pg_terminate_backend($1, 5000)", [.int4(victim.serverProcess)]))
        #expect(try killed.bool(0, 0))
        let error = #expect(throws: PostgresError.self) {
            try victim.run([Statement("SELECT 1"), Statement("SELECT 2"), Statement("COMMIT")])
        }
        #expect(error?.isConnectionLoss == true)
        #expect(victim.isBroken)
        #expect(victim.transactionStatus == .unknown)
        let again = #expect(throws: PostgresError.self) { try victim.execute(Statement("SELECT 1")) }
        #expect(again?.isConnectionLoss == true)
        try victim.rollback()
    }

    @Test func aConnectionThatKillsItselfInMidRunIsAConnectionLoss() throws {
        let connection = try TestDatabase.connect()
        let error = #expect(throws: PostgresError.self) {
            try connection.run([
                Statement("SELECT 1"), Statement("SELECT pg_terminate_backend(pg_backend_pid())"), Statement("SELECT pg_sleep(60)"),
            ])
        }
        #expect(error?.sqlState == "57P01")
        #expect(error?.isConnectionLoss == true)
        #expect(connection.isBroken)
    }

    @Test func aClosedConnectionSaysSo() throws {
        let connection = try TestDatabase.connect()
        connection.close()
        connection.close()
        #expect(connection.isBroken)
        #expect(connection.cancelHandle == nil)
        #expect(throws: PostgresError.self) { try connection.execute(Statement("SELECT 1")) }
        #expect(throws: PostgresError.self) { try connection.script("SELECT 1") }
    }

    @Test func aRunningStatementIsCancelledFromAnotherThread() throws {
        let connection = try TestDatabase.connect()
        let handle = try #require(connection.cancelHandle)
        let process = connection.serverProcess
        Thread.detachNewThread {
            do {
                try Self.awaitSleep(of: process)
                try handle.cancel()
            } catch {
                Issue.record(error)
            }
        }
        let error = #expect(throws: PostgresError.self) { try connection.execute(Statement("SELECT pg_sleep(30)")) }
        #expect(error?.sqlState == "57014")
        #expect(error?.isRetriable == true)
        #expect(error?.isConnectionLoss == false)
        #expect(try connection.execute(Statement("SELECT 1")).count == 1)
    }

    /// Returns when the process is seen in `pg_sleep`, or after 20 seconds.
    private static func awaitSleep(of process: Int32) throws {
        let connection = try TestDatabase.connect()
        let seen = Statement("SELECT count(*) FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'PgSleep'", [.int4(process)])
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline, try connection.execute(seen).int8(0, 0) == 0 {}
    }

    @Test func aStatementThatMayBeInNoTransactionRunsByItself() throws {
        let connection = try TestDatabase.connect()
        let name = TestDatabase.uniqueName("redress_alone")
        try connection.execute(Statement("CREATE DATABASE \(name)"))
        try connection.execute(Statement("DROP DATABASE \(name)"))
    }

    @Test func noticesAreCollectedAndHandedOutOnce() throws {
        let connection = try TestDatabase.connect()
        try connection.script("DO $$ BEGIN RAISE NOTICE 'a remark'; RAISE WARNING 'another'; END $$")
        let notices = connection.takeNotices()
        #expect(notices.map(\.severity) == ["NOTICE", "WARNING"])
        #expect(notices.map(\.message) == ["a remark", "another"])
        #expect(connection.takeNotices().isEmpty)
    }

    @Test func namesAndLiteralsAreQuoted() throws {
        let connection = try TestDatabase.connect()
        #expect(try connection.quoted(identifier: #"a"b"#) == #""a""b""#)
        #expect(try connection.quoted(literal: "it's") == "'it''s'")
        #expect(throws: PostgresError.self) { try connection.quoted(identifier: "a\0b") }
    }
}
