import CLibPQ
import CSystem

extension PostgresConnection {
    /// Loads rows with a binary `COPY … FROM STDIN`, the fastest way in, and returns how many there were.
    ///
    /// The values must be of the columns' own types: a binary copy converts nothing. Takes effect as a whole or not at all; inside a
    /// transaction it is a part of it. Rows are sent while the sequence is walked, so it may be larger than the memory.
    ///
    /// Throws ``PostgresError/Kind/usage`` naming the row and column of a value that cannot be sent.
    @discardableResult
    public func copyIn(
        into table: String, schema: String? = nil, columns: [String], rows: some Sequence<[Value]>
    ) throws(PostgresError) -> Int {
        var iterator = rows.makeIterator()
        return try copyIn(into: table, schema: schema, columns: columns) { row in
            guard let values = iterator.next() else { return false }
            for value in values { row.append(value) }
            return true
        }
    }

    /// Loads as many rows, each written where it stands.
    @discardableResult
    public func copyIn(
        into table: String, columns: [String], count: Int, _ write: (Int, inout CopyRow) -> Void
    ) throws(PostgresError) -> Int {
        var index = 0
        return try copyIn(into: table, schema: nil, columns: columns) { row in
            guard index < count else { return false }
            write(index, &row)
            index += 1
            return true
        }
    }

    /// - Parameter next: writes the next row, and says `false` where there is none.
    private func copyIn(
        into table: String, schema: String?, columns: [String], _ next: (inout CopyRow) -> Bool
    ) throws(PostgresError) -> Int {
        let handle = try unsafe unsafeHandle()
        try unsafe beginCopy(table, schema, columns, unsafeHandle: handle)
        var refusal: PostgresError?
        do throws(PostgresError) {
            try unsafe sendRows(&copyRow, columns, next, unsafeHandle: handle)
        } catch {
            refusal = error
        }
        let end = unsafe endCopy(givingUp: refusal != nil, unsafeHandle: handle)
        if let failure = refusal ?? end.failure { throw failure }
        return end.affected
    }

    private func beginCopy(
        _ table: String, _ schema: String?, _ columns: [String], unsafeHandle handle: OpaquePointer
    ) throws(PostgresError) {
        var names: [String] = []
        for column in columns { names.append(try quoted(identifier: column)) }
        var target = try quoted(identifier: table)
        if let schema { target = "\(try quoted(identifier: schema)).\(target)" }
        let sql = "COPY \(target) (\(names.joined(separator: ", "))) FROM STDIN (FORMAT binary)"
        guard unsafe PQsendQuery(handle, sql) == 1, let answer = unsafe nextRows(unsafeHandle: handle) else {
            throw unsafe PostgresError(unsafeConnection: handle)
        }
        guard answer.status == PGRES_COPY_IN else {
            unsafe drain(unsafeHandle: handle)
            throw answer.failure()
        }
    }

    /// Sends the header, the rows and the trailer ("COPY", "Binary Format").
    private func sendRows(
        _ row: inout CopyRow, _ columns: [String], _ next: (inout CopyRow) -> Bool, unsafeHandle handle: OpaquePointer
    ) throws(PostgresError) {
        row.rewind()
        defer { row.rewind() }
        try encoding("the header", in: &row) { (arena) throws(EncodingFault) in
            for byte in Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] { try arena.append(byte) }
            try arena.append(Int64(0))
        }
        let width = Int16(columns.count)
        var number = 0
        while true {
            let start = row.arena.count
            try encoding("row \(number)", in: &row) { (arena) throws(EncodingFault) in try arena.append(width) }
            row.begin()
            guard next(&row) else {
                row.arena.truncate(to: start)
                break
            }
            guard row.cellCount == columns.count else {
                throw PostgresError(.usage, "row \(number) has \(row.cellCount) values for \(columns.count) columns")
            }
            if let (cell, fault) = row.refusal {
                throw PostgresError(.usage, "row \(number), column \"\(columns[cell])\" \(fault.explanation)")
            }
            number += 1
            if row.arena.count >= Self.copyChunk { try unsafe sendChunk(of: &row, unsafeHandle: handle) }
        }
        try encoding("the trailer", in: &row) { (arena) throws(EncodingFault) in try arena.append(Int16(-1)) }
        try unsafe sendChunk(of: &row, unsafeHandle: handle)
    }

    /// How many bytes are gathered before they are handed to libpq.
    private static let copyChunk = 64 << 10

    private func encoding(
        _ place: @autoclosure () -> String, in row: inout CopyRow, _ write: (inout ParameterArena) throws(EncodingFault) -> Void
    ) throws(PostgresError) {
        do throws(EncodingFault) {
            try write(&row.arena)
        } catch {
            throw PostgresError(.usage, "\(place()) \(error.explanation)")
        }
    }

    private func sendChunk(of row: inout CopyRow, unsafeHandle handle: OpaquePointer) throws(PostgresError) {
        let start = unsafe row.arena.unsafeStart.assumingMemoryBound(to: CChar.self)
        let count = Int32(row.arena.count)
        var sent = unsafe PQputCopyData(handle, start, count)
        while sent == 0 {
            unsafe awaitWritable(unsafeHandle: handle)
            sent = unsafe PQputCopyData(handle, start, count)
        }
        guard sent == 1 else { throw unsafe PostgresError(unsafeConnection: handle) }
        row.rewind()
        // Without this, libpq would buffer all that the server is too slow to take.
        while unsafe PQflush(handle) == 1 { unsafe awaitWritable(unsafeHandle: handle) }
    }

    private func endCopy(givingUp: Bool, unsafeHandle handle: OpaquePointer) -> (affected: Int, failure: PostgresError?) {
        var sent = unsafe PQputCopyEnd(handle, givingUp ? "the sender gave up" : nil)
        while sent == 0 {
            unsafe awaitWritable(unsafeHandle: handle)
            sent = unsafe PQputCopyEnd(handle, givingUp ? "the sender gave up" : nil)
        }
        guard let answer = unsafe nextRows(unsafeHandle: handle) else {
            desynchronise()
            return unsafe (0, PostgresError(unsafeConnection: handle))
        }
        unsafe drain(unsafeHandle: handle)
        return (answer.affected, answer.status == PGRES_COMMAND_OK ? nil : answer.failure())
    }

    /// Waits until the server takes more, reading what it says meanwhile.
    private func awaitWritable(unsafeHandle handle: OpaquePointer) {
        let events = unsafe awaitSocket(unsafeHandle: handle, alsoForWriting: true)
        if events & POLLIN != 0 { _ = unsafe PQconsumeInput(handle) }
    }

    private func drain(unsafeHandle handle: OpaquePointer) {
        while unsafe nextRows(unsafeHandle: handle) != nil {
            guard unsafe PQstatus(handle) == CONNECTION_OK else { return }
        }
    }
}
