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
