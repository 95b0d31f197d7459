import Contracts
import Embedded
import Foundation
import Testing

/// A copy of one service's schema, made and restored with PostgreSQL's own programs.
struct Backup {
    private let service: ServiceName
    private let database: String
    private let file: String

    init(of service: ServiceName, _ deployment: Deployment, _ name: String) throws {
        self.service = service
        database = deployment.databaseURL("postgres")
        file = deployment.folder.appending(name)
        _ = try Run.output(of: "pg_dump", ["--dbname", database, "--schema", service.schema, "--file", file])
    }

    /// Puts the schema back as it was, in one transaction.
    func restore() throws {
        _ = try Run.output(
            of: "psql",
            [
                "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--single-transaction", "--dbname", database,
                "--command", "DROP SCHEMA \(service.schema) CASCADE", "--file", file,
            ])
    }
}
