/// One SQL statement with its parameters (`$1`, `$2`, …), sent in the extended protocol with binary parameters and results.
public struct Statement: Sendable {
    /// The text of the statement; exactly one statement, values only through parameters.
    public var sql: String

    /// The values of `$1`, `$2`, …, at most 65,535.
    public var parameters: [Value]

    /// Whether the server keeps the parsed statement for the life of the connection.
    ///
    /// On by default. Turn it off for a text that is used once, so that it takes no place among the prepared ones.
    public var prepared: Bool

    /// Makes a statement; nothing is checked before it is sent.
    public init(_ sql: String, _ parameters: [Value] = [], prepared: Bool = true) {
        self.sql = sql
        self.parameters = parameters
        self.prepared = prepared
    }

    /// Whether the text orders a rollback itself, so that the server's answer `ROLLBACK` is what was asked for.
    var ordersRollback: Bool {
        let first = sql.drop { $0.isWhitespace }.prefix { $0.isLetter }.lowercased()
        return first == "rollback" || first == "abort"
    }
}
