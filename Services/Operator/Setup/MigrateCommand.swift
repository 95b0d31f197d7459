import CommandLine
import Contracts
import Foundation
import Postgres
import Runtime

/// `redress migrate`: brings every service's schema up to date, gives each service its role, and people theirs.
enum MigrateCommand {
    static let services = ServiceName.allCases.map(\.rawValue)

    static let command = OperatorCommand(
        Command(
            "migrate", summary: "Bring every service's schema and role up to date.",
            discussion: """
                Each service gets the role redress_SERVICE, which has access to its own schema only. People get redress_operator, which may \
                only read, except that it writes requests about dead letters and the access log; redress_retention may erase. Several processes \
                may run this at once. It refuses a database that is newer than the files, and a file that would lock a table for more than five \
                seconds.

                If the database does not answer yet, it waits, at most as long as --wait says.

                Exit codes: 0 all is up to date, 69 the database does not answer, 78 migrations that cannot be applied.
                """,
            examples: [
                "redress migrate --admin-database-url postgresql://postgres@127.0.0.1/redress",
                "redress migrate --service intake --admin-database-url-file /run/secrets/admin --role-password-file /run/secrets/role-password",
                "redress migrate --wait 5m --admin-database-url postgresql://postgres@database/redress",
            ],
            options: [
                Option(
                    "admin-database-url", value: .string(placeholder: "URL"), environment: "ADMIN_DATABASE_URL", required: true,
                    secret: true, help: "The PostgreSQL server, with a role that may create schemas and roles."),
                Option(
                    "migrations", value: .path, environment: "REDRESS_MIGRATIONS",
                    help: "The folder of the migrations; \(InstalledFiles.help(.migrations))"),
                Option(
                    "service", value: .choice(services), repeated: true, help: "Only this service; all five by default."),
                Option(
                    "role-password", value: .string(placeholder: "TEXT"), environment: "REDRESS_ROLE_PASSWORD", secret: true,
                    help: "The password of the services' roles; without one they cannot log in."),
                Option(
                    "operator-password", value: .string(placeholder: "TEXT"), environment: "REDRESS_OPERATOR_PASSWORD", secret: true,
                    help: "The password of redress_operator; by default that of the services."),
                Option(
                    "retention-password", value: .string(placeholder: "TEXT"), environment: "REDRESS_RETENTION_PASSWORD", secret: true,
                    help: "The password of redress_retention; by default that of redress_operator."),
                ServerWait.option,
                Option("allow-long-locks", help: "Apply files even if they lock a table for long; do this when little is going on."),
                JSONOutput.option,
            ])
    ) { arguments in
        let given = arguments.strings("service")
        let chosen = given.isEmpty ? services : given
        let url = try arguments.requiredString("admin-database-url")
        let folder = URL(fileURLWithPath: try InstalledFiles().path(of: .migrations, arguments))
        let connection = try ServerWait(for: "PostgreSQL", arguments).perform {
            try PostgresConnection(url, applicationName: "redress-migrate")
        }
        let isJSON = arguments.flag("json")
        var applied: [String: [String]] = [:]
        for service in chosen {
            applied[service] = try migrate(service, from: folder, connection, arguments)
        }
        let people = arguments.string("operator-password") ?? arguments.string("role-password")
        let schemas = chosen.map(ServiceDatabase.schemaName)
        try PeopleRole.operators.ensure(on: connection, password: people, schemas: schemas)
        try PeopleRole.retention.ensure(on: connection, password: arguments.string("retention-password") ?? people, schemas: schemas)
        // A database of one service's own has no need of it.
        if given.isEmpty { applied[OperationsSchema.name] = try migrateOperations(from: folder, connection, isQuiet: isJSON) }
        if isJSON { try JSONOutput.write(["applied": applied]) }
        return .ok
    }

    private static func migrateOperations(
        from folder: URL, _ connection: PostgresConnection, isQuiet: Bool
    ) throws -> [String] {
        let applied = try OperationsSchema.migrator(from: folder).apply(connection) {
            if !isQuiet { print("\(OperationsSchema.name): \($0.file)") }
        }
        try OperationsSchema.grant(connection, operators: PeopleRole.operators.name, retention: PeopleRole.retention.name)
        return applied.map(\.file)
    }

    private static func migrate(
        _ service: String, from folder: URL, _ connection: PostgresConnection, _ arguments: Arguments
    ) throws -> [String] {
        let schema = ServiceDatabase.schemaName(of: service)
        let isQuiet = arguments.flag("json")
        var migrator = ServiceDatabase.migrator(of: service, from: folder)
        if arguments.flag("allow-long-locks") { migrator.statementTimeoutMilliseconds = nil }
        let applied = try migrator.apply(connection) {
            if !isQuiet { print("\(service): \($0.file)") }
        }
        if applied.isEmpty, !isQuiet { print("\(service): up to date") }
        try Roles(connection).ensureService(
            "redress_\(schema)", password: arguments.string("role-password"), schema: schema,
            withholding: ServiceDatabase.withheldRights)
        return applied.map(\.file)
    }
}
