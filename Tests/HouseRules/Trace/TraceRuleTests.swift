import Testing
import YAML

/// The rule about the rules bites: each fault of a table is found, and a good table passes.
@Suite struct TraceRuleTests {
    private static let proof = #"""
        struct WindowTests {
            @Test func aRepeatIsSeen() {
                #expect(days == 30, "S001: archived on 1 May (by hand), complained again on 31 May")
                check(days)
            }

            private func check(_ days: Int) {
                #expect(days > 0, "S003: \(days) days")
            }

            @Test(arguments: ["S002", "S004"])
            func eachConditionHolds(rule: String) {
                #expect(holds(rule), "\(rule): holds")
            }

            @Test func aCommentIsNoProof() {
                // S001: nobody asserts this.
                let text = "S001"
                #expect(text.isEmpty)
            }

            func helper() { #expect(true, "S001: not a test") }
        }
        """#

    private static let tree = SourceTree(files: [
        SourceFile(path: "Tests/Domain/WindowTests.swift", text: proof),
        SourceFile(path: "Shared/Domain/Desk.swift", text: "let window = 30\n"),
        SourceFile(
            path: "Ops/policies/china/intake.yaml",
            text: "repeatWindow: {value: 30d}\nclocks:\n  - {name: answer, allowance: {value: 15}}\n"),
    ])

    /// A table of all rules, each proved by the same test, with one row replaced.
    private func table(_ row: String, id: String = "S001") -> SourceFile {
        let others = (1...206).map { number in "S" + String(String(1000 + number).dropFirst()) }.filter { $0 != id }.map {
            "  - {id: \($0), document: D1, tags: [RULE], summary: s, words: [w], status: missing}"
        }
        let rows = ["documents: {D1: t}", "rules:"] + others + (row.isEmpty ? [] : ["  - {\(row)}"])
        return SourceFile(path: TraceRule.path, text: rows.joined(separator: "\n") + "\n")
    }

    private func messages(_ row: String, id: String = "S001") throws -> [String] {
        try TraceRule(tree: Self.tree).violations(in: table(row, id: id)).map(\.message)
    }

    private func proved(_ id: String = "S001", by test: String, at place: String = "Shared/Domain/Desk.swift") -> String {
        "id: \(id), document: D1, tags: [RULE], summary: s, words: [w], where: [\"\(place)\"], test: [\"Tests/Domain/WindowTests.swift#\(test)\"]"
    }

    @Test(arguments: [("S001", "aRepeatIsSeen"), ("S003", "aRepeatIsSeen"), ("S002", "eachConditionHolds"), ("S004", "eachConditionHolds")])
    func anAssertionThatNamesTheRuleProvesIt(id: String, test: String) throws {
        #expect(try messages(proved(id, by: test), id: id) == [])
    }

    @Test(arguments: [
        ("aRepeatIsHeard", "has no function aRepeatIsHeard"), ("aCommentIsNoProof", "no #expect or #require names S001"),
        ("helper", "which is no @Test"), ("eachConditionHolds", "no #expect or #require names S001"),
    ])
    func aTestThatDoesNotNameTheRuleIsNoProof(test: String, fault: String) throws {
        let found = try messages(proved(by: test))
        #expect(found.count == 1)
        #expect(found.first?.contains(fault) == true, "\(found)")
    }

    @Test func aTestOfAFileThatIsNotThereIsNoProof() throws {
        let row = proved(by: "aRepeatIsSeen").replacing("WindowTests.swift", with: "DoorTests.swift")
        #expect(try messages(row).first?.contains("file is not in the tree") == true)
    }

    @Test(arguments: [
        "Ops/policies/china/intake.yaml#repeatWindow", "Ops/policies/china/intake.yaml#clocks.answer.allowance",
        "Ops/policies/china/intake.yaml#answer", "Shared/Domain/Desk.swift#window", "Shared/Domain",
    ])
    func aPlaceThatExistsPasses(place: String) throws {
        #expect(try messages(proved(by: "aRepeatIsSeen", at: place)) == [])
    }

    @Test(arguments: [
        ("Ops/policies/china/intake.yaml#repeatDoor", "no such key"), ("Ops/policies/china/intake.yaml", "without the key"),
        ("Shared/Domain/Door.swift", "not in the tree"), ("Shared/Domain/Desk.swift#door", "does not speak of door"),
        ("Ops/policies/china/intake.yaml#clocks.answer.pause", "no such key"),
    ])
    func aPlaceThatDoesNotExistIsFound(place: String, fault: String) throws {
        #expect(try messages(proved(by: "aRepeatIsSeen", at: place)).first?.contains(fault) == true)
    }

    @Test func everyRuleStandsThereOnce() throws {
        #expect(try messages("").contains { $0.contains("has S001 0 times") })
        #expect(try messages(proved("S002", by: "eachConditionHolds")).contains { $0.contains("has S002 2 times") })
        #expect(try messages(proved("S207", by: "aRepeatIsSeen")).contains { $0.contains("has S207, which the source does not have") })
    }

    @Test func aPersonsRuleSaysWhy() throws {
        let row = "id: S001, document: D1, tags: [RULE], summary: s, words: [w], person: "
        #expect(try messages(row + "only a person can be polite") == [])
        #expect(try messages(row + "manners").first?.contains("does not say why") == true)
        #expect(try messages(row + "\"\"").first?.contains("does not say why") == true)
    }

    @Test func aRowThatContradictsItselfIsFound() throws {
        #expect(
            try messages(proved(by: "aRepeatIsSeen") + ", person: only a person can be polite").first?.contains("one or the other") == true)
        #expect(try messages(proved(by: "aRepeatIsSeen") + ", status: missing").first?.contains("says it is missing") == true)
        let nowhere = proved(by: "aRepeatIsSeen").replacing("where: [\"Shared/Domain/Desk.swift\"], ", with: "")
        #expect(try messages(nowhere).first?.contains("does not say where") == true)
        #expect(try messages(proved(by: "aRepeatIsSeen").replacing("words: [w]", with: "words: []")).first?.contains("no words") == true)
        #expect(throws: YAMLError.self) { try messages(proved(by: "aRepeatIsSeen") + ", tset: []") }
    }

    @Test func whatNothingKeepsIsMissing() throws {
        let rule = TraceRule(tree: Self.tree)
        #expect(try rule.missing(in: table(proved(by: "aRepeatIsSeen"))).count == 205)
        #expect(try rule.missing(in: table("id: S001, document: D1, tags: [RULE], summary: s, words: [w]")).count == 206)
    }
}
