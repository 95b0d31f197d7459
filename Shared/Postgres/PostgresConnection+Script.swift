import CLibPQ

extension PostgresConnection {
    /// Runs a script of several statements in the simple protocol, without parameters and results.
    ///
    /// Without a transaction of its own the script is one. The first error ends it and is thrown, with its position in the script.
    public func script(_ sql: String) throws(PostgresError) {
        let handle = try unsafe unsafeHandle()
        guard !sql.utf8.contains(0) else { throw PostgresError(.usage, "the script holds a zero byte") }
        guard unsafe PQsendQuery(handle, sql) == 1 else { throw unsafe PostgresError(unsafeConnection: handle) }
        var failure: PostgresError?
        while let rows = unsafe nextRows(unsafeHandle: handle) {
            switch rows.status {
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                desynchronise()
                throw PostgresError(.usage, "COPY cannot be run in a script; use copyIn")
            case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
                if failure == nil { failure = rows.failure() }
            default:
                if rows.isRollback, failure == nil, !Self.ordersRollback(sql) {
                    failure = PostgresError(.rolledBack, "the transaction had failed before, and its commit rolled back")
                }
            }
            // A broken connection can go on yielding errors.
            guard unsafe PQstatus(handle) == CONNECTION_OK else { throw unsafe failure ?? PostgresError(unsafeConnection: handle) }
        }
        if let failure { throw failure }
    }

    private static func ordersRollback(_ script: String) -> Bool {
        script.split { !$0.isLetter }.contains { ["rollback", "abort"].contains($0.lowercased()) }
    }
}
