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
