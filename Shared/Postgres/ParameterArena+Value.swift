import CSystem
import Foundation

/// Microseconds from 1970-01-01, this library's epoch, to 2000-01-01, the server's.
let serverEpochMicroseconds: Int64 = 946_684_800_000_000

/// Days from 1970-01-01 to 2000-01-01.
let serverEpochDays: Int32 = 10_957

/// The byte that starts a binary `jsonb`: the version of its format.
let jsonbVersion: UInt8 = 1

extension ParameterArena {
    /// Appends a value in the server's binary form; a NULL appends nothing, and its length is the caller's to tell.
    mutating func append(_ value: Value) throws(EncodingFault) {
        switch value {
        case .null: break
        case .bool(let bool): try append(bool)
        case .int2(let number): try append(number)
        case .int4(let number): try append(number)
        case .int8(let number): try append(number)
        case .double(let number): try append(number.bitPattern)
        case .text(let text): try append(text)
        case .bytea(let data): try append(data)
        case .timestamp(let microseconds): try append(timestamp: microseconds)
        case .date(let days): try append(date: days)
        case .jsonb(let data): try append(jsonb: data)
        case .json(let data): try append(json: data)
        case .boolArray, .boolOptionalArray, .int4Array, .int4OptionalArray, .int8Array, .int8OptionalArray, .textArray,
            .textOptionalArray, .byteaArray, .byteaOptionalArray, .jsonbArray, .jsonbOptionalArray, .jsonArray, .timestampArray,
            .timestampOptionalArray:
            try append(array: value)
        }
    }

    private mutating func append(array value: Value) throws(EncodingFault) {
        switch value {
        case .boolArray(let array): try append(array, of: .bool) { (arena, bool) throws(EncodingFault) in try arena.append(bool) }
        case .boolOptionalArray(let array):
            try append(optional: array, of: .bool) { (arena, bool) throws(EncodingFault) in try arena.append(bool) }
        case .int4Array(let array): try append(array, of: .int4) { (arena, number) throws(EncodingFault) in try arena.append(number) }
        case .int4OptionalArray(let array):
            try append(optional: array, of: .int4) { (arena, number) throws(EncodingFault) in try arena.append(number) }
        case .int8Array(let array): try append(array, of: .int8) { (arena, number) throws(EncodingFault) in try arena.append(number) }
        case .int8OptionalArray(let array):
            try append(optional: array, of: .int8) { (arena, number) throws(EncodingFault) in try arena.append(number) }
        case .textArray(let array): try append(array, of: .text) { (arena, text) throws(EncodingFault) in try arena.append(text) }
        case .textOptionalArray(let array):
            try append(optional: array, of: .text) { (arena, text) throws(EncodingFault) in try arena.append(text) }
        case .byteaArray(let array): try append(array, of: .bytea) { (arena, data) throws(EncodingFault) in try arena.append(data) }
        case .byteaOptionalArray(let array):
            try append(optional: array, of: .bytea) { (arena, data) throws(EncodingFault) in try arena.append(data) }
        case .jsonbArray(let array): try append(array, of: .jsonb) { (arena, data) throws(EncodingFault) in try arena.append(jsonb: data) }
        case .jsonbOptionalArray(let array):
            try append(optional: array, of: .jsonb) { (arena, data) throws(EncodingFault) in try arena.append(jsonb: data) }
        case .jsonArray(let array): try append(array, of: .json) { (arena, data) throws(EncodingFault) in try arena.append(json: data) }
        case .timestampArray(let array):
            try append(array, of: .timestamp) { (arena, time) throws(EncodingFault) in try arena.append(timestamp: time) }
        case .timestampOptionalArray(let array):
            try append(optional: array, of: .timestamp) { (arena, time) throws(EncodingFault) in try arena.append(timestamp: time) }
        case .null, .bool, .int2, .int4, .int8, .double, .text, .bytea, .timestamp, .date, .jsonb, .json: try append(value)
        }
    }

    /// Appends a one-dimensional array without NULLs: dimensions, a flag, the element's type, length and lower bound, then the elements.
    @inline(__always)
    private mutating func append<Element>(
        _ elements: [Element], of type: PostgresType, _ write: (inout ParameterArena, Element) throws(EncodingFault) -> Void
    ) throws(EncodingFault) {
        try appendHeader(count: elements.count, hasNulls: false, of: type)
        for element in elements {
            try appendSized { (arena) throws(EncodingFault) in try write(&arena, element) }
        }
    }

    @inline(__always)
    private mutating func append<Element>(
        optional elements: [Element?], of type: PostgresType, _ write: (inout ParameterArena, Element) throws(EncodingFault) -> Void
    ) throws(EncodingFault) {
        try appendHeader(count: elements.count, hasNulls: true, of: type)
        for element in elements {
            if let element {
                try appendSized { (arena) throws(EncodingFault) in try write(&arena, element) }
            } else {
                try append(Int32(-1))
            }
        }
    }

    private mutating func appendHeader(count: Int, hasNulls: Bool, of type: PostgresType) throws(EncodingFault) {
        guard let length = Int32(exactly: count) else { throw .tooLarge }
        // An empty array has no dimension; one dimension of length 0 would be another value.
        try append(Int32(length == 0 ? 0 : 1))
        try append(Int32(hasNulls ? 1 : 0))
        try append(type.oid)
        guard length > 0 else { return }
        try append(length)
        try append(Int32(1))
    }

    mutating func append(_ bool: Bool) throws(EncodingFault) {
        try append(UInt8(bool ? 1 : 0))
    }

    mutating func append(_ text: String) throws(EncodingFault) {
        let start = count
        let bytes = text.utf8.span
        try reserve(bytes.count)
        unsafe bytes.withUnsafeBytes { bytes in unsafe appendReserved(unsafeBytes: bytes) }
        try refuseZeroByte(from: start)
    }

    mutating func append(_ data: Data) throws(EncodingFault) {
        try reserve(data.count)
        unsafe data.withUnsafeBytes { bytes in unsafe appendReserved(unsafeBytes: bytes) }
    }

    private mutating func append(jsonb data: Data) throws(EncodingFault) {
        try append(jsonbVersion)
        try append(text: data)
    }

    mutating func append(json data: Data) throws(EncodingFault) {
        let start = count
        try append(text: data)
        try refuseEscapedZero(from: start)
    }

    private mutating func append(text data: Data) throws(EncodingFault) {
        let start = count
        try append(data)
        try refuseZeroByte(from: start)
    }

    mutating func append(timestamp microseconds: Int64) throws(EncodingFault) {
        // The greatest and the least number are the infinities on both sides.
        guard microseconds != .max, microseconds != .min else { return try append(microseconds) }
        let (shifted, overflow) = microseconds.subtractingReportingOverflow(serverEpochMicroseconds)
        guard !overflow, shifted != .min else { throw .outOfRange }
        try append(shifted)
    }

    private mutating func append(date days: Int32) throws(EncodingFault) {
        guard days != .max, days != .min else { return try append(days) }
        let (shifted, overflow) = days.subtractingReportingOverflow(serverEpochDays)
        guard !overflow, shifted != .min else { throw .outOfRange }
        try append(shifted)
    }

    /// The server would refuse a zero byte too, but only after the transaction has begun to fail.
    private func refuseZeroByte(from start: Int) throws(EncodingFault) {
        guard count > start, unsafe memchr(unsafeStart + start, 0, count - start) != nil else { return }
        throw .zeroByte
    }

    /// U+0000 as JSON writes it: a `jsonb` refuses it, a `json` would take it and fail whoever looks inside.
    private func refuseEscapedZero(from start: Int) throws(EncodingFault) {
        var from = start
        // A backslash and what it stands before are two; so one that is itself escaped begins nothing.
        while let backslash = place(of: UInt8(ascii: "\\"), from: from) {
            if backslash + 6 <= count, unsafe memcmp(unsafeStart + backslash + 1, "u0000", 5) == 0 { throw .zeroByte }
            from = backslash + 2
        }
    }

    private func place(of byte: UInt8, from start: Int) -> Int? {
        guard count > start, let found = unsafe memchr(unsafeStart + start, Int32(byte), count - start) else { return nil }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(unsafeStart)
    }
}
