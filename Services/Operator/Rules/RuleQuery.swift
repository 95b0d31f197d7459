import CommandLine
import Policies

/// Which rules somebody asks for: all that is given must hold.
struct RuleQuery {
    /// In capitals; empty for any.
    var ids: [String] = []
    var statuses: Set<String> = []
    var documents: Set<String> = []
    var tags: Set<String> = []
    var text: String?

    init() {}

    init(_ arguments: Arguments) {
        ids = arguments.operands("ID").map { $0.uppercased() }
        statuses = Set(arguments.strings("status"))
        if arguments.flag("missing") { statuses = [SourceRule.Status.missing.rawValue] }
        documents = Set(arguments.strings("document").map { $0.uppercased() })
        tags = Set(arguments.strings("tag").map { $0.uppercased() })
        text = arguments.string("find")
    }

    func matches(_ rule: SourceRule) -> Bool {
        (ids.isEmpty || ids.contains(rule.id)) && (statuses.isEmpty || statuses.contains(rule.status.rawValue))
            && (documents.isEmpty || documents.contains(rule.document)) && (tags.isEmpty || !tags.isDisjoint(with: rule.tags))
            && (text.map { text in ([rule.summary] + rule.words + rule.places).contains { $0.contains(text) } } ?? true)
    }
}
