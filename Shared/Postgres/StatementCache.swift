/// Which statements the server holds prepared on one connection, and under which names.
struct StatementCache {
    /// A text with its parameters' types: the same text with other types is another statement to the server.
    struct Key: Hashable {
        let sql: String
        let types: ArraySlice<UInt32>
    }

    /// How a statement is to be sent.
    enum Plan {
        /// Under the name the server knows it by.
        case named(String)
        /// Prepared first, in the same round trip.
        case prepared(as: String, Key)
        /// Parsed for this once.
        case unnamed
    }

    /// Beyond this many, statements are sent unprepared: a program that makes its texts at run time must not fill the server's memory.
    static let limit = 500

    private var names: [Key: String] = [:]
    private var lastNumber = 0

    /// Finds the name of a statement the server holds.
    func name(of key: Key) -> String? {
        names[key]
    }

    /// Gives a name never used on this connection, or nil when the cache is full, or will be with those that are being prepared.
    ///
    /// Names are not used twice, so a statement whose parsing was cut off, there or not, is never in the way.
    mutating func newName(besides pending: Int) -> String? {
        guard names.count + pending < Self.limit else { return nil }
        lastNumber += 1
        return "s\(lastNumber)"
    }

    /// Remembers that the server has parsed the statement. This outlives a rollback.
    mutating func insert(_ key: Key, name: String) {
        // A copy of its own: the slice would keep the types of a whole run.
        names[Key(sql: key.sql, types: Array(key.types)[...])] = name
    }

    /// Drops a statement, so that its next use parses it again.
    mutating func remove(_ key: Key) {
        names[key] = nil
    }
}
