/// How wide a table's columns are where its lines have to fit.
struct TableLayout {
    /// What a column is never made narrower than, if it is as wide at all.
    private static let narrowest = 8
    private static let gap = 2

    let widths: [Int]

    /// Takes from the widest columns first, at first no more than leaves each word whole, then more: a word that is cut can still be read, and
    /// a line that the terminal breaks cannot.
    ///
    /// - Parameters:
    ///   - natural: how wide each column is if nothing is wrapped.
    ///   - flexible: whether a column may be wrapped.
    ///   - width: the most columns a line may have; a table that cannot be made to fit is made as narrow as it goes.
    init(cells: [[String]], natural: [Int], flexible: [Bool], width: Int) {
        var widths = natural
        let room = width - Self.gap * max(0, natural.count - 1)
        let words = natural.indices.map { column in
            flexible[column] ? cells.map { Self.longestPiece(of: $0[column]) }.max() ?? 0 : natural[column]
        }
        Self.shrink(&widths, to: room, floor: words)
        let floors = natural.indices.map { flexible[$0] ? min(Self.narrowest, natural[$0]) : natural[$0] }
        Self.shrink(&widths, to: room, floor: floors)
        self.widths = widths
    }

    private static func shrink(_ widths: inout [Int], to room: Int, floor: [Int]) {
        while widths.reduce(0, +) > room {
            guard let widest = widths.indices.filter({ widths[$0] > floor[$0] }).max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }

    private static func longestPiece(of text: String) -> Int {
        TextWrap.lines(text, width: 1).map(DisplayWidth.of).max() ?? 0
    }

    /// A cell's lines; a word longer than the column is cut where the column ends.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        guard DisplayWidth.of(text) > width, width > 0 else { return [text] }
        return TextWrap.lines(text, width: width).flatMap { cut($0, to: width) }
    }

    private static func cut(_ line: String, to width: Int) -> [String] {
        var pieces: [String] = []
        var (piece, used) = ("", 0)
        for character in line {
            let needed = DisplayWidth.of(character)
            if used + needed > width, !piece.isEmpty {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(character)
            used += needed
        }
        return pieces + [piece]
    }
}
