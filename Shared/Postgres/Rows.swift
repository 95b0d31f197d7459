import CLibPQ
public import Foundation

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

/// One column of a result.
public struct Column: Sendable, Equatable {
    /// The name the statement gave it.
    public let name: String
    /// The server's type.
    public let type: PostgresType
}

extension Rows {
    /// Reads a `boolean` that may be NULL.
    public func optionalBool(_ row: Int, _ column: Int) throws(PostgresError) -> Bool? {
        try optionalInteger(row, column, .bool, UInt8.self).map { $0 != 0 }
    }

    /// Reads a `boolean`.
    public func bool(_ row: Int, _ column: Int) throws(PostgresError) -> Bool {
        try required(optionalBool(row, column), column)
    }

    /// Reads a `smallint` that may be NULL.
    public func optionalInt2(_ row: Int, _ column: Int) throws(PostgresError) -> Int16? {
        try optionalInteger(row, column, .int2, Int16.self)
    }

    /// Reads a `smallint`.
    public func int2(_ row: Int, _ column: Int) throws(PostgresError) -> Int16 {
        try required(optionalInt2(row, column), column)
    }

    /// Reads an `integer` that may be NULL.
    public func optionalInt4(_ row: Int, _ column: Int) throws(PostgresError) -> Int32? {
        try optionalInteger(row, column, .int4, Int32.self)
    }

    /// Reads an `integer`.
    public func int4(_ row: Int, _ column: Int) throws(PostgresError) -> Int32 {
        try required(optionalInt4(row, column), column)
    }

    /// Reads a `bigint` that may be NULL.
    public func optionalInt8(_ row: Int, _ column: Int) throws(PostgresError) -> Int64? {
        try optionalInteger(row, column, .int8, Int64.self)
    }

    /// Reads a `bigint`.
    public func int8(_ row: Int, _ column: Int) throws(PostgresError) -> Int64 {
        try required(optionalInt8(row, column), column)
    }

    /// Reads a `double precision` that may be NULL.
    public func optionalDouble(_ row: Int, _ column: Int) throws(PostgresError) -> Double? {
        try optionalInteger(row, column, .double, UInt64.self).map { Double(bitPattern: $0) }
    }

    /// Reads a `double precision`.
    public func double(_ row: Int, _ column: Int) throws(PostgresError) -> Double {
        try required(optionalDouble(row, column), column)
    }

    /// Reads a `timestamp with time zone` that may be NULL, in microseconds since 1970-01-01 00:00 UTC.
    ///
    /// `infinity` is `Int64.max`, `-infinity` is `Int64.min`.
    public func optionalTimestampMicroseconds(_ row: Int, _ column: Int) throws(PostgresError) -> Int64? {
        try optionalInteger(row, column, .timestamp, Int64.self).map { clientTimestamp($0) }
    }

    /// Reads a `timestamp with time zone` in microseconds since 1970-01-01 00:00 UTC.
    public func timestampMicroseconds(_ row: Int, _ column: Int) throws(PostgresError) -> Int64 {
        try required(optionalTimestampMicroseconds(row, column), column)
    }

    /// Reads a `date` that may be NULL, in days since 1970-01-01; `infinity` is `Int32.max`, `-infinity` is `Int32.min`.
    public func optionalDate(_ row: Int, _ column: Int) throws(PostgresError) -> Int32? {
        try optionalInteger(row, column, .date, Int32.self).map { days in
            days == .max || days == .min ? days : days &+ serverEpochDays
        }
    }

    /// Reads a `date` in days since 1970-01-01.
    public func date(_ row: Int, _ column: Int) throws(PostgresError) -> Int32 {
        try required(optionalDate(row, column), column)
    }

    /// Reads a `text`, `character varying`, `character`, `name` or `json` that may be NULL.
    public func optionalText(_ row: Int, _ column: Int) throws(PostgresError) -> String? {
        guard let bytes = try unsafe unsafeField(row, column, as: .text, or: textTypes) else { return nil }
        return try unsafe decodedText(bytes, column)
    }

    /// Reads a `text`, `character varying`, `character`, `name` or `json`.
    public func text(_ row: Int, _ column: Int) throws(PostgresError) -> String {
        try required(optionalText(row, column), column)
    }

    /// Reads a `bytea`, or the JSON text of a `jsonb` or `json`, that may be NULL.
    public func optionalData(_ row: Int, _ column: Int) throws(PostgresError) -> Data? {
        guard let bytes = try unsafe unsafeField(row, column, as: .bytea, or: dataTypes) else { return nil }
        return try unsafe decodedData(bytes, column, isJSONB: columnType(column) == .jsonb)
    }

    /// Reads a `bytea`, or the JSON text of a `jsonb` or `json`.
    public func data(_ row: Int, _ column: Int) throws(PostgresError) -> Data {
        try required(optionalData(row, column), column)
    }

    private func optionalInteger<Integer: FixedWidthInteger>(
        _ row: Int, _ column: Int, _ type: PostgresType, _: Integer.Type
    ) throws(PostgresError) -> Integer? {
        guard let bytes = try unsafe unsafeField(row, column, as: type) else { return nil }
        guard bytes.count == MemoryLayout<Integer>.size else { throw fault(column, "holds \(bytes.count) bytes, not a \(type)") }
        return Integer(bigEndian: unsafe bytes.loadUnaligned(as: Integer.self))
    }
}

private let textTypes: [PostgresType] = [.varchar, .character, .name, .json]
private let dataTypes: [PostgresType] = [.jsonb, .json]

/// Turns the server's microseconds since 2000 into microseconds since 1970, and leaves its infinities as they are.
@inline(__always)
func clientTimestamp(_ microseconds: Int64) -> Int64 {
    microseconds == .max || microseconds == .min ? microseconds : microseconds &+ serverEpochMicroseconds
}

extension Rows {
    /// Makes a string of a text's bytes; the server promises UTF-8, and what isn't is refused, not repaired.
    func decodedText(_ bytes: UnsafeRawBufferPointer, _ column: Int) throws(PostgresError) -> String {
        // The standard library's check is generic and slow; its repair is not, and what needed none is as it was.
        var text = unsafe String(decoding: bytes, as: UTF8.self)
        let isWhole = text.withUTF8 { copy in
            guard copy.count == bytes.count, let copied = copy.baseAddress, let original = bytes.baseAddress
            else { return unsafe bytes.isEmpty }
            return unsafe memcmp(copied, original, copy.count) == 0
        }
        guard isWhole else { throw fault(column, "holds what is not UTF-8") }
        return text
    }

    /// Copies a field's bytes, without the byte that tells the version of a binary `jsonb`.
    func decodedData(_ bytes: UnsafeRawBufferPointer, _ column: Int, isJSONB: Bool) throws(PostgresError) -> Data {
        guard isJSONB else { return unsafe Data(bytes) }
        guard unsafe bytes.first == jsonbVersion else { throw fault(column, "holds a jsonb of an unknown version") }
        return unsafe Data(UnsafeRawBufferPointer(rebasing: bytes.dropFirst()))
    }
}

extension Rows {
    /// Reads a `text[]` or `character varying[]` whose elements may be NULL; a NULL array is an error.
    public func textOptionalArray(_ row: Int, _ column: Int) throws(PostgresError) -> [String?] {
        try unsafe array(row, column, .textArray, or: [.varcharArray]) { bytes throws(PostgresError) in
            try unsafe decodedText(bytes, column)
        }
    }

    /// Reads a `text[]` or `character varying[]` without NULLs.
    public func textArray(_ row: Int, _ column: Int) throws(PostgresError) -> [String] {
        try withoutNulls(textOptionalArray(row, column), column)
    }

    /// Reads a `bigint[]` whose elements may be NULL; a NULL array is an error.
    public func int8OptionalArray(_ row: Int, _ column: Int) throws(PostgresError) -> [Int64?] {
        try unsafe array(row, column, .int8Array) { bytes throws(PostgresError) in try unsafe integer(bytes, column) }
    }

    /// Reads a `bigint[]` without NULLs.
    public func int8Array(_ row: Int, _ column: Int) throws(PostgresError) -> [Int64] {
        try withoutNulls(int8OptionalArray(row, column), column)
    }

    /// Reads an `integer[]` whose elements may be NULL; a NULL array is an error.
    public func int4OptionalArray(_ row: Int, _ column: Int) throws(PostgresError) -> [Int32?] {
        try unsafe array(row, column, .int4Array) { bytes throws(PostgresError) in try unsafe integer(bytes, column) }
    }

    /// Reads an `integer[]` without NULLs.
    public func int4Array(_ row: Int, _ column: Int) throws(PostgresError) -> [Int32] {
        try withoutNulls(int4OptionalArray(row, column), column)
    }

    /// Reads a `boolean[]` whose elements may be NULL; a NULL array is an error.
    public func boolOptionalArray(_ row: Int, _ column: Int) throws(PostgresError) -> [Bool?] {
        try unsafe array(row, column, .boolArray) { bytes throws(PostgresError) in
            try unsafe integer(bytes, column) as UInt8 != 0
        }
    }

    /// Reads a `timestamp with time zone[]` whose elements may be NULL, in microseconds since 1970-01-01 00:00 UTC; a NULL array is an
    /// error.
    public func timestampOptionalArray(_ row: Int, _ column: Int) throws(PostgresError) -> [Int64?] {
        try unsafe array(row, column, .timestampArray) { bytes throws(PostgresError) in clientTimestamp(try unsafe integer(bytes, column)) }
    }

    /// Reads a `bytea[]`, or the JSON texts of a `jsonb[]`, whose elements may be NULL; a NULL array is an error.
    public func dataOptionalArray(_ row: Int, _ column: Int) throws(PostgresError) -> [Data?] {
        let isJSONB = try columnType(column) == .jsonbArray
        return try unsafe array(row, column, .byteaArray, or: [.jsonbArray]) { bytes throws(PostgresError) in
            try unsafe decodedData(bytes, column, isJSONB: isJSONB)
        }
    }

    /// Reads a one-dimensional array: dimensions, a flag, the element's type, length and lower bound, then each element behind its length.
    private func array<Element>(
        _ row: Int, _ column: Int, _ type: PostgresType, or others: [PostgresType] = [],
        _ element: (UnsafeRawBufferPointer) throws(PostgresError) -> Element
    ) throws(PostgresError) -> [Element?] {
        let bytes = try unsafe required(unsafeField(row, column, as: type, or: others), column)
        var reader = unsafe FieldReader(unsafeBytes: bytes)
        let dimensions = try required(reader.int4(), column)
        guard dimensions != 0 else { return [] }
        guard dimensions == 1 else { throw fault(column, "is an array of \(dimensions) dimensions") }
        guard reader.int4() != nil, reader.int4() != nil, let count = reader.int4(), reader.int4() != nil else {
            throw fault(column, "holds a broken array")
        }
        var elements: [Element?] = []
        elements.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let length = reader.int4() else { throw fault(column, "holds a broken array") }
            guard length >= 0 else {
                elements.append(nil)
                continue
            }
            guard let field = unsafe reader.unsafeNext(Int(length)) else { throw fault(column, "holds a broken array") }
            elements.append(try unsafe element(field))
        }
        return elements
    }

    private func integer<Integer: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer, _ column: Int) throws(PostgresError) -> Integer {
        guard bytes.count == MemoryLayout<Integer>.size else { throw fault(column, "holds an element of \(bytes.count) bytes") }
        return Integer(bigEndian: unsafe bytes.loadUnaligned(as: Integer.self))
    }

    private func withoutNulls<Element>(_ elements: [Element?], _ column: Int) throws(PostgresError) -> [Element] {
        let present = elements.compactMap(\.self)
        guard present.count == elements.count else { throw fault(column, "holds a NULL element") }
        return present
    }
}
