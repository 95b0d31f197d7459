import Contracts
import Domain
import Foundation
import TextDecoding

/// The events of a file, row by row.
struct ImportFile {
    /// How a file is written.
    enum Format: String, CaseIterable, Sendable {
        case csv
        case jsonl

        /// By the file's name: `.jsonl`, `.ndjson` or `.json`, else comma-separated.
        init(of file: URL) {
            self = ["jsonl", "ndjson", "json"].contains(file.pathExtension.lowercased()) ? .jsonl : .csv
        }
    }

    private enum Rows {
        case csv(CSVReader, ImportMapping)
        case mappedLines(JSONLines, ImportMapping)
        /// Lines that are wire data or whole events already.
        case plainLines(JSONLines)
    }

    /// The first event of an identity.
    private struct First {
        let line: Int
        /// Of the event's id, type and data.
        let fingerprint: Int
    }

    private var rows: Rows
    private let source: String
    private let identity: ImportIdentity
    private let shift: Duration
    /// By source and what tells rows apart.
    private var seen: [String: First] = [:]

    /// Opens a file's bytes.
    ///
    /// - Parameters:
    ///   - mapping: `nil` for a file that has the wire's own names.
    ///   - encoding: how the file is written, where a person has said so; it wins over the mapping.
    ///   - source: the CloudEvents source where there is no mapping.
    ///   - target: the time the mapping's anchor falls on; `nil` leaves times as they are.
    /// - Throws: a `RowFault` when the file is not in its encoding, the first line is none, or lacks a column the mapping needs.
    init(
        _ bytes: Data, format: Format, mapping: ImportMapping?, encoding: TextEncoding? = nil, source: String, rebasedTo target: Instant?
    ) throws(RowFault) {
        self.source = source
        identity = ImportIdentity(file: bytes)
        shift = target.flatMap { mapping?.shift(to: $0) } ?? .zero
        let separator: Character? = format == .csv ? mapping?.separatorCharacter ?? "," : nil
        let text = try ImportText(bytes, encoding: encoding ?? mapping?.textEncoding, separator: separator).utf8
        switch (format, mapping) {
        case (.csv, let mapping?):
            let reader = try CSVReader(text, separator: mapping.separatorCharacter)
            try mapping.check(columns: reader.columns)
            rows = .csv(reader, mapping)
        case (.csv, nil):
            let reader = try CSVReader(text)
            try ImportMapping.checkPlain(columns: reader.columns)
            rows = .csv(reader, .plain(source: source))
        case (.jsonl, let mapping?): rows = .mappedLines(try JSONLines(text), mapping)
        case (.jsonl, nil): rows = .plainLines(try JSONLines(text))
        }
    }

    /// The next event; `nil` at the end. After a fault the next call goes on with the row behind the faulty one.
    ///
    /// A row that says the same as one before is refused, and so is one that says something else under the same id: both by line, in every format.
    mutating func next() throws(RowFault) -> ImportedEvent? {
        guard let event = try read() else { return nil }
        let key = event.event.source + "\u{1F}" + (event.rowID ?? event.event.id)
        var hasher = Hasher()
        hasher.combine(event.event.id)
        hasher.combine(event.event.type)
        hasher.combine(event.event.data)
        let fingerprint = hasher.finalize()
        if let first = seen[key] {
            if first.fingerprint == fingerprint {
                throw RowFault(
                    line: event.line, field: "", problem: "says the same as line \(first.line)",
                    expected: "each row once; an id or a time of its own for what happened twice")
            }
            throw RowFault(line: event.line, field: "id", problem: "is that of line \(first.line)", expected: "an id for each row")
        }
        seen[key] = First(line: event.line, fingerprint: fingerprint)
        return event
    }

    private mutating func read() throws(RowFault) -> ImportedEvent? {
        switch rows {
        case .csv(var reader, let mapping):
            defer { rows = .csv(reader, mapping) }
            guard let row = try reader.next() else { return nil }
            return try mapping.event(for: row, shift: shift, in: identity)
        case .mappedLines(var lines, let mapping):
            defer { rows = .mappedLines(lines, mapping) }
            guard let line = try lines.next() else { return nil }
            return try mapping.event(for: line.row(), shift: shift, in: identity)
        case .plainLines(var lines):
            defer { rows = .plainLines(lines) }
            guard let line = try lines.next() else { return nil }
            return try line.event(source: source, in: identity)
        }
    }
}

/// One row of a file, its cells by the names of their columns.
struct ImportedRow: Hashable, Sendable {
    /// The line of the file the row begins on, from 1.
    let line: Int
    let cells: [String: String]

    /// The cell of a column; blanks around the column's name do not count.
    subscript(column: String) -> String? { cells[column] ?? cells[column.trimmed] }

    /// The row with the cells emptied that hold nothing but one of these words, whatever its case.
    func without(_ words: Set<String>) -> ImportedRow {
        words.isEmpty ? self : ImportedRow(line: line, cells: cells.mapValues { words.contains($0.trimmed.lowercased()) ? "" : $0 })
    }
}
