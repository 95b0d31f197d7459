import Foundation

/// A table of a document: its heading cells, and its rows with the lines they stand at.
struct MarkdownTable {
    let heading: [String]
    let rows: [(line: Int, cells: [String])]

    /// Every table of a document, code fences left out.
    static func all(in file: SourceFile) -> [MarkdownTable] {
        blocks(of: file).filter(\.isTable).map { block in
            MarkdownTable(
                heading: cells(of: block.lines[0]),
                rows: block.lines.dropFirst(2).enumerated().map { (block.first + 2 + $0.offset, cells(of: $0.element)) })
        }
    }

    /// The one table whose heading begins with that cell.
    static func named(_ first: String, in file: SourceFile) -> MarkdownTable? { all(in: file).first { $0.heading.first == first } }

    /// Rows that belong to no table: a blank line has cut them off from their heading.
    static func strayViolations(in file: SourceFile) -> [Violation] {
        blocks(of: file).filter { !$0.isTable }
            .map { file.violation(line: $0.first, "begins a table without a heading and a rule: join it to the table it belongs to") }
    }

    /// What stands between backticks in a cell.
    static func codes(in cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    private struct Block {
        let first: Int
        var lines: [Substring]

        var isTable: Bool { lines.count > 1 && lines[1].allSatisfy { "|-: ".contains($0) } }
    }

    private static func blocks(of file: SourceFile) -> [Block] {
        var blocks: [Block] = []
        var (isFenced, wasRow) = (false, false)
        for (index, line) in file.textLines.enumerated() {
            if line.hasPrefix("```") { isFenced.toggle() }
            let isRow = !isFenced && line.hasPrefix("|")
            if isRow, wasRow {
                blocks[blocks.count - 1].lines.append(line)
            } else if isRow {
                blocks.append(Block(first: index + 1, lines: [line]))
            }
            wasRow = isRow
        }
        return blocks
    }

    private static func cells(of line: Substring) -> [String] {
        var cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        if cells.last.map({ $0.allSatisfy { $0 == " " } }) == true { cells.removeLast() }
        return cells.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
