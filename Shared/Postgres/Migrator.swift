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
