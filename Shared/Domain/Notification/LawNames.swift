/// What laws are called where people read them: a figure's source names a law by a short English name, people know its title.
public struct LawNames: Hashable, Sendable {
    /// The title, such as 《电信用户申诉处理办法》, by each name that sources use.
    private let titles: [String: String]

    public init(_ titles: [String: String] = [:]) {
        self.titles = titles
    }

    /// The laws that a source names, with their articles, in words of a language: `《电信用户申诉处理办法》第8条`, `Order 35 art. 8`.
    ///
    /// Numbers of the source's rules, and words about how sure a figure is, are for whoever keeps the policies: they are left out. Empty where
    /// no law is named.
    public func basis(of source: String, in language: Language) -> String {
        source.split(separator: ";").compactMap { law(in: $0.drop { $0 == " " }, language) }
            .joined(separator: language == .chinese ? "、" : "; ")
    }

    private func law(in part: Substring, _ language: Language) -> String? {
        let names = titles.keys.filter { name in
            guard part.hasPrefix(name) else { return false }
            let next = part.dropFirst(name.count).first
            return next == nil || next == " " || next == ","
        }
        guard let name = names.max(by: { $0.count < $1.count }), let title = titles[name] else { return nil }
        let articles = Self.articles(in: part.dropFirst(name.count))
        switch language {
        case .chinese: return title + articles.map { Self.chinese($0) }.joined(separator: "、")
        case .english: return articles.isEmpty ? name : name + " art. " + articles.joined(separator: ", ")
        }
    }

    /// `8` and `10(4)` of ` art. 8, 10(4), as published`.
    private static func articles(in rest: Substring) -> [String] {
        guard rest.hasPrefix(" art. ") else { return [] }
        let items: [Substring] = rest.dropFirst(6).split(separator: ",").map { item in item.drop { $0 == " " } }
        return items.prefix(while: isArticle).map { item in String(item) }
    }

    private static func isArticle(_ item: Substring) -> Bool {
        guard item.first?.isNumber == true else { return false }
        return item.allSatisfy { character in character.isNumber || "()–".contains(character) }
    }

    /// `第10条(4)`.
    private static func chinese(_ article: String) -> String {
        let number = article.prefix { $0 != "(" }
        return "第" + number + "条" + article.dropFirst(number.count)
    }
}
