import Crypto
import Embedded
import Foundation
import Postgres
import Runtime

/// A database for one demo, with the five schemas and a role for each, on the server that `DATABASE_URL` names or on one of its own.
struct DemoDatabase {
    /// What kind of server it is, for people.
    let name: String
    /// The administrator's connection to the demo's own database.
    let url: String
    private let serverURL: String
    private let database = "redress_demo_" + RandomID.next().prefix(8)
    private let password = RandomID.next()

    /// Creates the database, its schemas and its roles.
    ///
    /// - Throws: `EmbeddedError` where no server is available, `PostgresError` or `MigrationError` where it refuses, `URLError` for a URL that
    ///   is none.
    init(
        migrations: URL, _ endings: Endings, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        if let named = environment["DATABASE_URL"], !named.isEmpty {
            name = "the PostgreSQL of DATABASE_URL"
            serverURL = named
        } else {
            let server = try EmbeddedPostgres(durability: .relaxed)
            endings.add { server.stop(.immediate) }
            name = "an embedded PostgreSQL"
            serverURL = server.url
        }
        url = try Self.url(serverURL, database: database)
        try create(migrations, endings)
    }

    private func create(_ migrations: URL, _ endings: Endings) throws {
        let server = try PostgresConnection(serverURL, applicationName: "redress-demo")
        endings.add { try drop() }
        try server.script("CREATE DATABASE \(try server.quoted(identifier: database))")
        let connection = try PostgresConnection(url, applicationName: "redress-demo")
        for service in MigrateCommand.services {
            let schema = ServiceDatabase.schemaName(of: service)
            try ServiceDatabase.migrator(of: service, from: migrations).apply(connection)
            try Roles(connection).ensureService(
                role(of: service), password: password, schema: schema, withholding: ServiceDatabase.withheldRights)
        }
        // What people do to the services is noted there: who saw sealed data, and what was erased.
        try OperationsSchema.migrator(from: migrations).apply(connection)
    }

    /// The connection of one service, with the role that is allowed its schema alone.
    func url(of service: String) throws -> String {
        try Self.url(url, database: database, user: role(of: service), password: password)
    }

    /// Takes back all that was made on the server.
    private func drop() throws {
        let server = try PostgresConnection(serverURL, applicationName: "redress-demo")
        try server.script("DROP DATABASE IF EXISTS \(try server.quoted(identifier: database)) WITH (FORCE)")
        for service in MigrateCommand.services {
            try server.script("DROP ROLE IF EXISTS \(try server.quoted(identifier: role(of: service)))")
        }
    }

    private func role(of service: String) -> String { database + "_" + ServiceDatabase.schemaName(of: service) }

    private static func url(_ base: String, database: String, user: String? = nil, password: String? = nil) throws -> String {
        guard var parts = URLComponents(string: base) else { throw URLError(.badURL) }
        parts.path = "/" + database
        if let user { parts.user = user }
        if let password { parts.password = password }
        guard let url = parts.string else { throw URLError(.badURL) }
        return url
    }
}
