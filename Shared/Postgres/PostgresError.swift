import CLibPQ

/// What went wrong between this process and the server, told without the data that was on its way.
///
/// `description` holds no parameter and no row; `debugDescription` adds ``detail``, which may.
public struct PostgresError: Error, Sendable, Equatable {
    /// Where the fault lies.
    public enum Kind: Sendable, Hashable {
        /// The server cannot be reached, or the connection broke.
        case connection
        /// The server refused a statement, with this five-character SQLSTATE.
        case server(sqlState: String)
        /// A `COMMIT` was sent in a failed transaction, and the server rolled back instead.
        case rolledBack
        /// A result was read as something it is not.
        case decoding
        /// The caller asked for what cannot be sent; nothing has reached the server.
        case usage
    }

    /// Where the fault lies.
    public let kind: Kind
    /// One sentence without data.
    public let message: String
    /// The server's own words (message, detail, hint, context); they may quote rows and parameters.
    public internal(set) var detail: String?
    /// The violated constraint, where the server names one.
    public internal(set) var constraint: String?
    /// The table concerned, where the server names one.
    public internal(set) var table: String?
    /// The column concerned, where the server names one.
    public internal(set) var column: String?
    /// The place of the failed statement in the run it was part of, from 0.
    public internal(set) var statementIndex: Int?
    /// The place of the fault in the text of the statement, in characters from 1, where the server gives it.
    public internal(set) var position: Int?

    /// Whether the server's prepared statement had gone stale, as when a migration changed its table; it is parsed again at its next use.
    public internal(set) var isStaleStatement = false

    init(_ kind: Kind, _ message: String, detail: String? = nil, statementIndex: Int? = nil) {
        self.kind = kind
        self.message = message
        self.detail = detail
        self.statementIndex = statementIndex
    }

    /// The server's SQLSTATE, if it was the server that refused.
    public var sqlState: String? {
        guard case .server(let sqlState) = kind else { return nil }
        return sqlState
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// Kind, message, and the names the server gives; no data.
    public var description: String {
        var text = "PostgreSQL: \(message)"
        if let sqlState { text += " [\(sqlState)]" }
        if let statementIndex { text += " (statement \(statementIndex))" }
        return text
    }

    /// The description and the server's own words, which may hold data: for a person at a terminal, never for a log.
    public var debugDescription: String {
        guard let detail else { return description }
        return "\(description)\n\(detail)"
    }
}

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

extension PostgresError {
    /// Reads what the server said about a failed command.
    init(unsafeResult result: OpaquePointer, statementIndex: Int? = nil) {
        func field(_ code: UnicodeScalar) -> String? {
            guard let text = unsafe PQresultErrorField(result, Int32(code.value)) else { return nil }
            return unsafe String(cString: text)
        }
        // The codes are letters, see "PQresultErrorField" in the manual: PG_DIAG_SQLSTATE is 'C', and so on.
        guard let sqlState = field("C") else {
            let text = unsafe String(cString: PQresultErrorMessage(result))
            self.init(.connection, Self.oneLine(text, or: "the connection to the server is lost"), statementIndex: statementIndex)
            return
        }
        let words = field("M") ?? ""
        self.init(
            .server(sqlState: sqlState), Self.message(words, sqlState: sqlState),
            detail: [words, field("D"), field("H"), field("W")].compactMap(\.self).joined(separator: "\n"),
            statementIndex: statementIndex)
        constraint = field("n")
        table = field("t")
        column = field("c")
        position = field("P").flatMap { Int($0) }
    }

    /// Reads why the connection itself failed.
    init(unsafeConnection connection: OpaquePointer, statementIndex: Int? = nil) {
        let text = unsafe String(cString: PQerrorMessage(connection))
        self.init(.connection, Self.oneLine(text, or: "the connection to the server is lost"), statementIndex: statementIndex)
    }

    /// The server's message where its class is known to name only objects, else the name of the class.
    ///
    /// Class 22 quotes the offending value ("invalid input syntax for type integer: …"), and a function of one's own may raise anything.
    private static func message(_ words: String, sqlState: String) -> String {
        let classesWithoutData = ["08", "0A", "23", "25", "26", "28", "3D", "3F", "40", "42", "53", "54", "55", "57", "58"]
        if classesWithoutData.contains(String(sqlState.prefix(2))) { return words }
        return sqlState.hasPrefix("22") ? "a value does not fit its type" : "the server refused the statement"
    }

    private static func oneLine(_ text: String, or fallback: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0.isWhitespace } }.joined(separator: " ")
        return line.isEmpty ? fallback : line
    }
}
