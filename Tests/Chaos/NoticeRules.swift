/// The rules of a `notification.yaml`, as text: which occasions they speak of.
package struct NoticeRules {
    private let lines: [Substring]

    package init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The occasions of all rules, such as `dispatched`.
    package var occasions: Set<String> { Set(lines.compactMap { Self.occasion(of: $0) }) }

    /// The file without the rules of occasions that a release before does not know.
    ///
    /// It cannot read what comes of them, so the runbook of the upgrade has them off until no way back is wanted any more.
    package func keeping(_ known: Set<String>) -> String {
        var kept: [Substring] = []
        var isLeftOut = false
        for line in lines {
            if let occasion = Self.occasion(of: line) {
                isLeftOut = !known.contains(occasion)
            } else if !line.hasPrefix("    ") {
                isLeftOut = false
            }
            if !isLeftOut { kept.append(line) }
        }
        return kept.joined(separator: "\n")
    }

    /// What the rule that begins in this line speaks of.
    private static func occasion(of line: Substring) -> String? {
        line.prefixMatch(of: #/  - \{?when: *([a-z-]+)/#).map { String($0.1) }
    }
}
