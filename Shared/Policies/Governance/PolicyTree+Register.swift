import Domain
import Foundation
import YAML

extension PolicyTree {
    /// Reads a register of the deployment's own and looks for what its types cannot say.
    ///
    /// - Parameter what: whose register it is, in the plural.
    /// - Throws: a `PolicyError` with every fault found, each with file and line.
    static func register<Register: Decodable & Sendable>(
        _ file: URL, of what: String, faults: (Register) -> [Fault]
    ) throws(PolicyError) -> Register {
        let name = file.lastPathComponent
        let subject = "the register of \(what) \(file.relativePath)"
        let tree: PolicyTree
        let register: Register
        do throws(YAMLError) {
            tree = PolicyTree(name: name, root: try YAMLNode.parse(contentsOf: file))
            if tree.root.isNull {
                throw YAMLError(.invalidValue("the file is empty; expected \"\(what):\" with a list"), at: tree.root.location)
            }
            register = try YAMLDecoder().decode(Register.self, from: tree.root)
        } catch {
            let fault = PolicyFault(
                file: name, line: error.isOfContent ? error.line : nil, path: error.path, problem: error.problem.description, expected: "")
            throw PolicyError([fault], in: subject)
        }
        let found = faults(register)
        guard found.isEmpty else { throw PolicyError(found.map(tree.placed), in: subject) }
        return register
    }
}
