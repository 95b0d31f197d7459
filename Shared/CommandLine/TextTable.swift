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
    ///
    /// - Parameters:
    ///   - width: the most columns a line may have; cells are wrapped to that. Each row is one line, however long, where it is `nil`.
    ///   - style: what the head is written in.
    public func render(width: Int? = nil, head style: (String) -> String = { $0 }) -> String {
        let hasHead = !titles.allSatisfy(\.isEmpty)
        let all = hasHead ? [titles] + rows : rows
        let natural = titles.indices.map { column in all.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let layout = width.map { TableLayout(cells: all, natural: natural, flexible: flexible, width: $0) }
        let widths = layout?.widths ?? natural
        return all.enumerated().map { index, row in
            let text = lines(row, widths, wraps: layout != nil)
            return hasHead && index == 0 ? text.map { style($0) + "\n" }.joined() : text.map { $0 + "\n" }.joined()
        }.joined()
    }

    /// Whether a column's cells may be wrapped; figures stay whole.
    private var flexible: [Bool] { titles.indices.map { alignment(of: $0) == .left } }

    private func alignment(of column: Int) -> Alignment { alignments.indices.contains(column) ? alignments[column] : .left }

    private func lines(_ row: [String], _ widths: [Int], wraps: Bool) -> [String] {
        let cells = row.indices.map { wraps ? TableLayout.wrapped(row[$0], to: widths[$0]) : [row[$0]] }
        return (0..<max(1, cells.map(\.count).max() ?? 1)).map { number in
            var line = row.indices.map { column in
                let text = number < cells[column].count ? cells[column][number] : ""
                let gap = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(text)))
                return alignment(of: column) == .right ? gap + text : text + gap
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
