import CommandLine

/// Horizontal bars as inline SVG, each with its label and its figure in text, so that nothing is said by colour or length alone.
struct BarChart {
    struct Bar {
        let label: String
        let value: Int64
        /// As it is shown.
        let text: String
        /// Which of the page's three colours; 0 is the period itself.
        let tone: Int
    }

    private static let (width, rowHeight, labelWidth, valueWidth) = (640, 26, 190, 90)

    let title: String
    let bars: [Bar]

    var svg: String {
        let longest = max(bars.map(\.value).max() ?? 0, 1)
        let room = Self.width - Self.labelWidth - Self.valueWidth
        let height = bars.count * Self.rowHeight + 8
        let rows = bars.enumerated().map { index, bar in
            let top = index * Self.rowHeight + 4
            let length = max(Int((Double(bar.value) / Double(longest) * Double(room)).rounded()), bar.value > 0 ? 2 : 0)
            return """
                <text x="\(Self.labelWidth - 8)" y="\(top + 16)" text-anchor="end">\(HTMLText.escaped(Self.shortened(bar.label)))</text>\
                <rect class="t\(bar.tone)" x="\(Self.labelWidth)" y="\(top + 3)" width="\(length)" height="\(Self.rowHeight - 9)" rx="2"/>\
                <text class="v" x="\(Self.labelWidth + length + 6)" y="\(top + 16)">\(HTMLText.escaped(bar.text))</text>

                """
        }.joined()
        let told = HTMLText.escaped(title)
        return """
            <svg viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(told)"><title>\(told)</title>
            \(rows)</svg>

            """
    }

    /// Cut to what the label's column holds: a Chinese character takes two places.
    static func shortened(_ label: String) -> String {
        guard DisplayWidth.of(label) > 24 else { return label }
        var short = ""
        for character in label {
            if DisplayWidth.of(short) + DisplayWidth.of(String(character)) > 22 { break }
            short.append(character)
        }
        return short + "…"
    }
}
