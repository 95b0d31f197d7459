import Embedded
import Postgres
import Testing

@testable import OperatorService

@Suite struct RowMultiplicationTests {
    @Test func onlyWhatMustBeOtherIsOther() {
        let sql = RowMultiplication.sql("intake.journal", columns: ["lane", "position", "key", "data"], where: "lane = 3", limit: 7)
        #expect(
            sql == """
                INSERT INTO intake.journal (lane, position, key, data) SELECT lane, position + k * $1, key || '-' || k, data FROM intake.journal, \
                generate_series(1, $2) AS k WHERE (lane = 3) AND $1 >= 0 LIMIT 7
                """)
    }

    @Test func copiesAreRowsOfTheirOwn() throws {
        let server = try EmbeddedPostgres(durability: .relaxed)
        let connection = try PostgresConnection(server.url, applicationName: "test")
        try connection.script(
            """
            CREATE SCHEMA intake;
            CREATE TABLE intake.journal (lane integer, position bigint, key text, sequence bigint, PRIMARY KEY (lane, position));
            CREATE UNIQUE INDEX ON intake.journal (key, sequence);
            INSERT INTO intake.journal VALUES (0, 1, 'C1', 1), (0, 2, 'C1', 2), (1, 1, 'C2', 1);
            """)
        try RowMultiplication.add(3, to: "journal", schema: "intake", shift: 2, connection)
        let rows = try connection.execute(
            Statement("SELECT count(*), count(DISTINCT key), max(position), count(*) FILTER (WHERE key = 'C1-3') FROM intake.journal"))
        #expect([try rows.int8(0, 0), try rows.int8(0, 1), try rows.int8(0, 2), try rows.int8(0, 3)] == [12, 8, 8, 2])
    }
}
