/// Text in a page: what is data never becomes markup.
enum HTMLText {
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// A table whose first column names the rows; the other columns are figures unless named as text.
    static func table(_ caption: String, _ heads: [String], _ rows: [[String]], textColumns: Set<Int> = [0]) -> String {
        let head = heads.enumerated().map { index, text in
            "<th scope=\"col\"\(textColumns.contains(index) ? "" : " class=\"n\"")>\(escaped(text))</th>"
        }.joined()
        let body = rows.map { row in
            "<tr>"
                + row.enumerated().map { index, text in
                    index == 0
                        ? "<th scope=\"row\">\(escaped(text))</th>"
                        : "<td\(textColumns.contains(index) ? "" : " class=\"n\"")>\(escaped(text))</td>"
                }.joined() + "</tr>\n"
        }.joined()
        return
            "<div class=\"scroll\"><table><caption>\(escaped(caption))</caption><thead><tr>\(head)</tr></thead>\n<tbody>\(body)</tbody></table></div>\n"
    }
}
