import Embedded
import Foundation
import Postgres
import Synchronization
import Testing

@Suite struct MigratorTests {
    private let connection: PostgresConnection
    private let schema = TestDatabase.uniqueName("intake")
    private let folder: TemporaryDirectory
    private let directory: URL
    private let migrator: Migrator

    init() throws {
        connection = try TestDatabase.connect()
        folder = try TemporaryDirectory(named: "migrations")
        directory = URL(filePath: folder.path)
        migrator = Migrator(service: "intake", schema: schema, directories: [directory])
        try write("001_complaint.sql", "CREATE TABLE complaint (number text PRIMARY KEY);\n")
        try write("002_urge.sql", "CREATE TABLE urge (complaint text REFERENCES complaint);\nINSERT INTO complaint VALUES ('2024-0001');")
    }

    private func write(_ file: String, _ sql: String) throws {
        try Data(sql.utf8).write(to: directory.appending(path: file))
    }

    private func number(_ sql: String) throws -> Int64 {
        try connection.execute(Statement(sql.replacing("@", with: "\"\(schema)\""))).int8(0, 0)
    }

    @Test func anEmptyDatabaseIsBroughtToTheNewestVersionOnce() throws {
        #expect(try migrator.version(connection) == 0)
        #expect(try migrator.plan(connection).map(\.file) == ["001_complaint.sql", "002_urge.sql"])
        var told: [Int32] = []
        #expect(try migrator.apply(connection) { told.append($0.version) }.map(\.name) == ["complaint", "urge"])
        #expect(told == [1, 2])
        #expect(try migrator.version(connection) == 2)
        #expect(try migrator.apply(connection).isEmpty)
        #expect(try number("SELECT count(*) FROM @.complaint") == 1)
    }

    @Test func aNewFileIsAppliedToAnOldDatabase() throws {
        try migrator.apply(connection)
        try write("010_answer.sql", "CREATE TABLE answer ()")
        #expect(try migrator.apply(connection).map(\.version) == [10])
    }

    @Test func aFileThatWouldKeepALargeTableLockedIsRefusedAndNothingOfItIsDone() throws {
        try write("003_history.sql", "CREATE TABLE history AS SELECT n, md5(n::text) AS text FROM generate_series(1, 400000) n")
        try migrator.apply(connection)
        try write("004_find.sql", "CREATE TABLE note ();\nCREATE INDEX history_text ON history (text, n);")
        var hasty = migrator
        hasty.statementTimeoutMilliseconds = 20

        let error = #expect(throws: MigrationError.self) { try hasty.apply(connection) }
        #expect(error == .locksTooLong(file: "004_find.sql", milliseconds: 20))
        #expect(error?.description.contains("--allow-long-locks") == true)
        #expect(try migrator.version(connection) == 3)

        hasty.statementTimeoutMilliseconds = nil
        #expect(try hasty.apply(connection).map(\.version) == [4])
    }

    @Test func aTableOfAFormerReleaseLearnsWhichStepsAreCompatible() throws {
        try migrator.apply(connection)
        try connection.script("ALTER TABLE \"\(schema)\".schema_migration DROP COLUMN compatible")
        try write("003_note.sql", "-- compatible: nobody need know of it\nCREATE TABLE note ()")
        try migrator.apply(connection)
        #expect(try number("SELECT count(*) FROM @.schema_migration WHERE compatible") == 1)
        #expect(try number("SELECT max(version)::int8 FROM @.schema_migration WHERE compatible") == 3)
    }

    @Test func fourAtOnceApplyOnce() throws {
        let applied = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { [migrator] _ in
            do {
                let own = try TestDatabase.connect()
                let count = try migrator.apply(own).count
                applied.withLock { $0.append(count) }
            } catch {
                Issue.record(error)
            }
        }
        #expect(applied.withLock { $0.sorted() } == [0, 0, 0, 2])
        #expect(try number("SELECT count(*) FROM @.schema_migration") == 2)
    }

    @Test func aFailingFileIsUndoneAndToldByLine() throws {
        try write("003_broken.sql", "CREATE TABLE half ();\n-- 说明\nSELEC 1;")
        let error = #expect(throws: MigrationError.self) { try migrator.apply(connection) }
        guard case .failed("003_broken.sql", 3, let cause) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(cause.sqlState == "42601")
        #expect(error?.isRetriable == false)
        #expect(connection.transactionStatus == .idle)
        #expect(try migrator.version(connection) == 2)
        try write("003_broken.sql", "CREATE TABLE half ();")
        #expect(try migrator.apply(connection).map(\.version) == [3])
    }

    @Test func aChangedFileIsRefusedByName() throws {
        try migrator.apply(connection)
        try write("001_complaint.sql", "CREATE TABLE complaint (number varchar PRIMARY KEY);\n")
        #expect(throws: MigrationError.changed(file: "001_complaint.sql")) { try migrator.plan(connection) }
        #expect(throws: MigrationError.changed(file: "001_complaint.sql")) { try migrator.apply(connection) }
    }

    @Test func aDatabaseOfANewerProgramIsRefused() throws {
        try migrator.apply(connection)
        try FileManager.default.removeItem(at: directory.appending(path: "002_urge.sql"))
        #expect(throws: MigrationError.newerSchema(found: 2, known: 1)) { try migrator.apply(connection) }
    }

    @Test func aFileThatWentMissingIsToldByNumber() throws {
        try migrator.apply(connection)
        try write("003_answer.sql", "CREATE TABLE answer ()")
        try FileManager.default.removeItem(at: directory.appending(path: "001_complaint.sql"))
        #expect(throws: MigrationError.missing(version: 1, name: "complaint")) { try migrator.plan(connection) }
    }

    @Test func aFileThatComesLateIsRefused() throws {
        try write("005_later.sql", "CREATE TABLE later ()")
        try migrator.apply(connection)
        try write("003_late.sql", "CREATE TABLE late ()")
        #expect(throws: MigrationError.outOfOrder(file: "003_late.sql", applied: 5)) { try migrator.plan(connection) }
    }

    @Test(arguments: ["1_short.sql", "001.sql", "001_.sql", "000_zero.sql", "abc_name.sql"])
    func aMisnamedFileIsRefused(_ file: String) throws {
        try write(file, "SELECT 1")
        #expect(throws: MigrationError.misnamed(file: file)) { try migrator.plan(connection) }
    }

    @Test func twoFilesWithOneNumberAreRefused() throws {
        try write("0002_again.sql", "SELECT 1")
        #expect(throws: MigrationError.self) { try migrator.plan(connection) }
    }

    @Test func aFileThatCommitsByItselfIsRefused() throws {
        try write("003_commit.sql", "COMMIT;")
        #expect(throws: MigrationError.ownTransaction(file: "003_commit.sql")) { try migrator.apply(connection) }
        #expect(try migrator.version(connection) == 2)
    }

    @Test func aFolderThatIsNotThereIsRefused() throws {
        let nowhere = Migrator(service: "intake", schema: schema, directories: [directory.appending(path: "nowhere")])
        #expect(throws: MigrationError.self) { try nowhere.plan(connection) }
    }

    @Test func theWaitForAnotherProcessEnds() throws {
        let other = try TestDatabase.connect()
        try other.execute(Statement("SELECT pg_advisory_lock(hashtextextended('redress schema migration ' || $1, 0))", [.text(schema)]))
        var impatient = migrator
        impatient.waitSeconds = 1
        let error = #expect(throws: MigrationError.self) { try impatient.apply(connection) }
        #expect(error == .busy(schema: schema))
        #expect(error?.isRetriable == true)
    }
}
