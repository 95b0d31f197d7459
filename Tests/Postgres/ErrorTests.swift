import Foundation
import Postgres
import Testing

@Suite struct ErrorTests {
    private let connection: PostgresConnection

    init() throws {
        connection = try TestDatabase.connect()
        try connection.script("CREATE TEMPORARY TABLE contact (phone text UNIQUE, age int4 CHECK (age > 0))")
    }

    private func failure(of sql: String, _ parameters: [Value] = []) -> PostgresError? {
        #expect(throws: PostgresError.self) { try connection.execute(Statement(sql, parameters)) }
    }

    @Test func whatIsPrintedHoldsNoDataAndWhatIsDebuggedDoes() throws {
        let insert = "INSERT INTO contact VALUES ($1, 1)"
        try connection.execute(Statement(insert, [.text("13812348000")]))
        for error in [
            failure(of: insert, [.text("13812348000")]), failure(of: "SELECT $1::text::int4", [.text("13812348000")]),
            failure(of: "DO $$ BEGIN RAISE EXCEPTION '13812348000'; END $$"),
        ] {
            let error = try #require(error)
            #expect(!"\(error)".contains("138"))
            #expect(String(reflecting: error).contains("13812348000"))
        }
    }

    @Test func faultsOfTheDataAreToldFromOutages() throws {
        let division = failure(of: "SELECT 1 / 0")
        #expect(division?.isDataFault == true)
        #expect(division?.isRetriable == false)
        let check = failure(of: "INSERT INTO contact VALUES ('a', -1)")
        #expect(check?.isDataFault == true)
        #expect(check?.constraint == "contact_age_check")
        let encoding = failure(of: "SELECT convert_from($1, 'UTF8')", [.bytea(Data([0xFF]))])
        #expect(encoding?.isDataFault == true)
        let syntax = failure(of: "SELEC 1")
        #expect(syntax?.isDataFault == false)
        #expect(syntax?.isRetriable == false)
    }

    @Test(arguments: [
        ("08006", true, true), ("53100", true, true), ("53300", true, true), ("57P01", true, true), ("57P03", true, true),
        ("58030", true, true), ("25006", true, true), ("25P03", true, true), ("40001", false, true), ("40P01", false, true),
        ("55P03", false, true), ("57014", false, true), ("23505", false, false), ("42P01", false, false), ("P0001", false, false),
    ])
    func theStateDecidesWhatToDo(_ state: String, _ isLoss: Bool, _ isRetriable: Bool) throws {
        let error = failure(of: "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '\(state)'; END $$")
        #expect(error?.sqlState == state)
        #expect(error?.isConnectionLoss == isLoss)
        #expect(error?.isRetriable == isRetriable)
    }

    @Test func aScriptEndsAtItsFirstErrorAndTellsWhere() throws {
        let script = "CREATE TEMPORARY TABLE a (); SELEC 1; CREATE TEMPORARY TABLE b ()"
        let error = #expect(throws: PostgresError.self) { try connection.script(script) }
        #expect(error?.sqlState == "42601")
        #expect(error?.position == 30)
        #expect(try connection.execute(Statement("SELECT to_regclass('a') IS NULL")).bool(0, 0))
    }

    @Test func aScriptThatCommitsAFailedTransactionIsAnError() throws {
        try connection.script("BEGIN")
        #expect(throws: PostgresError.self) { try connection.script("SELECT 1 / 0") }
        let error = #expect(throws: PostgresError.self) { try connection.script("COMMIT") }
        #expect(error?.kind == .rolledBack)
    }
}
