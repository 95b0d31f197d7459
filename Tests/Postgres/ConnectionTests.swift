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
}
