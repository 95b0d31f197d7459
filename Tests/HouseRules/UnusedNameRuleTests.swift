import Testing

/// The rule against dead code bites, and leaves alone what is called by other means.
@Suite struct UnusedNameRuleTests {
    private func lines(_ text: String, path: String = "Shared/A/A.swift") -> [Int?] {
        UnusedNameRule.violations(in: [SourceFile(path: path, text: text)]).map(\.line)
    }

    @Test func whatNothingMentionsIsFound() {
        #expect(lines("struct A {\n    var old = 1\n    func use() { A().use() }\n}\n") == [2])
        #expect(lines("enum Unused {}\n") == [1])
        #expect(lines("// used\nfunc used() {}\n") == [2], "a comment is no use")
    }

    @Test func aCaseAndATestAreNone() {
        #expect(lines("enum A { case red }\nlet a = A(rawValue: \"red\")\nprint(a)\n") == [])
        let suite = "@Suite struct ATests {\n    @Test(arguments: [1])\n    func holds(a: Int) { helper() }\n    func helper() {}\n}\n"
        #expect(lines(suite, path: "Tests/A/ATests.swift") == [])
    }

    @Test func aUseInAnotherFileCounts() {
        let files = [
            SourceFile(path: "Shared/A/A.swift", text: "let shared = 1\n"),
            SourceFile(path: "Tests/A/ATests.swift", text: "#expect(shared == 1)\n"),
        ]
        #expect(UnusedNameRule.violations(in: files).isEmpty)
    }
}
