/// The words of a line as a shell would split it: quotes, comments and variables, and nothing else.
enum ShellWords {
    /// - Parameter variables: what `$NAME` stands for outside single quotes; a name that is not there stays as it is written.
    static func split(_ line: String, variables: [String: String]) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = line[...]
        while let character = rest.popFirst() {
            switch (quote, character) {
            case (.some(let mark), _) where character == mark: quote = nil
            case ("'", _): word = (word ?? "") + String(character)
            case (_, "$"):
                let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
                rest = rest.dropFirst(name.count)
                word = (word ?? "") + (variables[name] ?? "$" + name)
            case (.some, _): word = (word ?? "") + String(character)
            case (nil, "'"), (nil, "\""):
                quote = character
                word = word ?? ""
            case (nil, "#") where word == nil: return words
            case (nil, _) where character.isWhitespace:
                if let finished = word { words.append(finished) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let finished = word { words.append(finished) }
        return words
    }
}
