import Foundation

/// Reads comma-separated rows whose first line names the columns.
struct CSVReader {
    let columns: [String]
    private var scanner: CSVScanner

    /// - Throws: a `RowFault` when there is no first line, or it names a column twice.
    init(_ text: Data, separator: Character = ",") throws(RowFault) {
        scanner = CSVScanner(text, separator: separator.asciiValue ?? UInt8(ascii: ","))
        guard let header = try scanner.next() else {
            throw RowFault(line: 1, field: "", problem: "is empty", expected: "a first line with the names of the columns")
        }
        var seen: Set<String> = []
        for (index, name) in header.fields.enumerated() where !seen.insert(name).inserted {
            throw RowFault(
                line: header.line, field: "column \(index + 1)", problem: "has the name of an earlier one",
                expected: "a name for each column")
        }
        columns = header.fields
    }

    /// The next row; `nil` at the end. After a fault the next call goes on with the row behind the faulty one.
    mutating func next() throws(RowFault) -> ImportedRow? {
        guard let record = try scanner.next() else { return nil }
        guard record.fields.count == columns.count else {
            throw RowFault(
                line: record.line, field: "", problem: "has \(record.fields.count) fields",
                expected: "\(columns.count), as the first line has")
        }
        return ImportedRow(line: record.line, cells: Dictionary(zip(columns, record.fields)) { first, _ in first })
    }
}
