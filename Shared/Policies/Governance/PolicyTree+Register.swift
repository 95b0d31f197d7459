import Domain
import Foundation
import YAML

extension PolicyTree {
    /// Reads a register of the deployment's own and looks for what its types cannot say.
    ///
    /// - Throws: a `PolicyError` with every fault found, each with file and line.
    static func register<Register: Decodable & Sendable>(
        _ file: URL, faults: (Register) -> [Fault]
    ) throws(PolicyError) -> Register {
        let name = file.lastPathComponent
        let tree: PolicyTree
        let register: Register
        do throws(YAMLError) {
            tree = PolicyTree(name: name, root: try YAMLNode.parse(contentsOf: file))
            register = try YAMLDecoder().decode(Register.self, from: tree.root)
        } catch {
            throw PolicyError([
                PolicyFault(
                    file: name, line: error.line > 0 ? error.line : nil, path: error.path, problem: error.problem.description, expected: "")
            ])
        }
        let found = faults(register)
        guard found.isEmpty else { throw PolicyError(found.map(tree.placed)) }
        return register
    }
}
