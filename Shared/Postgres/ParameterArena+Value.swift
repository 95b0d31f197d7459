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
    func append(_ value: Value) throws(EncodingFault) {
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

    private func append(array value: Value) throws(EncodingFault) {
        switch value {
        case .boolArray(let array): try append(array, of: .bool) { bool throws(EncodingFault) in try append(bool) }
        case .boolOptionalArray(let array): try append(optional: array, of: .bool) { bool throws(EncodingFault) in try append(bool) }
        case .int4Array(let array): try append(array, of: .int4) { number throws(EncodingFault) in try append(number) }
        case .int4OptionalArray(let array): try append(optional: array, of: .int4) { number throws(EncodingFault) in try append(number) }
        case .int8Array(let array): try append(array, of: .int8) { number throws(EncodingFault) in try append(number) }
        case .int8OptionalArray(let array): try append(optional: array, of: .int8) { number throws(EncodingFault) in try append(number) }
        case .textArray(let array): try append(array, of: .text) { text throws(EncodingFault) in try append(text) }
        case .textOptionalArray(let array): try append(optional: array, of: .text) { text throws(EncodingFault) in try append(text) }
        case .byteaArray(let array): try append(array, of: .bytea) { data throws(EncodingFault) in try append(data) }
        case .byteaOptionalArray(let array): try append(optional: array, of: .bytea) { data throws(EncodingFault) in try append(data) }
        case .jsonbArray(let array): try append(array, of: .jsonb) { data throws(EncodingFault) in try append(jsonb: data) }
        case .jsonbOptionalArray(let array):
            try append(optional: array, of: .jsonb) { data throws(EncodingFault) in try append(jsonb: data) }
        case .jsonArray(let array): try append(array, of: .json) { data throws(EncodingFault) in try append(json: data) }
        case .timestampArray(let array): try append(array, of: .timestamp) { time throws(EncodingFault) in try append(timestamp: time) }
        case .timestampOptionalArray(let array):
            try append(optional: array, of: .timestamp) { time throws(EncodingFault) in try append(timestamp: time) }
        case .null, .bool, .int2, .int4, .int8, .double, .text, .bytea, .timestamp, .date, .jsonb, .json: try append(value)
        }
    }

    /// Appends a one-dimensional array without NULLs: dimensions, a flag, the element's type, length and lower bound, then the elements.
    @inline(__always)
    private func append<Element>(
        _ elements: [Element], of type: PostgresType, _ write: (Element) throws(EncodingFault) -> Void
    ) throws(EncodingFault) {
        try appendHeader(count: elements.count, hasNulls: false, of: type)
        for element in elements {
            try appendSized { () throws(EncodingFault) in try write(element) }
        }
    }

    @inline(__always)
    private func append<Element>(
        optional elements: [Element?], of type: PostgresType, _ write: (Element) throws(EncodingFault) -> Void
    ) throws(EncodingFault) {
        try appendHeader(count: elements.count, hasNulls: true, of: type)
        for element in elements {
            if let element {
                try appendSized { () throws(EncodingFault) in try write(element) }
            } else {
                try append(Int32(-1))
            }
        }
    }

    private func appendHeader(count: Int, hasNulls: Bool, of type: PostgresType) throws(EncodingFault) {
        guard let length = Int32(exactly: count) else { throw .tooLarge }
        // An empty array has no dimension; one dimension of length 0 would be another value.
        try append(Int32(length == 0 ? 0 : 1))
        try append(Int32(hasNulls ? 1 : 0))
        try append(type.oid)
        guard length > 0 else { return }
        try append(length)
        try append(Int32(1))
    }

    private func append(_ bool: Bool) throws(EncodingFault) {
        try append(UInt8(bool ? 1 : 0))
    }

    private func append(_ text: String) throws(EncodingFault) {
        let start = count
        try reserve(text.utf8.count)
        let appended: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
            unsafe appendReserved(unsafeBytes: UnsafeRawBufferPointer(bytes))
        }
        if appended == nil {
            for byte in text.utf8 { try append(byte) }
        }
        try refuseZeroByte(from: start)
    }

    private func append(_ data: Data) throws(EncodingFault) {
        try reserve(data.count)
        unsafe data.withUnsafeBytes { bytes in unsafe appendReserved(unsafeBytes: bytes) }
    }

    private func append(jsonb data: Data) throws(EncodingFault) {
        try append(jsonbVersion)
        try append(text: data)
    }

    private func append(json data: Data) throws(EncodingFault) {
        let start = count
        try append(text: data)
        try refuseEscapedZero(from: start)
    }

    private func append(text data: Data) throws(EncodingFault) {
        let start = count
        try append(data)
        try refuseZeroByte(from: start)
    }

    private func append(timestamp microseconds: Int64) throws(EncodingFault) {
        // The greatest and the least number are the infinities on both sides.
        guard microseconds != .max, microseconds != .min else { return try append(microseconds) }
        let (shifted, overflow) = microseconds.subtractingReportingOverflow(serverEpochMicroseconds)
        guard !overflow, shifted != .min else { throw .outOfRange }
        try append(shifted)
    }

    private func append(date days: Int32) throws(EncodingFault) {
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
