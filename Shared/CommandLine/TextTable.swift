/// A table in plain text whose columns line up, also with Chinese text in them.
public struct TextTable: Sendable {
    /// Where a cell's text stands in its column.
    public enum Alignment: Sendable { case left, right }

    private let titles: [String]
    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// Begins a table.
    ///
    /// - Parameters:
    ///   - titles: the heads of the columns; all empty for a table without a head.
    ///   - alignments: one for each column; columns beyond the last are aligned left.
    public init(_ titles: [String], alignments: [Alignment] = []) {
        self.titles = titles
        self.alignments = alignments
    }

    /// Adds a row; cells that are missing stay empty, cells beyond the columns are dropped, line breaks become spaces.
    public mutating func add(_ cells: [String]) {
        let padded = cells + Array(repeating: "", count: max(0, titles.count - cells.count))
        rows.append(padded.prefix(titles.count).map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") })
    }

    /// The table's lines, columns two spaces apart, without spaces at the ends of lines.
    public func render() -> String {
        let all = titles.allSatisfy(\.isEmpty) ? rows : [titles] + rows
        let widths = titles.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return all.map { row in
            var line = row.indices.map { column in
                let gap = String(repeating: " ", count: widths[column] - DisplayWidth.of(row[column]))
                let isRight = alignments.indices.contains(column) && alignments[column] == .right
                return isRight ? gap + row[column] : row[column] + gap
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
