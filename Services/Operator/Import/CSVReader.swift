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
                line: record.line, field: "", problem: "has \(cells.count) cells, fewer than the first line",
                expected: "\(columns.count) cells; an empty one for a value that is not there")
        }
        if let extra = cells.indices.dropFirst(columns.count).first(where: { !cells[$0].trimmed.isEmpty }) {
            throw RowFault(
                line: record.line, field: "column \(extra + 1)", problem: "has a value but no name in the first line",
                expected: "\(columns.count) cells, as the first line has; a separator inside a value needs quotes around it")
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
