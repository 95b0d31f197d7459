import Policies
import YAML

/// The table of the source's rules holds against the tree: every rule is in it once, and what a row names is there and says so.
struct TraceRule {
    static let path = "Ops/rules.yaml"

    let tree: SourceTree

    /// All that is wrong with a table; rules that are missing are told by ``missing(in:)``.
    func violations(in file: SourceFile) throws(YAMLError) -> [Violation] {
        let table = try RuleTable.read(file.text, file: file.path)
        let counts = Dictionary(grouping: table.rules, by: \.id).mapValues(\.count)
        var violations = RuleTable.ids.filter { counts[$0] != 1 }.map { id in
            file.violation(line: nil, "has \(id) \(counts[id] ?? 0) times; every rule of the source stands there once")
        }
        violations += counts.keys.filter { !RuleTable.ids.contains($0) }.sorted().map { id in
            file.violation(line: nil, "has \(id), which the source does not have")
        }
        var tests: [String: ProvingTest] = [:]
        for rule in table.rules {
            let found =
                contents(of: rule, in: table) + rule.places.compactMap(objection(to:)) + proofs(of: rule, &tests)
            violations += found.map { file.violation(line: line(of: rule, in: file), "\(rule.id) \($0)") }
        }
        return violations
    }

    /// The rules that nothing keeps yet.
    func missing(in file: SourceFile) throws(YAMLError) -> [Violation] {
        try RuleTable.read(file.text, file: file.path).rules.filter { $0.status == .missing }.map {
            file.violation(line: line(of: $0, in: file), "\($0.id) is missing: name a test that proves it, or why it is a person's")
        }
    }

    private func contents(of rule: SourceRule, in table: RuleTable) -> [String] {
        var faults: [String] = []
        if table.documents[rule.document] == nil { faults.append("stands in \(rule.document), which is not one of the documents") }
        if rule.summary.isEmpty { faults.append("has no summary") }
        if rule.words.isEmpty || rule.words.contains("") { faults.append("has no words of the source") }
        if let reason = rule.reason, reason.split(separator: " ").count < 4 {
            faults.append("is a person's and does not say why, in a sentence")
        }
        if !rule.tests.isEmpty, rule.reason != nil { faults.append("has a test and is a person's: it is one or the other") }
        if rule.saysMissing, rule.status != .missing { faults.append("says it is missing and is not") }
        if !rule.tests.isEmpty, rule.places.isEmpty { faults.append("has a test and does not say where it is kept") }
        return faults
    }

    /// A place is a file or folder of the tree, and what stands behind its `#` is in that file: a key of a policy, a name elsewhere.
    private func objection(to place: String) -> String? {
        let parts = place.split(separator: "#", maxSplits: 1).map(String.init)
        guard let path = parts.first, tree.contains(path) else { return "names \(place), which is not in the tree" }
        guard parts.count == 2 else {
            return path.hasPrefix("Ops/policies/") && path.hasSuffix(".yaml") ? "names \(place) without the key it means" : nil
        }
        guard let file = tree[path] else { return "names \(place), which is a folder and has no key" }
        guard path.hasSuffix(".yaml") else {
            return file.text.contains(parts[1]) ? nil : "names \(place), and the file does not speak of \(parts[1])"
        }
        do throws(YAMLError) {
            let documents = try YAMLNode.documents(file.text, file: path)
            return documents.contains { KeyPath.exists(parts[1], in: $0) } ? nil : "names \(place), and the file has no such key"
        } catch {
            return "names \(place), which cannot be read: \(error)"
        }
    }

    private func proofs(of rule: SourceRule, _ tests: inout [String: ProvingTest]) -> [String] {
        rule.tests.compactMap { test in
            let parts = test.split(separator: "#", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return "names the test \(test) without its function" }
            guard parts[0].hasPrefix("Tests/"), parts[0].hasSuffix(".swift"), let file = tree[parts[0]] else {
                return "names the test \(test), whose file is not in the tree"
            }
            let proving = tests[parts[0]] ?? ProvingTest(file)
            tests[parts[0]] = proving
            return proving.objection(to: parts[1], proving: rule.id).map { "names a test of \(parts[0]), which \($0)" }
        }
    }

    private func line(of rule: SourceRule, in file: SourceFile) -> Int? {
        file.textLines.firstIndex { $0.hasSuffix("id: " + rule.id) }.map { $0 + 1 }
    }
}
