import YAML

/// A key behind the `#` of a place in a YAML file: `repeatWindow`, `clocks.answer.allowance`, `templates.answer`, `answer`.
enum KeyPath {
    /// What an element of a sequence may be called by.
    private static let names = ["name", "code", "id", "ground", "event", "on", "step", "level", "law", "role", "command"]

    /// Whether the tree has the key: step by step from the root or from any node below it, so that `firstContact` is what channels have.
    static func exists(_ path: String, in root: YAMLNode) -> Bool {
        let steps = path.split { $0 == "." || $0 == "[" || $0 == "]" }.map(String.init)
        guard !steps.isEmpty else { return false }
        return isBelow(root, steps[...])
    }

    private static func isBelow(_ node: YAMLNode, _ steps: ArraySlice<String>) -> Bool {
        follows(steps, from: node) || (node.entries ?? []).contains { isBelow($0.value, steps) }
            || (node.elements ?? []).contains { isBelow($0, steps) }
    }

    private static func follows(_ steps: ArraySlice<String>, from node: YAMLNode) -> Bool {
        guard let step = steps.first else { return true }
        let rest = steps.dropFirst()
        if let next = node[step], follows(rest, from: next) { return true }
        if let index = Int(step), let next = node[index], follows(rest, from: next) { return true }
        return (node.elements ?? []).contains { element in
            element.text == step || names.contains { element[$0]?.text == step } ? follows(rest, from: element) : false
        }
    }
}
