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

    // MARK: Rows that are written where they stand

    private static let wide = ["number", "place", "name", "digest", "document", "at"]

    private func makeWideTable() throws {
        try connection.script(
            "CREATE TEMPORARY TABLE wide (number int4, place int8, name text, digest bytea, document json, at timestamptz)")
    }

    @Test func cellsArriveAsTheyWereWritten() throws {
        try makeWideTable()
        let names: [String?] = ["a", nil, "号码 \u{1F4DE} of more than fifteen bytes"]
        let copied = try connection.copyIn(into: "wide", columns: Self.wide, count: names.count) { index, row in
            row.append(Int32(index) - 1)
            row.append(index == 1 ? nil : Int64.max)
            row.append(names[index])
            row.append(index == 1 ? nil : Data([0, 1, 2]))
            row.append(json: Data(#"{"a": "\\u0000"}"#.utf8))
            row.append(timestamp: index == 1 ? nil : Int64(index))
        }
        #expect(copied == 3)
        let rows = try connection.execute(Statement("SELECT number, place, name, digest, document, at FROM wide ORDER BY number"))
        for row in 0..<3 {
            #expect(try rows.int4(row, 0) == Int32(row) - 1)
            #expect(try rows.optionalInt8(row, 1) == (row == 1 ? nil : .max))
            #expect(try rows.optionalText(row, 2) == names[row])
            #expect(try rows.optionalData(row, 3) == (row == 1 ? nil : Data([0, 1, 2])))
            #expect(try rows.text(row, 4) == #"{"a": "\\u0000"}"#)
            #expect(try rows.optionalTimestampMicroseconds(row, 5) == (row == 1 ? nil : Int64(row)))
        }
    }

    @Test func rowsBeyondOneChunkArriveWhole() throws {
        try makeWideTable()
        let text = String(repeating: "x", count: 50_000)
        #expect(
            try connection.copyIn(into: "wide", columns: ["number", "name"], count: 40) { index, row in
                row.append(Int32(index))
                row.append(text)
            } == 40)
        let found = try connection.execute(Statement("SELECT count(DISTINCT number), min(length(name)) FROM wide"))
        #expect(try found.int8(0, 0) == 40)
        #expect(try found.int4(0, 1) == 50_000)
    }

    @Test(arguments: [(cell: "a\u{0}b", count: 2, says: #"row 1, column "name""#), (cell: "ab", count: 1, says: "row 1 has 1 values")])
    func aCellThatCannotBeSentLeavesNothingBehind(cell: String, count: Int, says: String) throws {
        try makeWideTable()
        let error = #expect(throws: PostgresError.self) {
            try connection.copyIn(into: "wide", columns: ["name", "number"], count: 3) { index, row in
                row.append(index == 1 ? cell : "good")
                if index != 1 || count == 2 { row.append(Int32(index)) }
            }
        }
        #expect(error?.kind == .usage)
        #expect(error?.message.contains(says) == true)
        #expect(connection.transactionStatus == .idle)
        #expect(try connection.execute(Statement("SELECT count(*) FROM wide")).int8(0, 0) == 0)
        #expect(try connection.copyIn(into: "wide", columns: ["name"], count: 1) { _, row in row.append("next") } == 1)
    }
}
