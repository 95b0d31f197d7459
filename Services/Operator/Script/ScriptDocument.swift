import Domain
import Reporting

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
