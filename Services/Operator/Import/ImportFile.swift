import Contracts
import Domain
import Foundation

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

    private var rows: Rows
    private let source: String
    private let shift: Duration
    /// The line of the first event of each source and id.
    private var seen: [String: Int] = [:]
    /// How often a line without an id of its own was read.
    private var copies: [String: Int] = [:]

    /// Opens a file's text.
    ///
    /// - Parameters:
    ///   - mapping: `nil` for a file that has the wire's own names.
    ///   - source: the CloudEvents source where there is no mapping.
    ///   - target: the time the mapping's anchor falls on; `nil` leaves times as they are.
    /// - Throws: a `RowFault` when the first line is none, or lacks a column the mapping needs.
    init(_ text: Data, format: Format, mapping: ImportMapping?, source: String, rebasedTo target: Instant?) throws(RowFault) {
        self.source = source
        shift = target.flatMap { mapping?.shift(to: $0) } ?? .zero
        switch (format, mapping) {
        case (.csv, let mapping?):
            let reader = try CSVReader(text, separator: mapping.separatorCharacter)
            try mapping.check(columns: reader.columns)
            rows = .csv(reader, mapping)
        case (.csv, nil):
            let reader = try CSVReader(text)
            try ImportMapping.checkPlain(columns: reader.columns)
            rows = .csv(reader, .plain(source: source))
        case (.jsonl, let mapping?): rows = .mappedLines(JSONLines(text), mapping)
        case (.jsonl, nil): rows = .plainLines(JSONLines(text))
        }
    }

    /// The next event; `nil` at the end. After a fault the next call goes on with the row behind the faulty one.
    mutating func next() throws(RowFault) -> ImportedEvent? {
        guard let event = try read() else { return nil }
        let identity = event.event.source + "\u{1F}" + event.event.id
        if let first = seen[identity] {
            throw RowFault(line: event.line, field: "id", problem: "is that of line \(first)", expected: "an id for each row")
        }
        seen[identity] = event.line
        return event
    }

    private mutating func read() throws(RowFault) -> ImportedEvent? {
        switch rows {
        case .csv(var reader, let mapping):
            defer { rows = .csv(reader, mapping) }
            guard let row = try reader.next() else { return nil }
            return try mapping.event(for: row, shift: shift)
        case .mappedLines(var lines, let mapping):
            defer { rows = .mappedLines(lines, mapping) }
            guard let line = try lines.next() else { return nil }
            return try mapping.event(for: line.row(), shift: shift)
        case .plainLines(var lines):
            defer { rows = .plainLines(lines) }
            guard let line = try lines.next() else { return nil }
            let copy = copies[line.digest, default: 0] + 1
            copies[line.digest] = copy
            return try line.event(source: source, copy: copy)
        }
    }
}
