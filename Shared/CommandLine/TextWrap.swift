/// Breaks texts into lines that fit.
public enum TextWrap {
    /// Lines of at most `width` columns; breaks at spaces and between wide characters. A word longer than that
    /// stays whole, so that a path or a name can still be copied.
    public static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            for (index, piece) in pieces(word).enumerated() {
                let gap = index == 0 && !line.isEmpty ? 1 : 0
                let needed = DisplayWidth.of(piece)
                if used + gap + needed > width, !line.isEmpty {
                    lines.append(line)
                    (line, used) = ("", 0)
                } else if gap == 1 {
                    line += " "
                    used += 1
                }
                line += piece
                used += needed
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// A word as pieces that may not be broken: Chinese text has no spaces and breaks between any two characters.
    private static func pieces(_ word: Substring) -> [String] {
        word.reduce(into: []) { pieces, character in
            let closes = "，。；：、！？）」』”’,.;:)]}".contains(character)
            let isWide = DisplayWidth.of(character) == 2
            let afterWide = pieces.last?.last.map { DisplayWidth.of($0) == 2 } ?? true
            if !pieces.isEmpty, closes || !(isWide || afterWide) {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
        }
    }
}
