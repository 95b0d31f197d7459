import Foundation
import Postgres
import Testing

@Suite struct PipelineTests {
    private let connection: PostgresConnection

    init() throws {
        connection = try TestDatabase.connect()
        try connection.script("CREATE TEMPORARY TABLE complaint (id int8 PRIMARY KEY, body text)")
    }

    private func count() throws -> Int64 {
        try connection.execute(Statement("SELECT count(*) FROM complaint")).int8(0, 0)
    }

    private func insert(_ id: Int64, _ body: String = "") -> Statement {
        Statement("INSERT INTO complaint VALUES ($1, $2)", [.int8(id), .text(body)])
    }

    @Test func noStatementsNeedNoServer() throws {
        #expect(try connection.run([]).isEmpty)
    }

    @Test func aThousandStatementsAnswerInOrder() throws {
        let results = try connection.run((0..<1000).map { Statement("SELECT $1::int8 * 2", [.int8($0)]) })
        #expect(results.count == 1000)
        for (index, rows) in results.enumerated() { #expect(try rows.int8(0, 0) == Int64(index) * 2) }
    }

    @Test func megabytesInBothDirectionsDoNotBlockEachOther() throws {
        // 40 MB out and 40 MB in: more than all the buffers on the way hold.
        let body = String(repeating: "x", count: 200_000)
        let results = try connection.run((0..<200).map { _ in Statement("SELECT $1::text", [.text(body)]) })
        #expect(try results.allSatisfy { try $0.text(0, 0).utf8.count == body.utf8.count })
    }

    @Test func manyRowsForFewBytesDoNotBlock() throws {
        let results = try connection.run((0..<50).map { _ in Statement("SELECT repeat('y', 1000) FROM generate_series(1, 1000)") })
        #expect(results.map(\.count) == Array(repeating: 1000, count: 50))
    }

    @Test func statementsTellHowManyRowsTheyAffected() throws {
        let results = try connection.run([
            insert(1), insert(2), Statement("UPDATE complaint SET body = 'urged'"), Statement("DELETE FROM complaint WHERE id = 2"),
            Statement("SELECT id FROM complaint"), Statement("SET LOCAL lock_timeout = 0"),
        ])
        #expect(results.map(\.affected) == [1, 1, 2, 1, 1, 0])
    }

    @Test func withoutATransactionAFailingRunLeavesNothing() throws {
        let error = #expect(throws: PostgresError.self) { try connection.run([insert(1), insert(2), insert(1), insert(3)]) }
        #expect(error?.statementIndex == 2)
        #expect(error?.sqlState == "23505")
        #expect(connection.transactionStatus == .idle)
        #expect(try count() == 0)
    }

    @Test func aFailureInsideATransactionNamesTheStatementAndWantsARollback() throws {
        let error = #expect(throws: PostgresError.self) {
            try connection.run([Statement("BEGIN"), insert(7), insert(7), insert(8), Statement("COMMIT")])
        }
        #expect(error?.statementIndex == 2)
        #expect(error?.constraint == "complaint_pkey")
        #expect(error?.table == "complaint")
        #expect(error?.isDataFault == true)
        #expect(connection.transactionStatus == .failed)
        try connection.rollback()
        #expect(connection.transactionStatus == .idle)
        #expect(try count() == 0)
    }

    @Test func theCommitOfAFailedTransactionIsAnError() throws {
        try connection.run([Statement("BEGIN"), insert(1)])
        #expect(throws: PostgresError.self) { try connection.execute(insert(1)) }
        let error = #expect(throws: PostgresError.self) { try connection.execute(Statement("COMMIT")) }
        #expect(error?.kind == .rolledBack)
        #expect(connection.transactionStatus == .idle)
        #expect(try count() == 0)
    }

    @Test func aRollbackThatWasOrderedIsNoError() throws {
        try connection.run([Statement("BEGIN"), insert(1), Statement("  rollback ")])
        try connection.run([Statement("BEGIN"), Statement("SAVEPOINT a"), Statement("ROLLBACK TO SAVEPOINT a"), Statement("ABORT")])
        #expect(connection.transactionStatus == .idle)
    }

    @Test func aDeferredConstraintFailsAtTheEndOfTheRun() throws {
        try connection.script(
            "CREATE TEMPORARY TABLE urge (complaint int8 REFERENCES complaint DEFERRABLE INITIALLY DEFERRED)")
        let orphan = Statement("INSERT INTO urge VALUES (404)")
        let implicit = #expect(throws: PostgresError.self) { try connection.run([insert(1), orphan]) }
        #expect(implicit?.sqlState == "23503")
        #expect(!connection.isBroken)
        let explicit = #expect(throws: PostgresError.self) {
            try connection.run([Statement("BEGIN"), orphan, Statement("COMMIT")])
        }
        #expect(explicit?.statementIndex == 2)
        #expect(explicit?.sqlState == "23503")
        #expect(connection.transactionStatus == .idle)
        #expect(try count() == 0)
    }

    @Test func copyAsAStatementIsRefusedAndTheConnectionGivenUp() throws {
        let error = #expect(throws: PostgresError.self) { try connection.execute(Statement("COPY complaint FROM STDIN")) }
        #expect(error?.kind == .usage)
        #expect(connection.isBroken)
    }
}
