import Postgres

/// A role that is no service's: it reads the services' schemas, and writes no more of theirs than it is granted here.
struct PeopleRole: Sendable {
    let name: String
    /// What it may write in one schema, whose name and its own come quoted.
    private let grants: @Sendable (_ schema: String, _ role: String) -> String

    /// The role people work with: it writes nothing but what it asks the owner of a dead letter to do, and with which message.
    static let operators = PeopleRole(name: "redress_operator") { schema, role in
        "GRANT UPDATE (request, requested_by, request_reason, message, original) ON \(schema).dead_letter TO \(role)"
    }

    /// The role that erases what has outlived its period, or a customer: it may change the documents and the journals.
    ///
    /// A lane's row may be locked by it and no more: `taken_at` is the one column it could write, which nothing reads. The tombstones of
    /// customers' keys it leaves by a function that can leave nothing else.
    static let retention = PeopleRole(name: "redress_retention") { schema, role in
        """
        GRANT UPDATE (body) ON \(schema).complaint_state TO \(role);
        GRANT UPDATE (data), DELETE ON \(schema).journal TO \(role);
        GRANT DELETE ON \(schema).settled_letter TO \(role);
        GRANT UPDATE (taken_at) ON \(schema).lane TO \(role);
        GRANT EXECUTE ON FUNCTION \(schema).leave_tombstones TO \(role);
        DO $$ BEGIN IF to_regclass('\(schema).line_state') IS NOT NULL THEN
            GRANT UPDATE (body) ON \(schema).line_state TO \(role);
        END IF; END $$;
        """
    }

    private init(name: String, grants: @escaping @Sendable (_ schema: String, _ role: String) -> String) {
        self.name = name
        self.grants = grants
    }

    /// Makes the role, or brings an existing one to the same rights.
    ///
    /// - Parameters:
    ///   - connection: its role may create roles and owns the schemas.
    ///   - password: `nil` makes a role that cannot log in.
    func ensure(on connection: PostgresConnection, password: String?, schemas: [String]) throws(PostgresError) {
        try Roles(connection).ensureReadOnly(name, password: password, schemas: schemas)
        let role = try connection.quoted(identifier: name)
        for schema in schemas { try connection.script(grants(try connection.quoted(identifier: schema), role)) }
    }
}
