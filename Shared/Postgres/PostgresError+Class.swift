extension PostgresError {
    /// Whether the database is away or unable to serve: pause, connect anew, try again; the input is not to blame.
    ///
    /// A broken socket; SQLSTATE classes 08 (connection), 53 (out of connections, memory or disk), 57P (shut down, starting up, terminated)
    /// and 58 (input/output errors); 25P03 (the server closed an idle transaction); 25006 (the server has become a read-only standby).
    public var isConnectionLoss: Bool {
        switch kind {
        case .connection: true
        case .server(let state):
            ["08", "53", "58"].contains(state.prefix(2)) || state.hasPrefix("57P") || state == "25P03" || state == "25006"
        case .rolledBack, .decoding, .usage: false
        }
    }

    /// Whether the same transaction may succeed when it is run again from its beginning.
    ///
    /// Connection loss, serialization failure (40001), deadlock (40P01), lock timeout (55P03), cancelled statement (57014), stale statement.
    public var isRetriable: Bool {
        if isConnectionLoss || isStaleStatement { return true }
        guard let sqlState else { return false }
        return ["40001", "40P01", "55P03", "57014"].contains(sqlState)
    }

    /// Whether the values themselves are at fault: SQLSTATE class 22 (data exception), 23 (constraint violation) or 21000 (the same row twice).
    public var isDataFault: Bool {
        guard let sqlState else { return false }
        return sqlState.hasPrefix("22") || sqlState.hasPrefix("23") || sqlState == "21000"
    }

    /// Whether the row is there already (SQLSTATE 23505).
    public var isUniqueViolation: Bool {
        sqlState == "23505"
    }
}
