import CommandLine
import Embedded
import Foundation
import Postgres
import Runtime

@testable import OperatorService

/// A server with the five services' schemas, made by `redress migrate`, one for all tests.
enum MigratedDatabase {
    static let password = "operator-tests"

    private static let server = Result { try EmbeddedPostgres(durability: .relaxed) }
    private static let migration = Result {
        let url = try server.get().url
        let arguments = try CommandLines.parse(
            "migrate", "--admin-database-url", url, "--migrations", ShippedFile.url("Ops/migrations").path, "--role-password", password,
            "--json")
        return try MigrateCommand.command.run(arguments)
    }

    /// Migrated once for all tests.
    static func migrate() throws -> ExitCode { try migration.get() }

    /// The server's own role, which may create schemas.
    static func administratorURL() throws -> String { try server.get().url }

    /// The owner's connection into a service's schema.
    static func owner(of service: String) throws -> PostgresConnection {
        _ = try migrate()
        return try ServiceDatabase.connect(server.get().url, service: service, schemaVersion: version(of: service))
    }

    /// The connection of people.
    static func operatorURL() throws -> String { try url(of: PeopleRole.operators.name) }

    /// The connection of a role.
    static func url(of role: String) throws -> String {
        _ = try migrate()
        return try server.get().url(user: role, database: "postgres")
    }

    /// People's connection into a service's schema.
    static func people(of service: String) throws -> PostgresConnection {
        try ServiceDatabase.connect(operatorURL(), service: service, schemaVersion: version(of: service))
    }

    private static func version(of service: String) -> Int32 {
        OperatorDatabase.services.first { $0.name == service }?.schemaVersion ?? 0
    }
}
