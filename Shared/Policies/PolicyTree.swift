import Domain
import YAML

/// The tree a policy file was read from, so that a fault found later still has its line.
struct PolicyTree {
    /// The file's name, such as `clocks.yaml`.
    let name: String
    let root: YAMLNode

    /// A fault with this file's name and the line of the deepest node on its path.
    func placed(_ fault: Fault) -> PolicyFault {
        PolicyFault(
            file: name, line: nodes(along: fault.field).last?.location.line, path: fault.field, problem: fault.problem,
            expected: fault.expected)
    }

    /// How many steps of a path this file has.
    func depth(of path: String) -> Int { nodes(along: path).count - 1 }

    /// The root and every node on a path such as `clocks[2].allowance`, as far as they exist.
    private func nodes(along path: String) -> [YAMLNode] {
        var nodes = [root]
        var node = root
        for step in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }) {
            guard let next = Int(digits: step).flatMap({ node[$0] }) ?? node[String(step)] else { break }
            nodes.append(next)
            node = next
        }
        return nodes
    }
}
