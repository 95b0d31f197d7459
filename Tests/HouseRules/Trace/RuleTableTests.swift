import Testing

/// Every rule of the source documents is in the table, and the table speaks true.
@Suite struct RuleTableTests {
    let tree: SourceTree
    let file: SourceFile

    init() throws {
        tree = try SourceTree.here.get()
        file = try #require(tree[TraceRule.path])
    }

    @Test func theTableOfTheSourcesRulesHoldsAgainstTheTree() throws {
        for violation in try TraceRule(tree: tree).violations(in: file) {
            Issue.record(Comment(rawValue: violation.description))
        }
    }

    @Test func noRuleOfTheSourceIsMissing() throws {
        for violation in try TraceRule(tree: tree).missing(in: file) {
            Issue.record(Comment(rawValue: violation.description))
        }
    }
}
