/// One row of a file, its cells by the names of their columns.
struct ImportedRow: Hashable, Sendable {
    /// The line of the file the row begins on, from 1.
    let line: Int
    let cells: [String: String]

    subscript(column: String) -> String? { cells[column] }
}
