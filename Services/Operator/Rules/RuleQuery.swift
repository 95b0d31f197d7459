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

/// A rule as JSON has it.
struct RuleLine: Encodable {
    private let rule: SourceRule

    init(_ rule: SourceRule) {
        self.rule = rule
    }

    private enum Key: String, CodingKey {
        case id, status, document, tags, summary, words, `where`, test, reason
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rule.id, forKey: .id)
        try container.encode(rule.status, forKey: .status)
        try container.encode(rule.document, forKey: .document)
        try container.encode(rule.tags, forKey: .tags)
        try container.encode(rule.summary, forKey: .summary)
        try container.encode(rule.words, forKey: .words)
        try container.encode(rule.places, forKey: .where)
        try container.encode(rule.tests, forKey: .test)
        try container.encode(rule.reason, forKey: .reason)
    }
}

/// Rules as people read them.
struct RuleText {
    let table: RuleTable

    /// One line a rule, and how many there are of each status.
    func list(_ rules: [SourceRule]) -> String {
        guard !rules.isEmpty else { return "no rule matches\n" }
        var lines = TextTable(["rule", "from", "status", "what it asks"])
        for rule in rules { lines.add([rule.id, rule.document, rule.status.rawValue, rule.summary]) }
        let counts = SourceRule.Status.allCases.map { status in "\(rules.count { $0.status == status }) \(status.rawValue)" }
        return lines.shown() + "\(CountText.text(rules.count, "rule")): " + counts.joined(separator: ", ") + "\n"
    }

    /// Each rule with all that is known of it.
    func full(_ rules: [SourceRule]) -> String { rules.map(full).joined(separator: "\n") }

    private func full(_ rule: SourceRule) -> String {
        var lines = TextTable(["", ""])
        lines.add(["words", rule.words.map { "「\($0)」" }.joined(separator: " ")])
        lines.add(["from", "\(rule.document) \(table.documents[rule.document] ?? "")"])
        lines.add(["tags", rule.tags.joined(separator: ", ")])
        for (index, place) in rule.places.enumerated() { lines.add([index == 0 ? "kept in" : "", place]) }
        for (index, test) in rule.tests.enumerated() { lines.add([index == 0 ? "proved by" : "", test]) }
        if let reason = rule.reason { lines.add(["a person's", reason]) }
        let body = lines.shown(indent: 2)
        return "\(rule.id) \(rule.status.rawValue): \(rule.summary)\n" + body
    }
}
