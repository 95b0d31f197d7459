extension PostgresError {
    /// What there is to do about an error.
    public enum Remedy: Sendable, Hashable, CaseIterable {
        /// The server is away, or cannot serve through this session: wait, connect again, do the same again.
        case reconnection
        /// The same transaction may succeed when it is run again from its beginning.
        case repetition
        /// The values themselves are at fault: every other session would refuse them, too.
        case otherData
        /// The program, the schema and the rights do not fit: a person must act. A new session sees what was done.
        case person

        /// What there is to do about an SQLSTATE, by PostgreSQL's appendix of error codes. What is not named there is a person's.
        public init(sqlState: String) {
            self = Self.ofState[sqlState] ?? Self.ofClass[String(sqlState.prefix(2))] ?? .person
        }

        /// Those that differ from their class.
        private static let ofState: [String: Remedy] = [
            // It is not known whether a commit took effect: only again can that be found out.
            "40003": .reconnection,
            // Prepared already: a pooler in between has given us another's session.
            "42P05": .reconnection,
            // The server is recovering, or the object is in use: it passes.
            "55000": .reconnection, "55006": .reconnection,
            // A lock that was not given in time, a statement that was ended by a limit or by a person.
            "55P03": .repetition, "57014": .repetition,
        ]

        /// By the first two characters.
        private static let ofClass: [String: Remedy] = [
            "08": .reconnection,  // connection exception
            "21": .otherData,  // cardinality violation: one row twice in a batch
            "22": .otherData,  // data exception
            "23": .otherData,  // constraint violation
            "25": .reconnection,  // invalid transaction state: read-only after a failover, in recovery, timed out, failed before
            "26": .reconnection,  // a prepared statement that this session does not have
            "27": .otherData,  // triggered data change violation
            "28": .reconnection,  // invalid authorization
            "3D": .reconnection,  // there is no such database, as while one is restored
            "40": .repetition,  // serialization failure, deadlock
            "44": .otherData,  // check option violation
            "53": .reconnection,  // out of connections, memory or disk
            "54": .otherData,  // a value or a statement beyond a limit, such as that of an index row
            "57": .reconnection,  // shut down, starting up, terminated, database dropped
            "58": .reconnection,  // input/output error
            "72": .reconnection,  // snapshot too old
        ]
    }

    /// What there is to do; `nil` for what never reached the server.
    public var remedy: Remedy? {
        if isStaleStatement { return .repetition }
        switch kind {
        case .connection: return .reconnection
        case .rolledBack: return .repetition
        case .decoding: return .person
        case .usage: return nil
        case .server(let state): return Remedy(sqlState: state)
        }
    }

    /// Whether the database is away or unable to serve: pause, connect again, try again; the input is not to blame.
    public var isConnectionLoss: Bool { remedy == .reconnection }

    /// Whether the same transaction may succeed when it is run again from its beginning: after a connection loss, a serialization failure, a
    /// deadlock, a lock that was not given in time, a cancelled or a stale statement.
    public var isRetriable: Bool {
        switch remedy {
        case .reconnection, .repetition: kind != .rolledBack
        case .otherData, .person, nil: false
        }
    }

    /// Whether the values themselves are at fault.
    public var isDataFault: Bool { remedy == .otherData }

    /// Whether a new session could do better than this one, so that this one is to be closed: in all cases but a fault of the values. What a role
    /// may, its settings and its search path, whether the server may be written to: each is fixed when a session begins, and what was changed
    /// since is seen by a new one alone.
    public var isCuredByNewSession: Bool {
        switch remedy {
        case .reconnection, .repetition, .person: true
        case .otherData, nil: false
        }
    }

    /// Whether the row is there already (SQLSTATE 23505).
    public var isUniqueViolation: Bool {
        sqlState == "23505"
    }
}
