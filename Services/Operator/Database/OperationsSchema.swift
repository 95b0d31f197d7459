import CommandLine
import Foundation
import Postgres
import Runtime

/// The schema of what people do: who saw sealed data, and what was erased. It lies in the main database.
enum OperationsSchema {
    static let name = "operations"
    static let version: Int32 = 2

    /// What brings it up to date.
    /// - Parameter folder: the folder of the migrations, `Ops/migrations`.
    static func migrator(from folder: URL) -> Migrator {
        Migrator(service: name, schema: name, directories: [folder.appending(path: name)])
    }

    /// Opens a connection whose search path is the schema.
    ///
    /// - Throws: a `StoreError` where the server is away, or the schema is not of this release.
    static func connect(_ arguments: Arguments) throws(StoreError) -> PostgresConnection {
        try ServiceDatabase.connect(
            arguments.string("database-url") ?? "", passwordFile: arguments.string("database-password-file"), service: name,
            schemaVersion: version)
    }

    /// Lets people note what they see, and read the log; and the role of retention erase.
    static func grant(_ connection: PostgresConnection, operators: String, retention: String) throws(PostgresError) {
        let people = try connection.quoted(identifier: operators)
        let eraser = try connection.quoted(identifier: retention)
        try connection.script(
            """
            GRANT USAGE ON SCHEMA \(name) TO \(people), \(eraser);
            GRANT SELECT ON ALL TABLES IN SCHEMA \(name) TO \(people), \(eraser);
            GRANT INSERT (actor, subject, command, reason) ON \(name).access_log TO \(people);
            GRANT INSERT ON \(name).erasure TO \(eraser);
            GRANT INSERT (actor, line, complaints, reason) ON \(name).customer_erasure TO \(eraser);
            GRANT DELETE ON \(name).access_log TO \(eraser);
            """)
    }
}
