import Domain
import Foundation
import YAML

/// One policy file: what it says, and the tree it was read from, so that a fault found later still has its line.
struct PolicyFile<Policy: Decodable> {
    let name: String
    let policy: Policy
    private let root: YAMLNode

    /// - Throws: a `PolicyFault` with file and line.
    init(_ type: Policy.Type, named name: String, in directory: URL) throws(PolicyFault) {
        self.name = name
        let file = directory.appending(path: name)
        do {
            root = try YAMLNode.parse(contentsOf: file)
            policy = try YAMLDecoder().decode(type, from: root)
        } catch {
            throw PolicyFault(file: name, line: error.line > 0 ? error.line : nil, path: error.path, problem: error.problem.description, expected: "")
        }
    }

    func place(_ faults: [Fault]) -> [PolicyFault] {
        faults.map { fault in
            PolicyFault(
                file: name, line: line(of: fault.field), path: fault.field, problem: fault.problem, expected: fault.expected)
        }
    }

    /// The line of the deepest node on the path that exists.
    private func line(of path: String) -> Int? {
        var node = root
        for step in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }) {
            guard let next = Int(step).flatMap({ node[$0] }) ?? node[String(step)] else { break }
            node = next
        }
        return node.location.line
    }
}
