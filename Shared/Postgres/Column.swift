/// One column of a result.
public struct Column: Sendable, Equatable {
    /// The name the statement gave it.
    public let name: String
    /// The server's type.
    public let type: PostgresType
}
