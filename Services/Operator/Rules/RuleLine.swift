import Policies

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
