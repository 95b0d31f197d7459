/// The login roles of the services: each may read and write the rows of its own schema, and nothing more.
///
/// Run by the owner of the schemas, after the migrations and after each new one. Repeating it changes nothing; several processes may do it at
/// the same time.
public struct Roles {
    private let connection: PostgresConnection

    /// Works through a connection whose role may create roles and owns the schemas.
    public init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// Makes a service's role, or brings an existing one to the same rights.
    ///
    /// The role owns nothing and can change no table's shape. Of `schema_migration` it only reads. Tables that the present role will create in
    /// the schema are covered too.
    ///
    /// - Parameters:
    ///   - role: its name.
    ///   - password: sent and stored only as a SCRAM-SHA-256 verifier; nil makes a role that cannot log in.
    ///   - schema: the one schema it works on; it must exist.
    ///   - withheld: rights it does not get on these tables, those that there are; a right it had is taken from it.
    ///
    /// Throws ``PostgresError/Kind/usage`` for an existing role with an administrator's attributes.
    public func ensureService(
        _ role: String, password: String?, schema: String, withholding withheld: [String: [TableRight]] = [:]
    ) throws(PostgresError) {
        let name = try connection.quoted(identifier: role)
        let space = try connection.quoted(identifier: schema)
        try inTransaction { () throws(PostgresError) in
            try ensure(role, password: password)
            try connection.script(
                """
                REVOKE ALL ON SCHEMA \(space) FROM PUBLIC, \(name);
                GRANT USAGE ON SCHEMA \(space) TO \(name);
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA \(space) TO \(name);
                GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA \(space) TO \(name);
                ALTER DEFAULT PRIVILEGES IN SCHEMA \(space) GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO \(name);
                ALTER DEFAULT PRIVILEGES IN SCHEMA \(space) GRANT USAGE, SELECT ON SEQUENCES TO \(name);
                ALTER ROLE \(name) SET search_path = \(space);
                """)
            let history = try connection.execute(Statement("SELECT to_regclass($1) IS NOT NULL", [.text("\(space).schema_migration")]))
            if try history.bool(0, 0) {
                try connection.script("REVOKE INSERT, UPDATE, DELETE ON \(space).schema_migration FROM \(name)")
            }
            for (table, rights) in withheld.sorted(by: { $0.key < $1.key }) where !rights.isEmpty {
                let place = "\(space).\(try connection.quoted(identifier: table))"
                let there = try connection.execute(Statement("SELECT to_regclass($1) IS NOT NULL", [.text(place)]))
                guard try there.bool(0, 0) else { continue }
                try connection.script("REVOKE \(rights.map(\.rawValue).joined(separator: ", ")) ON \(place) FROM \(name)")
            }
        }
    }

    /// Makes a role that reads the tables of several schemas and writes none, for the operator's command.
    ///
    /// Its sessions are read-only by default besides. The schemas must exist.
    public func ensureReadOnly(_ role: String, password: String?, schemas: [String]) throws(PostgresError) {
        let name = try connection.quoted(identifier: role)
        try inTransaction { () throws(PostgresError) in
            try ensure(role, password: password)
            try connection.script("ALTER ROLE \(name) SET default_transaction_read_only = on")
            for schema in schemas {
                let space = try connection.quoted(identifier: schema)
                try connection.script(
                    """
                    GRANT USAGE ON SCHEMA \(space) TO \(name);
                    GRANT SELECT ON ALL TABLES IN SCHEMA \(space) TO \(name);
                    ALTER DEFAULT PRIVILEGES IN SCHEMA \(space) GRANT SELECT ON TABLES TO \(name);
                    """)
            }
        }
    }

    private func ensure(_ role: String, password: String?) throws(PostgresError) {
        let name = try connection.quoted(identifier: role)
        let known = try connection.execute(
            Statement(
                """
                SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = $1
                """, [.text(role)]))
        if known.isEmpty {
            try connection.script("CREATE ROLE \(name)")
        } else if try known.bool(0, 0) {
            throw PostgresError(.usage, "the role \(role) is an administrator's; a service needs a role of its own")
        }
        if let password {
            let verifier = try connection.scramVerifier(password: password, role: role)
            try connection.script("ALTER ROLE \(name) LOGIN PASSWORD \(try connection.quoted(literal: verifier))")
        } else {
            try connection.script("ALTER ROLE \(name) NOLOGIN PASSWORD NULL")
        }
        let database = try connection.execute(Statement("SELECT current_database()::text")).text(0, 0)
        let place = try connection.quoted(identifier: database)
        try connection.script("GRANT CONNECT ON DATABASE \(place) TO \(name)")
        // What everybody has every role has: room for temporary tables, and before PostgreSQL 15 for tables in `public`.
        try connection.script("REVOKE TEMPORARY ON DATABASE \(place) FROM PUBLIC; REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    }

    /// Roles belong to the whole server: the lock keeps two processes from creating one twice or granting over each other.
    private func inTransaction(_ body: () throws(PostgresError) -> Void) throws(PostgresError) {
        try connection.run([
            Statement("BEGIN"), Statement("SELECT pg_advisory_xact_lock(hashtextextended('redress roles', 0))"),
        ])
        do throws(PostgresError) {
            try body()
            try connection.execute(Statement("COMMIT"))
        } catch {
            try connection.rollback()
            throw error
        }
    }
}

/// One of the rights to a table's rows that a role can be given.
public enum TableRight: String, Sendable, CaseIterable {
    case select = "SELECT"
    case insert = "INSERT"
    case update = "UPDATE"
    case delete = "DELETE"
}
