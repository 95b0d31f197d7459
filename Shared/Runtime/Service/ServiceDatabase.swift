import Files
public import Foundation
public import Postgres

/// How a service comes to its schema.
public enum ServiceDatabase {
    /// The rights that a service's role does without, though it has them on the other tables of its schema: what was decided is not changed.
    public static let withheldRights: [String: [TableRight]] = [
        "journal": [.update, .delete], "taken_event": [.update, .delete], "settled_letter": [.update, .delete],
        "lane": [.delete],
    ]

    /// Opens a connection whose search path is the service's schema, and checks that this release can work with it.
    ///
    /// A newer schema will do where every step that this release does not know is compatible: so instances of two releases work side by side
    /// while one replaces the other, and a release can be taken back.
    ///
    /// - Parameters:
    ///   - passwordFile: holds the password alone, which wins over one in the URL; it is read each time.
    ///   - isWriter: whether a session that may not write is none, as a service needs it; people's command reads.
    /// - Throws: `StoreError.unusable` where the schema is missing, older, or newer by a step that is not compatible, saying what to do.
    public static func connect(
        _ url: String, passwordFile: String? = nil, service: String, schemaVersion: Int32, isWriter: Bool = false
    ) throws(StoreError) -> PostgresConnection {
        let schema = schemaName(of: service)
        let password = try passwordFile.map { file throws(StoreError) in try self.password(in: file) }
        let opened: (connection: PostgresConnection, version: Int32?)
        do throws(PostgresError) {
            opened = try open(url, password: password, service: service, schema: schema, isWriter: isWriter)
        } catch {
            throw StoreError(error)
        }
        guard let found = opened.version, found >= schemaVersion else {
            throw .unusable(
                "the schema \(schema) is at version \(opened.version ?? 0), and this release needs \(schemaVersion): run redress migrate")
        }
        if found > schemaVersion, let strange = try incompatible(opened.connection, above: schemaVersion) {
            throw .unusable(
                "the schema \(schema) is at version \(strange), newer than the \(schemaVersion) this release knows: start a newer release")
        }
        return opened.connection
    }

    /// The newest step above a version that is not compatible with it.
    private static func incompatible(_ connection: PostgresConnection, above version: Int32) throws(StoreError) -> Int32? {
        do throws(PostgresError) {
            return try connection.execute(
                Statement("SELECT max(version) FROM schema_migration WHERE version > $1 AND NOT compatible", [.int4(version)])
            )
            .optionalInt4(0, 0)
        } catch {
            throw StoreError(error)
        }
    }

    private static func open(
        _ url: String, password: String?, service: String, schema: String, isWriter: Bool
    ) throws(PostgresError) -> (connection: PostgresConnection, version: Int32?) {
        let connection = try PostgresConnection(url, password: password, applicationName: "redress-\(service)", isWriter: isWriter)
        let path = try connection.quoted(identifier: schema)
        _ = try connection.execute(Statement("SELECT set_config('search_path', $1, false)", [.text(path)]))
        return (connection, try version(connection, schema: schema))
    }

    /// A file that is just being replaced may be away for a moment, so that is an outage and no fault.
    private static func password(in file: String) throws(StoreError) -> String {
        let text: String
        do {
            text = try LocalFile.text(file).trimmingCharacters(in: .newlines)
        } catch {
            throw .unavailable("the password file \(file) cannot be read: \(error.reason)")
        }
        guard !text.isEmpty else { throw .unavailable("there is no password in \(file)") }
        return text
    }

    /// What brings a service's schema up to date: the files all services share, and the service's own where it has any.
    /// - Parameter folder: the folder of the migrations, `Ops/migrations`.
    public static func migrator(of service: String, from folder: URL) -> Migrator {
        let schema = schemaName(of: service)
        let own = folder.appending(path: schema)
        let folders = [folder.appending(path: "lanes")] + (FileManager.default.fileExists(atPath: own.path) ? [own] : [])
        return Migrator(service: service, schema: schema, directories: folders)
    }

    /// `sla_monitor` for `sla-monitor`.
    public static func schemaName(of service: String) -> String {
        service.replacing("-", with: "_")
    }

    private static func version(_ connection: PostgresConnection, schema: String) throws(PostgresError) -> Int32? {
        let there = try connection.execute(Statement("SELECT to_regclass($1) IS NOT NULL", [.text("\(schema).schema_migration")]))
        guard try there.bool(0, 0) else { return nil }
        return try connection.execute(Statement("SELECT max(version) FROM schema_migration")).optionalInt4(0, 0)
    }
}
