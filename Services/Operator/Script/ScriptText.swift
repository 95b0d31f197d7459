import Domain
import Reporting

/// Writes scripts for people to read while they speak.
struct ScriptText {
    let language: Language

    /// Names and titles, one a line.
    func list(_ scripts: [AgentScript]) -> String {
        let width = scripts.map(\.name.count).max() ?? 0
        return scripts.map { script in
            script.name + String(repeating: " ", count: width - script.name.count + 2) + script.title(in: language) + "\n"
        }.joined()
    }

    func full(_ scripts: [AgentScript]) -> String { scripts.map(full).joined(separator: "\n") }

    /// The title with its rules, the points numbered, and what may be said beneath each.
    func full(_ script: AgentScript) -> String {
        let title = "\(script.title(in: language)) (\(SourceWords.text(script.source)))\n"
        guard !script.items.isEmpty else { return title + "  " + unwritten + "\n" }
        return title
            + script.items.enumerated().map { index, item in
                let words = script.words(item, in: language)
                return "  \(index + 1). \(words.point)\n" + (words.say.map { "     “\($0)”\n" } ?? "")
            }.joined()
    }

    private var unwritten: String {
        language == .chinese ? "尚未制订,请运营方在 scripts.yaml 中补充" : "Not written yet: the operator's to fill in, in scripts.yaml"
    }
}

/// A script as JSON has it, in one language.
struct ScriptDocument: Encodable {
    struct Item: Encodable {
        let point: String
        let say: String?
    }

    let name: String
    let title: String
    let source: String
    /// None where the operator has not written it yet.
    let items: [Item]

    init(_ script: AgentScript, in language: Language) {
        name = script.name
        title = script.title(in: language)
        source = script.source
        items = script.items.map { item in
            let words = script.words(item, in: language)
            return Item(point: words.point, say: words.say)
        }
    }
}
