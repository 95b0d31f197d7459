import CLibPQ

extension PostgresConnection {
    /// Quotes a name for use in a statement's text, as `"name"`.
    ///
    /// Throws ``PostgresError/Kind/usage`` for a name with a zero byte.
    public func quoted(identifier: String) throws(PostgresError) -> String {
        try unsafe quote(identifier) { handle, text, length in unsafe PQescapeIdentifier(handle, text, length) }
    }

    /// Quotes a text as a literal, for the statements that take no parameters, such as `CREATE ROLE`.
    ///
    /// Throws ``PostgresError/Kind/usage`` for a text with a zero byte.
    public func quoted(literal: String) throws(PostgresError) -> String {
        try unsafe quote(literal) { handle, text, length in unsafe PQescapeLiteral(handle, text, length) }
    }

    /// Makes the verifier that `CREATE ROLE … PASSWORD` accepts instead of the password, so that this one appears in no log.
    func scramVerifier(password: String, role: String) throws(PostgresError) -> String {
        let handle = try unsafe unsafeHandle()
        guard !password.utf8.contains(0) else { throw PostgresError(.usage, "a password holds a zero byte") }
        guard let verifier = unsafe PQencryptPasswordConn(handle, password, role, "scram-sha-256") else {
            throw unsafe PostgresError(unsafeConnection: handle)
        }
        defer { unsafe PQfreemem(verifier) }
        return unsafe String(cString: verifier)
    }

    private func quote(
        _ text: String, _ escape: (OpaquePointer, UnsafePointer<CChar>, Int) -> UnsafeMutablePointer<CChar>?
    ) throws(PostgresError) -> String {
        let handle = try unsafe unsafeHandle()
        // libpq stops at a zero byte, and the rest would be lost in silence.
        guard !text.utf8.contains(0) else { throw PostgresError(.usage, "a name or literal holds a zero byte") }
        let length = text.utf8.count
        guard let escaped = unsafe text.withCString({ unsafe escape(handle, $0, length) }) else {
            throw unsafe PostgresError(unsafeConnection: handle)
        }
        defer { unsafe PQfreemem(escaped) }
        return unsafe String(cString: escaped)
    }
}
