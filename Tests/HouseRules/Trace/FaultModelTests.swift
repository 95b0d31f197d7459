import Testing

/// What the fault model names as its proof is there.
@Suite struct FaultModelTests {
    private let tree: SourceTree
    /// The cells of the table: what fails, what is promised, the faults of `Ops/chaos`, the tests.
    private let rows: [[Substring]]

    init() throws {
        tree = try SourceTree.here.get()
        let file = try #require(tree["Ops/decisions/0014-fault-model.md"])
        rows = file.text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { $0.split(separator: "|") }
    }

    private static func names(in cell: Substring) -> [Substring] { cell.matches(of: #/`([\w-]+)`/#).map(\.output.1) }

    @Test func eachTestItNamesIsATest() {
        let tests = tree.files.filter { $0.isSwift && $0.lies(in: ["Tests"]) }.map(\.text).joined()
        let names = rows.flatMap { Self.names(in: $0[3]) }
        #expect(names.count > 10)
        for name in names { #expect(tests.contains("func \(name)("), "\(name) is not a test") }
    }

    @Test func eachFaultItNamesIsOneOfChaosAndEachOfChaosIsInIt() throws {
        let kinds = try #require(tree["Tests/Chaos/FaultKind.swift"]).text.matches(of: #/case \w+ = "([\w-]+)"/#).map(\.output.1)
        #expect(Set(rows.flatMap { Self.names(in: $0[2]) }) == Set(kinds))
    }

    @Test func eachLineHasAProof() {
        for row in rows { #expect(!Self.names(in: row[2] + row[3]).isEmpty, "\(row[0])") }
    }
}
