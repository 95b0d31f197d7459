import Testing

/// The rules of length, comments and documents bite too.
@Suite struct ShapeRuleTests {
    private func function(lines: Int) -> String {
        "func f(\n    a: Int\n) -> Int {\n" + String(repeating: "    step()\n", count: lines - 4) + "}\n"
    }

    @Test func aFileOfFiveHundredLinesPassesAndOneMoreIsRefused() {
        let limit = SourceFile(path: "Shared/A/A.swift", text: String(repeating: "a\n", count: 500))
        #expect(LengthRule.violations(in: limit).isEmpty)
        let over = SourceFile(path: "Shared/A/A.swift", text: String(repeating: "a\n", count: 501))
        #expect(LengthRule.violations(in: over).count == 1)
    }

    @Test func aFunctionOfSeventyLinesPassesAndOneMoreIsRefused() {
        #expect(LengthRule.violations(in: SourceFile(path: "Shared/A/A.swift", text: function(lines: 70))).isEmpty)
        let over = LengthRule.violations(in: SourceFile(path: "Shared/A/A.swift", text: "\n" + function(lines: 71)))
        #expect(over.map(\.line) == [2])
    }

    @Test func aRequirementHasNoBodyAndACallIsNoDeclaration() {
        let code = "protocol P {\n    func a()\n    func b() -> Int\n}\nlet x = Y.init(1)\nfunc c() { g() }\n"
        #expect(FunctionSpan.all(in: code) == [FunctionSpan(firstLine: 6, lastLine: 6)])
    }

    @Test func mainStaysUnderFortyLines() {
        let main = SourceFile(path: "Services/Intake/Main/main.swift", text: String(repeating: "start()\n", count: 40))
        #expect(LengthRule.violations(in: main).count == 1)
    }

    @Test(arguments: [("Shared/A/A.swift", 14, 1), ("Shared/A/A.swift", 15, 0), ("Services/Intake/Main/main.swift", 4, 0)])
    func aFileOfFifteenLinesPassesAndOneLessIsRefusedUnlessItIsMain(path: String, lines: Int, found: Int) {
        let file = SourceFile(path: path, text: String(repeating: "a\n", count: lines))
        #expect(LengthRule.shortViolations(in: file).count == found)
    }

    @Test func aFaceMayBeShortAndIsNoneOnceItIsNot() throws {
        let face = try #require(LengthRule.faces.min())
        #expect(LengthRule.shortViolations(in: SourceFile(path: face, text: "a\n")).isEmpty)
        #expect(LengthRule.shortViolations(in: SourceFile(path: face, text: String(repeating: "a\n", count: 15))).count == 1)
    }

    @Test func aPublicTypeWithoutAWordIsFound() {
        let text =
            "/// A claim.\n@frozen\npublic struct Claim {}\n\npublic final class Book {}\nstruct Own {\n    public enum Kind {}\n}\n// public struct Old {}\n"
        #expect(CommentRule.documentationViolations(in: SourceFile(path: "Shared/A/A.swift", text: text)).map(\.line) == [5])
    }

    @Test func uncheckedSendableWithoutAParagraphIsFound() {
        let bare = "final class A: @unchecked Sendable {}\n"
        #expect(CommentRule.uncheckedViolations(in: SourceFile(path: "Shared/A/A.swift", text: bare)).map(\.line) == [1])
        let reasoned = "// The handle may be used from any thread,\n// says the manual.\n" + bare
        #expect(CommentRule.uncheckedViolations(in: SourceFile(path: "Shared/A/A.swift", text: reasoned)).isEmpty)
    }

    @Test func aDocumentHasOneTitle() {
        let good = "# Title\n\n```sh\n# a comment\n```\n## Part\n"
        #expect(TextRule.titleViolations(in: SourceFile(path: "A.md", text: good)).isEmpty)
        #expect(TextRule.titleViolations(in: SourceFile(path: "A.md", text: good + "# Second\n")).count == 1)
        #expect(TextRule.titleViolations(in: SourceFile(path: "A.md", text: "no title\n")).count == 1)
    }

    @Test func aLinkThatLeadsNowhereIsFound() throws {
        let text = "[a](../A.md) [b](B.md#part) [c](C.md)\n[d](https://example.org/D.md) [e](./sub)\n"
        let file = SourceFile(path: "Ops/R.md", text: text)
        let tree = SourceTree(files: ["A.md", "Ops/B.md", "Ops/sub/E.md"].map { SourceFile(path: $0, text: "") } + [file])
        #expect(
            try TextRule.linkViolations(in: file, of: tree) == [
                Violation(path: "Ops/R.md", line: 1, message: "links to C.md, which is not in the tree")
            ])
    }

    @Test(arguments: ["work", "home", "Users", "root"])
    func aPathOfOneMachineIsFound(folder: String) throws {
        let file = SourceFile(path: "Ops/demo", text: "cd \"$here\"\ncd /\(folder)/redress\n")
        #expect(try TextRule.machinePathViolations(in: file).map(\.line) == [2])
        let relative = SourceFile(path: "Ops/demo", text: "cd ./\(folder)/redress\n")
        #expect(try TextRule.machinePathViolations(in: relative).isEmpty)
    }

    @Test func onlyContinuousIntegrationKnowsItsNeighbours() {
        let text = "kafka=../" + "shared/kafka\n"
        #expect(TextRule.neighbourViolations(in: SourceFile(path: "Ops/test", text: text)).map(\.line) == [1])
        #expect(TextRule.neighbourViolations(in: SourceFile(path: ".ci/run", text: text)).isEmpty)
    }

    @Test func anUnfinishedMergeIsFound() {
        let mark = String(repeating: "<", count: 7)
        let file = SourceFile(path: "Shared/A/A.swift", text: "let a = 1\n\(mark) HEAD\nlet b = 2 << 3\n")
        #expect(TextRule.mergeViolations(in: file).map(\.line) == [2])
    }

    @Test func aPackageDependencyIsFound() {
        let manifest = SourceFile(
            path: "Package.swift", text: "dependencies: [\n    .package(url: \"https://example.org/x\", from: \"1.0.0\"),\n]\n")
        #expect(TextRule.dependencyViolations(in: manifest).map(\.line) == [2])
    }

    @Test func commentsAndStringsAreNoCode() {
        let text = ##"""
            let a = "x // \(f("y")) z" // tail
            /* one /* two */ still */ let b = #"raw \n "quote" \#(g())"#
            let c = """
                text "inside"
                """
            """##
        let code = CodeView.code(of: text)
        #expect(code.split(separator: "\n").count == text.split(separator: "\n").count)
        #expect(code.contains("f(") && code.contains("g()") && code.contains("let b") && code.contains("let c"))
        for word in ["tail", "still", "raw", "inside", " z\"", "quote"] { #expect(!code.contains(word)) }
    }
}
