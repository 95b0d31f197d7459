/// Dead code: a name that is declared in the tree and stands nowhere else in it.
///
/// It sees what no other code mentions by name. Cases are left out, because texts are read into them; so are tests and suites, which their
/// library finds by itself.
enum UnusedNameRule {
    private static let members: Set<Substring> = ["func", "var", "let"]
    /// What protocols of the standard library ask for, and nobody here calls.
    private static let requirements: Set<Substring> = ["unkeyedContainer"]
    private static let types: Set<Substring> = ["struct", "enum", "class", "protocol", "actor", "typealias"]

    static func violations(in tree: SourceTree) -> [Violation] { violations(in: tree.swiftFiles.filter { $0.path != "Package.swift" }) }

    static func violations(in files: [SourceFile]) -> [Violation] {
        var counts: [Substring: Int] = [:]
        var declared: [(file: SourceFile, line: Int, name: Substring)] = []
        for file in files {
            let isTest = file.lies(in: ["Tests"])
            var isOfTheLibrary = false
            for (index, line) in file.codeLines.enumerated() {
                let words = words(of: line)
                for word in words { counts[word, default: 0] += 1 }
                if line.contains("@Test") { isOfTheLibrary = true }
                for (keyword, name) in zip(words, words.dropFirst()) {
                    if members.contains(keyword) {
                        if !(isOfTheLibrary && keyword == "func") { declared.append((file, index + 1, name)) }
                        if keyword == "func" { isOfTheLibrary = false }
                    } else if !isTest, types.contains(keyword) {
                        declared.append((file, index + 1, name))
                    }
                }
            }
        }
        return declared.filter { counts[$0.name] == 1 && !requirements.contains($0.name) }.map { file, line, name in
            file.violation(line: line, "\(name) is declared here and used nowhere: remove it")
        }
    }

    /// The identifiers and keywords of a line of code.
    private static func words(of line: Substring) -> [Substring] {
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    }
}
