import Domain

/// One rule or law that a figure's source names.
public enum Citation: Hashable, Sendable {
    /// A rule of the source documents, such as `S014`.
    case rule(String)
    /// A law by the name the policies call it, such as `Order 35`.
    case law(String)

    /// What a source names: parts between semicolons and commas that are rules, or that speak of an article or an order.
    public static func all(in source: String) -> [Citation] {
        source.split { $0 == ";" || $0 == "," }.compactMap { part in
            let words = part.split(separator: " ").map(String.init)
            guard let first = words.first else { return nil }
            if isRule(first) { return .rule(first) }
            if let article = words.firstIndex(of: "art."), article > 0 { return .law(name(of: words[..<article])) }
            if let order = words.firstIndex(of: "Order"), order + 1 < words.count, Int(digits: words[order + 1]) != nil {
                return .law(name(of: words[...(order + 1)]))
            }
            return nil
        }
    }

    /// A law's name without the words before a parenthesis that it stands in: `three years (PIPL` is about PIPL.
    private static func name(of words: ArraySlice<String>) -> String {
        let text = words.joined(separator: " ")
        guard let open = text.lastIndex(of: "("), !text[open...].contains(")") else { return text }
        return String(text[text.index(after: open)...])
    }

    /// `S` and three digits.
    static func isRule(_ word: String) -> Bool {
        word.count == 4 && word.first == "S" && Int(digits: word.dropFirst()) != nil
    }
}
