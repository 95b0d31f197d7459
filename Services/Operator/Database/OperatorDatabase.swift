import CommandLine
import Contracts
import Postgres
import Runtime

/// How people come to the services' schemas: all in one database, or each in its own.
enum OperatorDatabase {
    /// What the services are made of, in the order a complaint meets them.
    static let services = ServiceName.allCases.map(\.definition)

    static let options: [Option] =
        [
            Option(
                "database-url", value: .string(placeholder: "URL"), environment: "DATABASE_URL", default: "postgresql://127.0.0.1/redress",
                secret: true, help: "The PostgreSQL database, with the role redress_operator."),
            ServiceCommand.databasePasswordFile,
        ]
        + services.map { service in
            Option(
                optionName(of: service.name), value: .string(placeholder: "URL"),
                environment: "\(ServiceDatabase.schemaName(of: service.name).uppercased())_DATABASE_URL", secret: true,
                help: "The same, for the schema of \(service.name) only.")
        }

    /// Opens a connection whose search path is the service's schema.
    ///
    /// - Throws: a `StoreError` where the server is away, or the schema is not of this release.
    static func connect(_ service: ServiceDefinition, _ arguments: Arguments) throws -> PostgresConnection {
        let url = arguments.string(optionName(of: service.name)) ?? arguments.string("database-url") ?? ""
        return try ServiceDatabase.connect(
            url, passwordFile: arguments.string("database-password-file"), service: service.name, schemaVersion: service.schemaVersion)
    }

    private static func optionName(of service: String) -> String { service + "-database-url" }
}
