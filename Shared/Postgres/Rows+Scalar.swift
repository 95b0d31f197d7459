public import Foundation

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
