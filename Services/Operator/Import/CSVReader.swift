import CommandLine
import Foundation

/// Reads comma-separated rows whose first line names the columns.
///
/// What spreadsheets add is understood: a line `sep=;` before the first, columns without a name at its end, empty cells behind the last column, rows of
/// nothing but empty cells, a byte order mark where files were put together. A row never takes cells of another column.
struct CSVReader {
    /// The columns' names without the blanks around them; those without a name at the end are left out.
    let columns: [String]
    private var scanner: CSVScanner
    /// The line of a first line of other columns met on the way: what stands below it would be read under the wrong names.
    private var foreignHeader: Int?

    /// - Parameter separator: what stands between the fields; `nil` for what a `sep=` line says, else a comma.
    /// - Throws: a `RowFault` when there is no first line, or it names a column twice or leaves one in the middle without a name.
    init(_ text: Data, separator: Character? = nil) throws(RowFault) {
        let directive = SeparatorLine(text)
        if let directive, let separator, separator != directive.separator {
            throw RowFault(
                line: 1, field: "sep=", problem: "names another separator than the mapping",
                expected: "the same in both, or only one of them")
        }
        let byte = (separator ?? directive?.separator ?? ",").asciiValue ?? UInt8(ascii: ",")
        scanner = CSVScanner(directive?.rest ?? text, separator: byte, firstLine: directive == nil ? 1 : 2)
        guard let header = try scanner.next() else {
            throw RowFault(line: 1, field: "", problem: "is empty", expected: "a first line with the names of the columns")
        }
        var names = header.fields.map(\.trimmed)
        while names.last?.isEmpty == true { names.removeLast() }
        try Self.check(names, header.line)
        columns = names
    }

    /// The next row; `nil` at the end. After a fault the next call goes on with the row behind the faulty one.
    mutating func next() throws(RowFault) -> ImportedRow? {
        while let record = try scanner.next() {
            if record.fields.allSatisfy({ $0.trimmed.isEmpty }) { continue }
            try refuseHeader(record)
            return try row(record)
        }
        return nil
    }

    private func row(_ record: CSVScanner.Record) throws(RowFault) -> ImportedRow {
        let cells = record.fields
        guard cells.count >= columns.count else {
            throw RowFault(
                line: record.line, field: "", problem: "has \(CountText.text(cells.count, "cell")), fewer than the first line",
                expected: "\(CountText.text(columns.count, "cell")); an empty one for a value that is not there")
        }
        if let extra = cells.indices.dropFirst(columns.count).first(where: { !cells[$0].trimmed.isEmpty }) {
            throw RowFault(
                line: record.line, field: "column \(extra + 1)", problem: "has a value but no name in the first line",
                expected:
                    "\(CountText.text(columns.count, "cell")), as the first line has; a separator inside a value needs quotes around it")
        }
        return ImportedRow(
            line: record.line, cells: Dictionary(zip(columns, cells.map(SpreadsheetText.unwrapped))) { first, _ in first })
    }

    /// Whether a record is the first line again, or that of another file.
    private mutating func refuseHeader(_ record: CSVScanner.Record) throws(RowFault) {
        var cells = record.fields.map(\.trimmed)
        while cells.last?.isEmpty == true { cells.removeLast() }
        if cells == columns {
            foreignHeader = nil
            throw RowFault(
                line: record.line, field: "",
                problem: (record.hasMark ? "is a byte order mark and the first line again" : "is the first line again")
                    + ", as where files were put together",
                expected: "the names of the columns in the first line only")
        }
        let known = Set(columns + ImportField.allCases.map(\.rawValue))
        if cells.count > 1, cells.allSatisfy(known.contains) {
            foreignHeader = record.line
            throw RowFault(
                line: record.line, field: "", problem: "names other columns than the first line, or in another order",
                expected: "one first line; import files with different columns one by one")
        }
        guard let foreignHeader else { return }
        throw RowFault(
            line: record.line, field: "", problem: "stands below the names of other columns in line \(foreignHeader)",
            expected: "one first line; import files with different columns one by one")
    }

    private static func check(_ names: [String], _ line: Int) throws(RowFault) {
        var first: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            guard !name.isEmpty else {
                throw RowFault(
                    line: line, field: "column \(index + 1)", problem: "has no name, and columns with names follow it",
                    expected: "a name for each column")
            }
            if let earlier = first[name] {
                throw RowFault(
                    line: line, field: "column \(index + 1)", problem: "has the same name as column \(earlier): \"\(name)\"",
                    expected: "a name of its own for each column")
            }
            first[name] = index + 1
        }
    }
}

/// Takes comma-separated text apart into records, as RFC 4180 has it.
///
/// A field may stand in quotes and then hold separators, line ends and doubled quotes; lines end with CRLF, LF or CR; a byte order mark before
/// a line, empty lines and a Ctrl-Z at the very end, which old programs write there, are passed over. `="…"`, as spreadsheets have a text that is not to
/// be a number, is a field in quotes. What the RFC does not allow besides is refused and not guessed at.
struct CSVScanner {
    /// The longest record, in bytes: a quote that is never closed must not swallow a file.
    static let longestRecord = 1 << 20

    /// One record with the line it begins on.
    struct Record: Equatable {
        let line: Int
        let fields: [String]
        /// Whether a byte order mark stands before it.
        var hasMark = false
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line: Int
    private var recordStart = 0
    private var recordLine = 1

    /// - Parameter firstLine: the number of the text's first line in its file.
    init(_ text: Data, separator: UInt8 = UInt8(ascii: ","), firstLine: Int = 1) {
        var bytes = [UInt8](text)
        while bytes.last == Self.endOfFile { bytes.removeLast() }
        self.bytes = bytes
        self.separator = separator
        line = firstLine
    }

    /// The next record; `nil` at the end. After a fault the next call goes on with the line behind the faulty one.
    mutating func next() throws(RowFault) -> Record? {
        while skipLineEnd() {}
        let hasMark = skipMark()
        while skipLineEnd() {}
        guard position < bytes.count else { return nil }
        (recordStart, recordLine) = (position, line)
        var fields: [String] = []
        while true {
            fields.append(try field(number: fields.count + 1))
            if position < bytes.count, bytes[position] == separator {
                position += 1
                continue
            }
            _ = skipLineEnd()
            return Record(line: recordLine, fields: fields, hasMark: hasMark)
        }
    }

    /// Reads one field and stops at the separator or the line's end behind it.
    private mutating func field(number: Int) throws(RowFault) -> String {
        if isFormulaText { position += 1 }
        guard position < bytes.count, bytes[position] == Self.quote else {
            let start = position
            while position < bytes.count, !isFieldEnd(bytes[position]) {
                if bytes[position] == Self.endOfFile {
                    throw refuse(number, "has a Ctrl-Z, the mark of a file's end, with more behind it", "text without it")
                }
                if bytes[position] == Self.quote {
                    throw refuse(number, "has a quote but does not begin with one", "the whole field in quotes, its own quotes doubled")
                }
                position += 1
            }
            return try text(bytes[start..<position], number)
        }
        position += 1
        var content: [UInt8] = []
        while position < bytes.count, position - recordStart <= Self.longestRecord {
            let byte = bytes[position]
            if byte == Self.quote {
                position += 1
                guard position < bytes.count, bytes[position] == Self.quote else { return try endOfQuoted(content, number) }
            } else if isLineEnd(at: position) {
                line += 1
            }
            content.append(byte)
            position += 1
        }
        throw refuse(number, "opens a quote and never closes it", "a closing quote within \(Self.longestRecord) bytes")
    }

    private mutating func endOfQuoted(_ content: [UInt8], _ number: Int) throws(RowFault) -> String {
        guard position == bytes.count || isFieldEnd(bytes[position]) else {
            throw refuse(number, "continues after its closing quote", "a separator or the line's end there; quotes inside doubled")
        }
        return try text(content[...], number)
    }

    private mutating func text(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(RowFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw refuse(number, "is not valid UTF-8", "text in UTF-8") }
        return text
    }

    /// Makes the fault and moves behind the line the record begins on.
    private mutating func refuse(_ number: Int, _ problem: String, _ expected: String) -> RowFault {
        (position, line) = (recordStart, recordLine)
        while position < bytes.count, !skipLineEnd() { position += 1 }
        return RowFault(line: recordLine, field: "column \(number)", problem: problem, expected: expected)
    }

    /// Whether `="` stands here.
    private var isFormulaText: Bool {
        position + 1 < bytes.count && bytes[position] == UInt8(ascii: "=") && bytes[position + 1] == Self.quote
    }

    private mutating func skipMark() -> Bool {
        let start = position
        while bytes[position...].starts(with: Self.mark) { position += Self.mark.count }
        return position > start
    }

    private mutating func skipLineEnd() -> Bool {
        guard position < bytes.count, Self.isLineByte(bytes[position]) else { return false }
        position += bytes[position] == Self.return && position + 1 < bytes.count && bytes[position + 1] == Self.newline ? 2 : 1
        line += 1
        return true
    }

    /// Whether a line ends with this byte; of CR and LF together only the LF counts.
    private func isLineEnd(at index: Int) -> Bool {
        bytes[index] == Self.newline || bytes[index] == Self.return && !(index + 1 < bytes.count && bytes[index + 1] == Self.newline)
    }

    private func isFieldEnd(_ byte: UInt8) -> Bool { byte == separator || Self.isLineByte(byte) }

    private static func isLineByte(_ byte: UInt8) -> Bool { byte == newline || byte == `return` }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Ctrl-Z.
    private static let endOfFile: UInt8 = 0x1A
    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let `return` = UInt8(ascii: "\r")
}

/// The line `sep=;` that Excel takes in front of the first line of a file, and some programs write.
struct SeparatorLine {
    let separator: Character
    /// The text behind the line.
    let rest: Data

    /// `nil` where the text does not begin with such a line.
    init?(_ text: Data) {
        let bytes = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst(3) : text
        let end = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.endIndex
        guard end - bytes.startIndex <= 16, var line = String(validating: bytes[..<end], as: UTF8.self) else { return nil }
        if line.hasPrefix("\""), line.hasSuffix("\""), line.count > 2 { line = String(line.dropFirst().dropLast()) }
        guard line.lowercased().hasPrefix("sep="), line.count == 5, let separator = line.last, separator.isASCII else { return nil }
        self.separator = separator
        var rest = bytes[end...]
        if rest.first == UInt8(ascii: "\r") { rest = rest.dropFirst() }
        if rest.first == UInt8(ascii: "\n") { rest = rest.dropFirst() }
        self.rest = Data(rest)
    }
}
