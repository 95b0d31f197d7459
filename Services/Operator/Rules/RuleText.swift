import CommandLine
import Policies

/// Rules as people read them.
struct RuleText {
    let table: RuleTable

    /// One line a rule, and how many there are of each status.
    func list(_ rules: [SourceRule]) -> String {
        guard !rules.isEmpty else { return "no rule matches\n" }
        var lines = TextTable(["rule", "from", "status", "what it asks"])
        for rule in rules { lines.add([rule.id, rule.document, rule.status.rawValue, rule.summary]) }
        let counts = SourceRule.Status.allCases.map { status in "\(rules.count { $0.status == status }) \(status.rawValue)" }
        return lines.shown() + "\(rules.count) rules: " + counts.joined(separator: ", ") + "\n"
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
