import CommandLine
import Foundation
import Postgres
import Runtime

/// `redress migrate`: brings every service's schema up to date and gives each service its role.
enum MigrateCommand {
    static let services = ["intake", "dispatch", "sla-monitor", "compensation", "notification"]

    static let command = OperatorCommand(
        Command(
            "migrate", summary: "Bring every service's schema and role up to date.",
            discussion: "Safe to run from several processes at once. A database newer than the files is refused.",
            examples: [
                "redress migrate --admin-database-url postgresql://postgres@127.0.0.1/redress",
                "redress migrate --service intake --role-password-file /run/secrets/role-password",
            ],
            options: [
                Option(
                    "admin-database-url", value: .string(placeholder: "URL"), environment: "ADMIN_DATABASE_URL", required: true,
                    secret: true, help: "PostgreSQL, with a role that may create schemas and roles."),
                Option(
                    "migrations", value: .path, environment: "REDRESS_MIGRATIONS", default: "Ops/migrations",
                    help: "The folder of the migrations."),
                Option(
                    "service", value: .choice(services), repeated: true, help: "Only this service; all five where none is named."),
                Option(
                    "role-password", value: .string(placeholder: "TEXT"), environment: "REDRESS_ROLE_PASSWORD", secret: true,
                    help: "The password the services' roles log in with; none leaves it as it is."),
            ])
    ) { arguments in
        let chosen = arguments.strings("service")
        let connection = try PostgresConnection(arguments.requiredString("admin-database-url"), applicationName: "redress-migrate")
        let folder = URL(fileURLWithPath: arguments.string("migrations") ?? "Ops/migrations")
        for service in chosen.isEmpty ? services : chosen {
            try migrate(service, from: folder, connection, password: arguments.string("role-password"))
        }
        return .ok
    }

    private static func migrate(_ service: String, from folder: URL, _ connection: PostgresConnection, password: String?) throws {
        let schema = ServiceDatabase.schemaName(of: service)
        let migrator = Migrator(
            service: service, schema: schema, directories: [folder.appending(path: "lanes"), folder.appending(path: schema)])
        let applied = try migrator.apply(connection) { print("\(service): \($0.file)") }
        if applied.isEmpty { print("\(service): up to date") }
        try Roles(connection).ensureService("redress_\(schema)", password: password, schema: schema)
    }
}
