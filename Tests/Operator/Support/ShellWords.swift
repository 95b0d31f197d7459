/// The words of a line as a shell would split it: quotes, comments, variables, and where one command ends; nothing else.
enum ShellWords {
    /// - Parameter variables: what `$NAME` stands for outside single quotes; a name that is not there stays as it is written.
    static func split(_ line: String, variables: [String: String] = [:]) -> [String] {
        commands(line, variables: variables).first ?? []
    }

    /// The commands of a line that stand beside each other: `&&`, `|`, `;` and parentheses part them, and where they write to is left out.
    static func commands(_ line: String, variables: [String: String] = [:]) -> [[String]] {
        var commands: [[String]] = [[]]
        var word: String?
        var quote: Character?
        var rest = line[...]
        func finish() {
            if let finished = word { commands[commands.count - 1].append(finished) }
            word = nil
        }
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
            case (nil, "#") where word == nil: rest = ""
            case (nil, "&"), (nil, "|"), (nil, ";"), (nil, "("), (nil, ")"):
                finish()
                commands.append([])
            case (nil, _) where character.isWhitespace: finish()
            default: word = (word ?? "") + String(character)
            }
        }
        finish()
        return commands.map(withoutRedirections).filter { !$0.isEmpty }
    }

    private static func withoutRedirections(_ words: [String]) -> [String] {
        var kept: [String] = []
        var skips = false
        for word in words {
            if skips {
                skips = false
            } else if word.hasPrefix(">") || word.hasPrefix("<") || word.hasPrefix("2>") {
                skips = word.allSatisfy { "<>2".contains($0) }
            } else {
                kept.append(word)
            }
        }
        return kept
    }
}
