import Testing

/// The rules of the house, held against the tree as it lies here. Each failure names file, line and what to write instead.
@Suite struct HouseRuleTests {
    let tree: SourceTree

    init() throws {
        tree = try SourceTree.here.get()
    }

    private func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
        for violation in violations {
            Issue.record(Comment(rawValue: violation.description), sourceLocation: sourceLocation)
        }
    }

    @Test func theTreeIsFound() {
        #expect(tree["Package.swift"] != nil)
        #expect(tree["Shared/Domain/Common/Instant.swift"] != nil)
        #expect(tree.sources.count > 50)
    }

    @Test func arrowsPointDownOnly() throws {
        expectNone(try tree.sources.flatMap(LayerRule.violations(in:)))
    }

    @Test func nothingBannedIsWritten() throws {
        for ban in Ban.all {
            expectNone(try tree.swiftFiles.flatMap(ban.violations(in:)))
            expectNone(try ban.staleExemptions(in: tree))
        }
    }

    @Test func filesAndFunctionsAreShort() {
        expectNone(tree.swiftFiles.filter { $0.path != "Package.swift" }.flatMap(LengthRule.violations(in:)))
    }

    @Test func everyFileHoldsAConcept() {
        expectNone(tree.swiftFiles.flatMap(LengthRule.shortViolations(in:)))
        for face in LengthRule.faces { #expect(tree[face] != nil, "\(face) is a face of LengthRule and is not there") }
    }

    @Test func everyNameIsUsed() {
        expectNone(UnusedNameRule.violations(in: tree))
    }

    @Test func aSwitchOverAnEnumOfOursNamesItsCases() throws {
        let rule = try DefaultRule(sources: tree.sources)
        expectNone(try tree.sources.flatMap(rule.violations(in:)))
    }

    @Test func publicTypesSayWhatTheyAre() {
        expectNone(tree.sources.flatMap(CommentRule.documentationViolations(in:)))
    }

    @Test func uncheckedSendableIsJustified() {
        expectNone(tree.swiftFiles.flatMap(CommentRule.uncheckedViolations(in:)))
    }

    @Test func everyDocumentHasOneTitle() {
        expectNone(tree.documents.flatMap(TextRule.titleViolations(in:)))
    }

    @Test func everyLinkOfADocumentLeadsSomewhere() throws {
        expectNone(try tree.documents.flatMap { try TextRule.linkViolations(in: $0, of: tree) })
    }

    @Test func noFileNamesAPathOfOneMachine() throws {
        expectNone(try tree.files.flatMap(TextRule.machinePathViolations(in:)))
        expectNone(tree.files.flatMap(TextRule.neighbourViolations(in:)))
    }

    @Test func everyMergeIsFinished() {
        expectNone(tree.files.flatMap(TextRule.mergeViolations(in:)))
    }

    @Test func thePackageDependsOnNoOtherPackage() throws {
        expectNone(TextRule.dependencyViolations(in: try #require(tree["Package.swift"])))
    }
}
