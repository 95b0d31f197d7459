import Postgres

/// The role that erases what has outlived its period: it may change the documents and the journals of the services, and nothing else of theirs.
struct RetentionRole {
    static let name = "redress_retention"

    private let connection: PostgresConnection

    /// Works through a connection whose role may create roles and owns the schemas.
    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// Makes the role, or brings an existing one to the same rights.
    ///
    /// A lane's row may be locked by it and no more: `taken_at` is the one column it could write, which nothing reads.
    ///
    /// - Parameter password: `nil` makes a role that cannot log in.
    func ensure(password: String?, schemas: [String]) throws(PostgresError) {
        try Roles(connection).ensureReadOnly(Self.name, password: password, schemas: schemas)
        let name = try connection.quoted(identifier: Self.name)
        for schema in schemas {
            let space = try connection.quoted(identifier: schema)
            try connection.script(
                """
                GRANT UPDATE (body) ON \(space).complaint_state TO \(name);
                GRANT UPDATE (data), DELETE ON \(space).journal TO \(name);
                GRANT UPDATE (taken_at) ON \(space).lane TO \(name);
                """)
        }
    }
}
