import CLibPQ
import Foundation

/// What a statement returned: its rows, or how many rows it affected.
///
/// Holds the server's answer as it came and decodes a field when it is asked for. A field read as another type than the column's throws
/// ``PostgresError/Kind/decoding`` and names the column, what it is and what was expected.
@safe
public final class Rows {
    private let result: OpaquePointer

    /// How many rows there are.
    public let count: Int

    /// How many columns a row has.
    public let columnCount: Int

    /// Takes the result over and frees it in the end.
    init(unsafeResult result: OpaquePointer) {
        unsafe self.result = result
        count = Int(unsafe PQntuples(result))
        columnCount = Int(unsafe PQnfields(result))
    }

    deinit {
        unsafe PQclear(result)
    }

    /// Whether there is no row.
    public var isEmpty: Bool { count == 0 }

    /// How many rows the statement inserted, updated, deleted, selected or moved; 0 for a statement of another kind.
    public var affected: Int {
        Int(unsafe String(cString: PQcmdTuples(result))) ?? 0
    }

    /// The columns, in the order of the row.
    public var columns: [Column] {
        (0..<columnCount).map { column(at: $0) }
    }

    /// What kind of answer it is.
    var status: ExecStatusType {
        unsafe PQresultStatus(result)
    }

    /// The error this answer is, for those that are one.
    func failure(statementIndex: Int? = nil) -> PostgresError {
        unsafe PostgresError(unsafeResult: result, statementIndex: statementIndex)
    }

    /// Whether the server answered with a rollback.
    var isRollback: Bool {
        unsafe strncmp(PQcmdStatus(result), "ROLLBACK", 8) == 0
    }

    /// Whether a field is SQL NULL; throws ``PostgresError/Kind/usage`` if there is no such field.
    public func isNull(_ row: Int, _ column: Int) throws(PostgresError) -> Bool {
        try checkBounds(row, column)
        return unsafe PQgetisnull(result, Int32(row), Int32(column)) == 1
    }

    /// Lends a field's bytes, nil for NULL, after checking that the column is of one of the types.
    ///
    /// The bytes are good as long as the rows live.
    @inline(__always)
    func unsafeField(
        _ row: Int, _ column: Int, as expected: PostgresType, or others: [PostgresType] = []
    ) throws(PostgresError) -> UnsafeRawBufferPointer? {
        try checkBounds(row, column)
        let found = unsafe PQftype(result, Int32(column))
        guard found == expected.oid || others.contains(where: { $0.oid == found }) else {
            throw fault(column, "is \(PostgresType(oid: found)), read as \(expected)")
        }
        guard unsafe PQgetisnull(result, Int32(row), Int32(column)) == 0 else { return nil }
        let length = Int(unsafe PQgetlength(result, Int32(row), Int32(column)))
        return unsafe UnsafeRawBufferPointer(start: PQgetvalue(result, Int32(row), Int32(column)), count: length)
    }

    /// The type of a column; throws ``PostgresError/Kind/usage`` if there is no such column.
    func columnType(_ column: Int) throws(PostgresError) -> PostgresType {
        guard column >= 0, column < columnCount else { throw PostgresError(.usage, "no column \(column) among \(columnCount)") }
        return PostgresType(oid: unsafe PQftype(result, Int32(column)))
    }

    /// Unwraps a field that may not be NULL.
    @inline(__always)
    func required<Field>(_ field: Field?, _ column: Int) throws(PostgresError) -> Field {
        guard let field else { throw fault(column, "is NULL") }
        return field
    }

    /// A decoding error about a column, such as "holds no JSON object".
    package func fault(_ column: Int, _ words: String) -> PostgresError {
        PostgresError(.decoding, "column \(column) \"\(self.column(at: column).name)\" \(words)")
    }

    private func column(at index: Int) -> Column {
        let name = unsafe PQfname(result, Int32(index)).map { unsafe String(cString: $0) } ?? ""
        return Column(name: name, type: PostgresType(oid: unsafe PQftype(result, Int32(index))))
    }

    @inline(__always)
    private func checkBounds(_ row: Int, _ column: Int) throws(PostgresError) {
        guard row >= 0, row < count, column >= 0, column < columnCount else {
            throw PostgresError(.usage, "no field \(row), \(column) among \(count) rows of \(columnCount) columns")
        }
    }
}
