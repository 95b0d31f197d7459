import YAML

/// What an element of a list is called by in the keys of its figures: by what it is and never by its place, so that it keeps its name when another
/// is put before it.
enum EntryName {
    /// The fields that an element is known by. The first of these that it has in full is its name.
    private struct Identity {
        let fields: [String]
        /// What narrows it down, where it is there.
        var narrowedBy: [String] = []
    }

    private static let identities: [Identity] =
        [Identity(fields: ["name"]), Identity(fields: ["of", "code"])] + single(["code", "category", "role", "command", "law"])
        + [
            // Who is notified on what occasion.
            Identity(fields: ["when", "tell"], narrowedBy: ["only", "unit"]),
            Identity(fields: ["maker", "checker"]),
            // What a person is to say, by the words of its first language.
            Identity(fields: ["zh.point"]),
        ]
        + single(["ground", "level", "step", "year", "event", "medium", "of", "band", "duty", "figure", "when"])

    private static func single(_ fields: [String]) -> [Identity] { fields.map { Identity(fields: [$0]) } }

    /// The name of an element: that of its identity, or of the first thing that it says.
    static func name(of element: YAMLNode) -> String {
        for identity in identities {
            let names = identity.fields.compactMap { value(at: $0, of: element) }
            guard names.count == identity.fields.count else { continue }
            return (names + identity.narrowedBy.compactMap { value(at: $0, of: element) }).joined(separator: ".")
        }
        guard let first = element.entries?.first(where: { $0.key != "source" }) else { return words(of: element) }
        return words(of: first.value)
    }

    /// An element in one line, without the sources of its figures.
    static func text(of node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let scalar): return scalar.text
        case .sequence(let elements): return "[" + elements.map(text).joined(separator: ", ") + "]"
        case .mapping(let entries):
            let own = entries.filter { $0.key != "source" }
            if own.count == 1, let only = own.first, only.key == "value" { return text(of: only.value) }
            return "{" + own.map { "\($0.key): \(text(of: $0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// The words of the node on a path such as `zh.point`.
    private static func value(at path: String, of element: YAMLNode) -> String? {
        var node: YAMLNode? = element
        for step in path.split(separator: ".") { node = node?[String(step)] }
        return node.map(words)
    }

    /// The values in a node without its keys: `CN-HA` of `{provinces: [CN-HA]}`.
    private static func words(of node: YAMLNode) -> String {
        if let value = node["value"] { return words(of: value) }
        switch node.content {
        case .scalar(let scalar): return scalar.text
        case .sequence(let elements): return elements.map(words).joined(separator: "+")
        case .mapping(let entries): return entries.filter { $0.key != "source" }.map { words(of: $0.value) }.joined(separator: "+")
        }
    }
}
