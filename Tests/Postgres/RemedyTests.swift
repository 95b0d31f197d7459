import Postgres
import Testing

/// What is done about each class of PostgreSQL's error codes.
@Suite struct RemedyTests {
    typealias Remedy = PostgresError.Remedy

    /// Every class of the manual's appendix that can be an error's, with a code of it.
    static let classes: [(state: String, remedy: Remedy)] = [
        ("03000", .person), ("08000", .reconnection), ("08006", .reconnection), ("09000", .person), ("0A000", .person),
        ("0B000", .person), ("0F000", .person), ("0L000", .person), ("0P000", .person), ("0Z000", .person), ("20000", .person),
        ("21000", .otherData), ("22001", .otherData), ("22P02", .otherData), ("23502", .otherData), ("23505", .otherData),
        ("23514", .otherData), ("24000", .person), ("25001", .reconnection), ("25006", .reconnection), ("25P02", .reconnection),
        ("25P03", .reconnection), ("26000", .reconnection), ("27000", .otherData), ("28000", .reconnection), ("28P01", .reconnection),
        ("2B000", .person), ("2D000", .person), ("2F000", .person), ("34000", .person), ("38000", .person), ("39000", .person),
        ("3B000", .person), ("3D000", .reconnection), ("3F000", .person), ("40001", .repetition), ("40003", .reconnection),
        ("40P01", .repetition), ("42501", .person), ("42601", .person), ("42703", .person), ("42P01", .person),
        ("42P05", .reconnection), ("44000", .otherData), ("53000", .reconnection), ("53100", .reconnection), ("53200", .reconnection),
        ("53300", .reconnection), ("54000", .otherData), ("55000", .reconnection), ("55006", .reconnection), ("55P03", .repetition),
        ("57014", .repetition), ("57P01", .reconnection), ("57P02", .reconnection), ("57P03", .reconnection), ("57P04", .reconnection),
        ("57P05", .reconnection), ("58000", .reconnection), ("58030", .reconnection), ("72000", .reconnection), ("F0000", .person),
        ("HV000", .person), ("P0001", .person), ("XX000", .person), ("XX001", .person), ("ZZ999", .person),
    ]

    @Test(arguments: classes)
    func eachClassHasItsRemedy(state: String, remedy: Remedy) {
        #expect(Remedy(sqlState: state) == remedy)
    }

    /// Raised by the server itself, so that it is the whole way from its answer that is tried.
    @Test(arguments: classes.filter { !["03", "09"].contains($0.state.prefix(2)) && $0.state != "ZZ999" })
    func onlyWhatIsTheValuesFaultLeavesTheSession(state: String, remedy: Remedy) throws {
        let connection = try TestDatabase.connect()
        let error = #expect(throws: PostgresError.self) {
            try connection.execute(Statement("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '\(state)'; END $$"))
        }
        #expect(error?.remedy == remedy)
        #expect(error?.isCuredByNewSession == (remedy != .otherData))
        #expect(error?.isDataFault == (remedy == .otherData))
        #expect(error?.isConnectionLoss == (remedy == .reconnection))
    }

    @Test func aSessionThatMayNotWriteIsNoConnectionForWhoeverWrites() throws {
        let reading = "options=-c%20default_transaction_read_only%3Don"
        let url = try TestDatabase.url + (TestDatabase.url.contains("?") ? "&" : "?") + reading
        #expect(try PostgresConnection(url, applicationName: "reader").execute(Statement("SELECT 1")).count == 1)
        let error = #expect(throws: PostgresError.self) { try PostgresConnection(url, applicationName: "writer", isWriter: true) }
        #expect(error?.isConnectionLoss == true)
        #expect(error?.message.contains("read-only") == true)
        #expect(
            try PostgresConnection(TestDatabase.url, applicationName: "writer", isWriter: true).execute(Statement("SELECT 1")).count == 1)
    }
}
