import Postgres

/// The rows of one table as they were read, to be written into a table of the same shape.
///
/// The columns are the table's own, whatever they are, so that a change of the schema needs no change here.
struct RowCopy {
    private let table: String
    private let rows: Rows
    private let columns: [Column]
    /// Columns whose conflict means an update of all, as the state of a key is saved; none for rows that are only ever added.
    private let conflict: String?

    /// Reads the last so many rows in the order in which they lie on disk: sorted by key they would go in faster than any real load does.
    ///
    /// - Throws: when there are fewer.
    init(_ table: String, where condition: String = "true", conflict: String? = nil, count: Int, from connection: PostgresConnection) throws
    {
        self.table = table
        self.conflict = conflict
        rows = try connection.execute(Statement("SELECT * FROM intake.\(table) WHERE \(condition) ORDER BY ctid DESC LIMIT \(count)"))
        columns = rows.columns
        guard rows.count == count else { throw DeploymentError("read \(table) back", "\(rows.count) rows of \(count)") }
    }

    /// One statement that writes the rows of that range.
    func insert(_ range: Range<Int>) throws -> Statement {
        let names = columns.map(\.name)
        let values = try columns.indices.map { try array(of: $0, range) }
        let places = values.enumerated().map { "$\($0 + 1)::\($1.type)" }.joined(separator: ", ")
        var sql = "INSERT INTO \(table) (\(names.joined(separator: ", "))) SELECT * FROM unnest(\(places))"
        if let conflict {
            let changes = names.filter { $0 != conflict }.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
            sql += " ON CONFLICT (\(conflict)) DO UPDATE SET \(changes)"
        }
        return Statement(sql, values.map(\.value))
    }

    private func array(of column: Int, _ range: Range<Int>) throws -> (value: Value, type: String) {
        switch columns[column].type {
        case .text: (.textOptionalArray(try range.map { try rows.optionalText($0, column) }), "text[]")
        case .int4: (.int4OptionalArray(try range.map { try rows.optionalInt4($0, column) }), "int4[]")
        case .int8: (.int8OptionalArray(try range.map { try rows.optionalInt8($0, column) }), "int8[]")
        case .bytea: (.byteaOptionalArray(try range.map { try rows.optionalData($0, column) }), "bytea[]")
        case .json: (.jsonArray(try range.map { try rows.data($0, column) }), "json[]")
        case .jsonb: (.jsonbOptionalArray(try range.map { try rows.optionalData($0, column) }), "jsonb[]")
        case .timestamp:
            (.timestampOptionalArray(try range.map { try rows.optionalTimestampMicroseconds($0, column) }), "timestamptz[]")
        default: throw DeploymentError("read \(table) back", "its column \(columns[column].name) is of a type not met before")
        }
    }
}
