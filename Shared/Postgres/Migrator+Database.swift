import Foundation

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
