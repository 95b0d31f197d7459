import Domain
import Foundation
import YAML

/// One policy file: what it says, and the tree it was read from.
struct PolicyFile<Policy: PolicyDocument> {
    let policy: Policy
    let tree: PolicyTree

    /// - Throws: a `PolicyFault` with file and line.
    init(_ type: Policy.Type, named name: String, in directory: URL) throws(PolicyFault) {
        do {
            let root = try YAMLNode.parse(contentsOf: directory.appending(path: name))
            tree = PolicyTree(name: name, root: root)
            policy = try YAMLDecoder().decode(type, from: root)
        } catch {
            throw PolicyFault(
                file: name, line: error.isOfContent ? error.line : nil, path: error.path, problem: error.problem.description, expected: "")
        }
    }
}
