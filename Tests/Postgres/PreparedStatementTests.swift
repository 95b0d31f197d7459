import Foundation
import Postgres
import Testing

@Suite struct PreparedStatementTests {
    private let connection: PostgresConnection

    init() throws {
        connection = try TestDatabase.connect()
    }

    private func preparedTexts() throws -> [String] {
        let rows = try connection.execute(Statement("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time", prepared: false))
        return try (0..<rows.count).map { row in try rows.text(row, 0) }
    }

    @Test func aTextIsPreparedOnceHoweverOftenItIsRun() throws {
        let statement = Statement("SELECT $1::int8 AS once", [.int8(1)])
        try connection.run([statement, statement])
        try connection.execute(statement)
        #expect(try preparedTexts() == [statement.sql])
    }

    @Test func aTextRunWithOtherTypesIsAnotherStatement() throws {
        let sql = "SELECT $1 + 1"
        #expect(try connection.execute(Statement(sql, [.int4(1)])).int4(0, 0) == 2)
        #expect(try connection.execute(Statement(sql, [.int8(1)])).int8(0, 0) == 2)
        #expect(try connection.execute(Statement(sql, [.int4(2)])).int4(0, 0) == 3)
        #expect(try preparedTexts() == [sql, sql])
    }

    @Test func whatWasPreparedSurvivesARollbackAndAnError() throws {
        let kept = Statement("SELECT 'kept'")
        let failing = Statement("SELECT 1 / $1::int4", [.int4(0)])
        let neverReached = Statement("SELECT 'never reached'")
        #expect(throws: PostgresError.self) { try connection.run([kept, failing, neverReached]) }
        #expect(try preparedTexts() == [kept.sql, failing.sql])
        try connection.run([kept, neverReached])
        #expect(try preparedTexts() == [kept.sql, failing.sql, neverReached.sql])
    }

    @Test func aTextThatDoesNotParseIsTriedAgainEachTime() throws {
        let statement = Statement("SELECT * FROM complaint_of_tomorrow")
        let error = #expect(throws: PostgresError.self) { try connection.execute(statement) }
        #expect(error?.sqlState == "42P01")
        #expect(error?.position == 15)
        try connection.script("CREATE TEMPORARY TABLE complaint_of_tomorrow ()")
        #expect(try connection.execute(statement).count == 0)
    }

    @Test func aStatementWhoseTableChangedShapeIsParsedAgain() throws {
        try connection.script("CREATE TEMPORARY TABLE shape (a int4); INSERT INTO shape VALUES (1)")
        let statement = Statement("SELECT * FROM shape")
        #expect(try connection.execute(statement).columnCount == 1)
        try connection.script("ALTER TABLE shape ADD b int4")
        let error = #expect(throws: PostgresError.self) { try connection.execute(statement) }
        #expect(error?.sqlState == "0A000")
        #expect(error?.isRetriable == true)
        #expect(try connection.execute(statement).columnCount == 2)
    }

    @Test func statementsDeallocatedByOthersAreParsedAgain() throws {
        let statement = Statement("SELECT 1::int4")
        try connection.execute(statement)
        try connection.script("DEALLOCATE ALL")
        #expect(throws: PostgresError.self) { try connection.execute(statement) }
        #expect(try connection.execute(statement).int4(0, 0) == 1)
    }

    @Test func beyondTheLimitStatementsRunUnprepared() throws {
        let results = try connection.run((0..<1200).map { Statement("SELECT \($0)::int4") })
        #expect(try results.last?.int4(0, 0) == 1199)
        #expect(try preparedTexts().count <= 500)
    }
}
