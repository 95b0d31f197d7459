public import Foundation

/// One row of a binary `COPY`, written cell by cell in the order of the columns, straight into the buffer that is sent.
///
/// A cell that cannot be sent is noted, and the copy then refused.
public struct CopyRow: ~Copyable {
    var arena = ParameterArena()
    private(set) var cellCount = 0
    private(set) var refusal: (cell: Int, fault: EncodingFault)?

    init() {}

    /// Adds SQL NULL.
    public mutating func appendNull() { add { (arena) throws(EncodingFault) in try arena.append(Int32(-1)) } }

    /// Adds an `integer`.
    public mutating func append(_ number: Int32) { addSized { (arena) throws(EncodingFault) in try arena.append(number) } }

    /// Adds a `bigint`.
    public mutating func append(_ number: Int64) { addSized { (arena) throws(EncodingFault) in try arena.append(number) } }

    /// Adds a `text`; one with U+0000 cannot be sent.
    public mutating func append(_ text: String) { addSized { (arena) throws(EncodingFault) in try arena.append(text) } }

    /// Adds a `bytea`.
    public mutating func append(_ data: Data) { addSized { (arena) throws(EncodingFault) in try arena.append(data) } }

    /// Adds a `json` from its JSON text in UTF-8; one that holds U+0000 cannot be sent.
    public mutating func append(json data: Data) { addSized { (arena) throws(EncodingFault) in try arena.append(json: data) } }

    /// Adds a `timestamp with time zone` in microseconds since 1970-01-01 00:00 UTC, as in ``Value/timestamp(_:)``.
    public mutating func append(timestamp microseconds: Int64) {
        addSized { (arena) throws(EncodingFault) in try arena.append(timestamp: microseconds) }
    }

    /// Adds any value.
    public mutating func append(_ value: Value) {
        if case .null = value { return appendNull() }
        addSized { (arena) throws(EncodingFault) in try arena.append(value) }
    }

    /// Begins the next row.
    mutating func begin() { cellCount = 0 }

    /// Drops what was written, and a refusal with it.
    mutating func rewind() {
        arena.rewind()
        refusal = nil
    }

    @inline(__always)
    private mutating func addSized(_ write: (inout ParameterArena) throws(EncodingFault) -> Void) {
        add { (arena) throws(EncodingFault) in try arena.appendSized(write) }
    }

    @inline(__always)
    private mutating func add(_ write: (inout ParameterArena) throws(EncodingFault) -> Void) {
        cellCount += 1
        guard refusal == nil else { return }
        do throws(EncodingFault) {
            try write(&arena)
        } catch {
            refusal = (cellCount - 1, error)
        }
    }
}

extension CopyRow {
    /// Adds an `integer` or NULL.
    public mutating func append(_ number: Int32?) { if let number { append(number) } else { appendNull() } }

    /// Adds a `bigint` or NULL.
    public mutating func append(_ number: Int64?) { if let number { append(number) } else { appendNull() } }

    /// Adds a `text` or NULL.
    public mutating func append(_ text: String?) { if let text { append(text) } else { appendNull() } }

    /// Adds a `bytea` or NULL.
    public mutating func append(_ data: Data?) { if let data { append(data) } else { appendNull() } }

    /// Adds a `timestamp with time zone` or NULL.
    public mutating func append(timestamp microseconds: Int64?) {
        if let microseconds { append(timestamp: microseconds) } else { appendNull() }
    }
}
