public import Foundation

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
