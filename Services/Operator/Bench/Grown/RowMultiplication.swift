import Postgres

/// Copies of a table's rows within the server, under other keys.
///
/// The columns are the table's own, whatever they are, so that a change of the schema needs no change here.
struct RowMultiplication {
    /// What a copy has in place of a column's own value; `k` is the copy's number from 1.
    private static let changes = [
        "key": "key || '-' || k", "id": "id || '-' || k", "reference": "reference || '-' || k", "position": "position + k * $1",
    ]

    /// The statement that adds `$2` copies of each row that meets a condition.
    ///
    /// - Parameters:
    ///   - table: with its schema, quoted where it has to be.
    ///   - columns: the table's own, in its order.
    ///   - condition: which rows are copied.
    ///   - limit: the most rows that are added; `nil` for no limit.
    static func sql(_ table: String, columns: [String], where condition: String = "true", limit: Int? = nil) -> String {
        let values = columns.map { changes[$0] ?? $0 }
        // The parameter of positions is named in each statement, so that all take the same two.
        return """
            INSERT INTO \(table) (\(columns.joined(separator: ", "))) SELECT \(values.joined(separator: ", ")) FROM \(table), \
            generate_series(1, $2) AS k WHERE (\(condition)) AND $1 >= 0\(limit.map { " LIMIT \($0)" } ?? "")
            """
    }

    /// Adds the copies.
    ///
    /// - Parameter shift: by how much the positions of a copy are greater than those of the one before: no fewer than there are positions.
    static func add(
        _ copies: Int, to table: String, schema: String, shift: Int64, where condition: String = "true", limit: Int? = nil,
        _ connection: PostgresConnection
    ) throws {
        let known = try connection.execute(
            Statement(
                """
                SELECT column_name::text FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 \
                AND is_generated = 'NEVER' ORDER BY ordinal_position
                """, [.text(schema), .text(table)]))
        let columns = try (0..<known.count).map { try known.text($0, 0) }
        let text = sql("\(schema).\(table)", columns: columns, where: condition, limit: limit)
        _ = try connection.execute(Statement(text, [.int8(shift), .int4(Int32(clamping: copies))]))
    }
}
