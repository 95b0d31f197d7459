import Crypto
import Foundation
import Postgres
import Runtime

/// A database for one demo, with the five schemas and a role for each, on a server that may have others.
struct DemoDatabase {
    /// The administrator's connection to the demo's own database.
    let url: String
    private let serverURL: String
    private let name: String
    private let password = RandomID.next()

    /// Creates the database, its schemas and its roles.
    ///
    /// - Throws: a `PostgresError` or `MigrationError` where the server refuses, and `URLError` for a URL that is none.
    init(on serverURL: String, migrations: URL) throws {
        self.serverURL = serverURL
        name = "redress_demo_" + RandomID.next().prefix(8)
        url = try Self.url(serverURL, database: name)
        let server = try PostgresConnection(serverURL, applicationName: "redress-demo")
        try server.script("CREATE DATABASE \(try server.quoted(identifier: name))")
        let connection = try PostgresConnection(url, applicationName: "redress-demo")
        for service in MigrateCommand.services {
            let schema = ServiceDatabase.schemaName(of: service)
            try Migrator(
                service: service, schema: schema,
                directories: [migrations.appending(path: "lanes"), migrations.appending(path: schema)]
            ).apply(connection)
            try Roles(connection).ensureService(role(of: service), password: password, schema: schema)
        }
    }

    /// The connection of one service, with the role that is allowed its schema alone.
    func url(of service: String) throws -> String {
        try Self.url(url, database: name, user: role(of: service), password: password)
    }

    /// Takes back all that was made on the server.
    func drop() throws {
        let server = try PostgresConnection(serverURL, applicationName: "redress-demo")
        try server.script("DROP DATABASE IF EXISTS \(try server.quoted(identifier: name)) WITH (FORCE)")
        for service in MigrateCommand.services {
            try server.script("DROP ROLE IF EXISTS \(try server.quoted(identifier: role(of: service)))")
        }
    }

    private func role(of service: String) -> String { name + "_" + ServiceDatabase.schemaName(of: service) }

    private static func url(_ base: String, database: String, user: String? = nil, password: String? = nil) throws -> String {
        guard var parts = URLComponents(string: base) else { throw URLError(.badURL) }
        parts.path = "/" + database
        if let user { parts.user = user }
        if let password { parts.password = password }
        guard let url = parts.string else { throw URLError(.badURL) }
        return url
    }
}
