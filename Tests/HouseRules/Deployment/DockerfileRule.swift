import Contracts

/// What the Dockerfile names must be there.
struct DockerfileRule {
    let tree: SourceTree
    /// The executables of the product.
    var programs = ServiceName.programs

    func violations(in file: SourceFile) -> [Violation] {
        let instructions = Self.instructions(of: file.text)
        let missing = instructions.filter { $0.verb == "COPY" && !$0.words.contains { $0.hasPrefix("--from") } }
            .flatMap { $0.words.dropLast() }
            .filter { !tree.contains($0) }
        let compose = ComposeRule(tree: tree)
        let settings = instructions.filter { $0.verb == "ENV" }.flatMap(\.words).compactMap {
            $0.split(separator: "=").first.map(String.init)
        }
        .filter { !compose.knowsSetting($0) }
        let copied = Set(instructions.flatMap(\.words))
        let forgotten = programs.filter { !copied.contains(".build/release/" + $0) }
        return missing.map { file.violation(line: nil, "copies \($0), which is not in the tree") }
            + settings.map { file.violation(line: nil, "sets \($0), which no setting in Shared or Services is named") }
            + forgotten.map { file.violation(line: nil, "leaves the product \($0) out of the image") }
    }

    /// The instructions with their continued lines joined and their comments dropped.
    static func instructions(of text: String) -> [(verb: String, words: [String])] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
            .replacing("\\\n", with: " ").split(separator: "\n")
            .compactMap { line in
                let words = line.split(separator: " ").map(String.init)
                return words.first.map { ($0, Array(words.dropFirst())) }
            }
    }
}
