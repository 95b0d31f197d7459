public import Foundation

/// Brings one service's schema up to date from a folder of SQL files, each applied once, in order, in a transaction of its own.
///
/// What was applied is kept in `<schema>.schema_migration`. Several processes may do this at the same time: one works, the others wait and
/// find it done. While a file runs, `search_path` is the schema, so the files need not name it.
public struct Migrator: Sendable {
    /// The service whose schema it is; it tells people and `pg_locks` who is at work.
    public let service: String
    /// The schema; it is created when it is missing.
    public let schema: String
    /// The folder of the files.
    public let directories: [URL]

    /// How long a statement of a file waits for a lock before it gives up: a migration must not stall the service behind it.
    public var lockTimeoutSeconds = 10
    /// How long a statement of a file may run, and so hold its locks, in milliseconds; `nil`: as long as it takes.
    public var statementTimeoutMilliseconds: Int? = 5_000
    /// How long this process waits for another one that is migrating the same schema.
    public var waitSeconds = 120

    /// Names what to migrate; nothing is read yet.
    public init(service: String, schema: String, directories: [URL]) {
        self.service = service
        self.schema = schema
        self.directories = directories
    }

    /// The version the schema is at; 0 if nothing has been applied.
    public func version(_ connection: PostgresConnection) throws(MigrationError) -> Int32 {
        try applied(connection).last?.version ?? 0
    }

    /// The files still to be applied, in order, after checking those that were.
    ///
    /// Throws ``MigrationError/newerSchema(found:known:)``, ``MigrationError/changed(file:)``, ``MigrationError/missing(version:name:)`` or
    /// ``MigrationError/outOfOrder(file:applied:)`` if files and database do not belong together. Changes nothing.
    public func plan(_ connection: PostgresConnection) throws(MigrationError) -> [Migration] {
        let files = try Migration.read(from: directories)
        let applied = try applied(connection)
        let found = applied.last?.version ?? 0
        let known = files.last?.version ?? 0
        guard found <= known else { throw .newerSchema(found: found, known: known) }
        let checksums = try checksums(of: files, connection)
        for old in applied {
            guard let index = files.firstIndex(where: { $0.version == old.version }) else {
                throw .missing(version: old.version, name: old.name)
            }
            guard checksums[index] == old.checksum else { throw .changed(file: files[index].file) }
        }
        let pending = files.filter { file in !applied.contains { $0.version == file.version } }
        if let early = pending.first, early.version < found { throw .outOfOrder(file: early.file, applied: found) }
        return pending
    }

    /// Applies what ``plan(_:)`` finds and returns it; `progress` is called before each file.
    ///
    /// An error leaves the files before the failing one applied and the failing one undone as a whole.
    @discardableResult
    public func apply(
        _ connection: PostgresConnection, progress: (Migration) -> Void = { _ in }
    ) throws(MigrationError) -> [Migration] {
        guard connection.transactionStatus == .idle else {
            throw .database(PostgresError(.usage, "migrations need a connection that is open and in no transaction"))
        }
        try lock(connection)
        let result: Result<[Migration], MigrationError>
        do throws(MigrationError) {
            try prepareSchema(connection)
            let pending = try plan(connection)
            for migration in pending {
                progress(migration)
                try apply(migration, connection)
            }
            result = .success(pending)
        } catch {
            result = .failure(error)
        }
        try unlock(connection)
        return try result.get()
    }

    private func apply(_ migration: Migration, _ connection: PostgresConnection) throws(MigrationError) {
        do throws(PostgresError) {
            try connection.run([
                Statement("BEGIN"),
                Statement("SELECT set_config('search_path', $1, true)", [.text(connection.quoted(identifier: schema))]),
                Statement("SELECT set_config('lock_timeout', $1, true)", [.text("\(lockTimeoutSeconds)s")]),
                Statement("SELECT set_config('statement_timeout', $1, true)", [.text("\(statementTimeoutMilliseconds ?? 0)ms")]),
            ])
            try connection.script(migration.sql)
        } catch {
            try rollback(connection)
            if error.sqlState == "57014", let limit = statementTimeoutMilliseconds {
                throw .locksTooLong(file: migration.file, milliseconds: limit)
            }
            throw .failed(file: migration.file, line: error.position.map { migration.line(at: $0) }, error)
        }
        guard connection.transactionStatus == .inTransaction else { throw .ownTransaction(file: migration.file) }
        do throws(PostgresError) {
            try connection.run([
                Statement(
                    """
                    INSERT INTO \(connection.quoted(identifier: schema)).schema_migration (version, name, checksum, compatible)
                    VALUES ($1, $2, encode(sha256($3), 'hex'), $4)
                    """,
                    [.int4(migration.version), .text(migration.name), .bytea(Data(migration.sql.utf8)), .bool(migration.isCompatible)]),
                Statement("COMMIT"),
            ])
        } catch {
            try rollback(connection)
            throw .failed(file: migration.file, line: nil, error)
        }
    }

    private func rollback(_ connection: PostgresConnection) throws(MigrationError) {
        try database { () throws(PostgresError) in try connection.rollback() }
    }
}

extension Migration {
    /// The line, from 1, that holds a character, counted from 1 as the server counts.
    fileprivate func line(at position: Int) -> Int {
        1 + sql.unicodeScalars.prefix(max(0, position - 1)).count { $0 == "\n" }
    }
}

extension Migrator {
    /// A row of `schema_migration`.
    struct Applied {
        let version: Int32
        let name: String
        let checksum: String
    }

    /// What the database says has been applied, in order; nothing where there is no table.
    func applied(_ connection: PostgresConnection) throws(MigrationError) -> [Applied] {
        try database { () throws(PostgresError) in
            let table = try "\(connection.quoted(identifier: schema)).schema_migration"
            let exists = try connection.execute(Statement("SELECT to_regclass($1) IS NOT NULL", [.text(table)]))
            guard try exists.bool(0, 0) else { return [] }
            let rows = try connection.execute(Statement("SELECT version, name, checksum FROM \(table) ORDER BY version"))
            var applied: [Applied] = []
            for row in 0..<rows.count {
                applied.append(Applied(version: try rows.int4(row, 0), name: try rows.text(row, 1), checksum: try rows.text(row, 2)))
            }
            return applied
        }
    }

    /// The files' SHA-256, computed by the server so that it is the same function that is stored.
    func checksums(of files: [Migration], _ connection: PostgresConnection) throws(MigrationError) -> [String] {
        try database { () throws(PostgresError) in
            let results = try connection.run(
                files.map { Statement("SELECT encode(sha256($1), 'hex')", [.bytea(Data($0.sql.utf8))]) })
            var checksums: [String] = []
            for rows in results { checksums.append(try rows.text(0, 0)) }
            return checksums
        }
    }

    /// Creates schema and table where they are missing.
    ///
    /// The schema's existence is looked up first, because `IF NOT EXISTS` asks for the right to create even when there is nothing to do.
    func prepareSchema(_ connection: PostgresConnection) throws(MigrationError) {
        try database { () throws(PostgresError) in
            let quoted = try connection.quoted(identifier: schema)
            let exists = try connection.execute(Statement("SELECT to_regnamespace($1) IS NOT NULL", [.text(quoted)]))
            if try !exists.bool(0, 0) { try connection.execute(Statement("CREATE SCHEMA \(quoted)", prepared: false)) }
            let table = try connection.execute(Statement("SELECT to_regclass($1) IS NOT NULL", [.text("\(quoted).schema_migration")]))
            guard try !table.bool(0, 0) else { return try addCompatible(quoted, connection) }
            try connection.execute(
                Statement(
                    """
                    CREATE TABLE \(quoted).schema_migration (
                        version int PRIMARY KEY,
                        name text NOT NULL,
                        checksum text NOT NULL,
                        applied_at timestamptz NOT NULL DEFAULT now(),
                        compatible boolean NOT NULL DEFAULT false
                    )
                    """, prepared: false))
        }
    }

    /// The table of former releases did not know which steps are compatible.
    private func addCompatible(_ schema: String, _ connection: PostgresConnection) throws(PostgresError) {
        let known = try connection.execute(
            Statement(
                "SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = 'compatible'",
                [.text("\(schema).schema_migration")]))
        guard try known.int8(0, 0) == 0 else { return }
        try connection.execute(
            Statement("ALTER TABLE \(schema).schema_migration ADD COLUMN compatible boolean NOT NULL DEFAULT false", prepared: false))
    }

    /// Takes the schema's advisory lock, which the server releases by itself if this process dies.
    func lock(_ connection: PostgresConnection) throws(MigrationError) {
        do throws(PostgresError) {
            try connection.run([
                Statement("SELECT set_config('lock_timeout', $1, false)", [.text("\(waitSeconds)s")]),
                Statement("SELECT pg_advisory_lock(\(lockKey))", [.text(schema)]),
            ])
        } catch  where error.sqlState == "55P03" {
            throw .busy(schema: schema)
        } catch {
            throw .database(error)
        }
    }

    /// Releases the lock, unless the connection went away and the lock with it.
    func unlock(_ connection: PostgresConnection) throws(MigrationError) {
        guard !connection.isBroken else { return }
        _ = try database { () throws(PostgresError) in
            try connection.run([
                Statement("SELECT pg_advisory_unlock(\(lockKey))", [.text(schema)]), Statement("RESET lock_timeout"),
            ])
        }
    }

    /// Passes a database error on as a migration error.
    func database<Answer>(_ body: () throws(PostgresError) -> Answer) throws(MigrationError) -> Answer {
        do throws(PostgresError) {
            return try body()
        } catch {
            throw .database(error)
        }
    }

    /// One lock for each schema; the prefix keeps clear of other users of advisory locks.
    private var lockKey: String {
        "hashtextextended('redress schema migration ' || $1, 0)"
    }
}
