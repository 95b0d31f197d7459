import Foundation
import Postgres
import Testing

@Suite struct CopyTests {
    private let connection: PostgresConnection
    private let columns = ["id", "body", "accepted"]

    init() throws {
        connection = try TestDatabase.connect()
        try connection.script("CREATE TEMPORARY TABLE history (id int8 PRIMARY KEY, body jsonb, accepted timestamptz)")
    }

    private func count() throws -> Int64 {
        try connection.execute(Statement("SELECT count(*) FROM history")).int8(0, 0)
    }

    @Test func rowsArriveAsTheyWereGiven() throws {
        let loaded = try connection.copyIn(
            into: "history", columns: columns,
            rows: [[.int8(1), .jsonb(Data(#"{"a": 1}"#.utf8)), .timestamp(0)], [.int8(2), .null(.jsonb), .null(.timestamp)]])
        #expect(loaded == 2)
        let rows = try connection.execute(Statement("SELECT id, body, accepted FROM history ORDER BY id"))
        #expect(try rows.data(0, 1) == Data(#"{"a": 1}"#.utf8))
        #expect(try rows.timestampMicroseconds(0, 2) == 0)
        #expect(try rows.isNull(1, 1))
    }

    @Test func aHundredThousandRowsArriveThroughASchema() throws {
        let rows = (0..<100_000).lazy.map { [Value.int8(Int64($0)), .jsonb(Data("[]".utf8)), .timestamp(0)] }
        #expect(try connection.copyIn(into: "history", schema: "pg_temp", columns: columns, rows: rows) == 100_000)
        #expect(try count() == 100_000)
    }

    @Test func noRowsAreARightAnswer() throws {
        #expect(try connection.copyIn(into: "history", columns: columns, rows: [] as [[Value]]) == 0)
    }

    @Test func aRowThatCannotBeSentLeavesNothingBehind() throws {
        let rows: [[Value]] = [[.int8(1), .null(.jsonb), .timestamp(0)], [.int8(2), .jsonb(Data([0])), .timestamp(0)]]
        let error = #expect(throws: PostgresError.self) { try connection.copyIn(into: "history", columns: columns, rows: rows) }
        #expect(error?.kind == .usage)
        #expect(error?.message.contains(#"row 1, column "body""#) == true)
        #expect(throws: PostgresError.self) { try connection.copyIn(into: "history", columns: columns, rows: [[.int8(1)]]) }
        #expect(connection.transactionStatus == .idle)
        #expect(try count() == 0)
    }

    @Test func aRowTheServerRefusesLeavesNothingBehind() throws {
        let row: [Value] = [.int8(1), .null(.jsonb), .null(.timestamp)]
        let error = #expect(throws: PostgresError.self) { try connection.copyIn(into: "history", columns: columns, rows: [row, row]) }
        #expect(error?.isUniqueViolation == true)
        #expect(try count() == 0)
        let missing = #expect(throws: PostgresError.self) { try connection.copyIn(into: "nowhere", columns: columns, rows: [row]) }
        #expect(missing?.sqlState == "42P01")
        #expect(try connection.run([Statement("SELECT 1"), Statement("SELECT 2")]).count == 2)
    }
}
