import Postgres

/// The role people work with: it reads the services' schemas, and writes nothing but what it asks the owner of a dead letter to do.
struct OperatorRole {
    static let name = "redress_operator"

    private let connection: PostgresConnection

    /// Works through a connection whose role may create roles and owns the schemas.
    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// Makes the role, or brings an existing one to the same rights.
    ///
    /// - Parameter password: `nil` makes a role that cannot log in.
    func ensure(password: String?, schemas: [String]) throws(PostgresError) {
        try Roles(connection).ensureReadOnly(Self.name, password: password, schemas: schemas)
        let name = try connection.quoted(identifier: Self.name)
        for schema in schemas {
            let table = try connection.quoted(identifier: schema) + ".dead_letter"
            try connection.script("GRANT UPDATE (request, requested_by, request_reason) ON \(table) TO \(name)")
        }
    }
}
