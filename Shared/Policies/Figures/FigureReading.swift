import YAML

/// Walks over one policy file and collects its figures.
struct FigureReading {
    let file: String
    private(set) var figures: [PolicyFigure] = []
    /// The elements of lists, each as a whole.
    private(set) var entries: [PolicyFigure] = []
    private var keys: Set<String> = []
    private var entryKeys: Set<String> = []
    /// The keys of the elements that the walk stands in, the outermost first.
    private var path: [String] = []

    private static let overrides = "overrides"

    init(file: String) {
        self.file = file
    }

    mutating func read(_ root: YAMLNode) {
        let stem = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
        for entry in root.entries ?? [] where entry.key != "version" && entry.key != "effective" {
            let key = entry.key == stem ? stem : "\(stem).\(entry.key)"
            read(entry.value, key, source: nil, condition: nil)
        }
    }

    /// Reads a province's own rules: each clock's figures override the pack's.
    mutating func read(province root: YAMLNode) {
        let province = root["province"]?.text ?? ""
        for own in root["clocks"]?.elements ?? [] {
            let key = "clocks.\(own["clock"]?.text ?? "")"
            var values = ["provinces": [province]]
            for name in ["natures", "categories"] { values[name] = own[name]?.elements?.map(Self.text) }
            let condition = Condition(values: values, overridden: key)
            for entry in own.entries ?? [] where !["clock", "natures", "categories"].contains(entry.key) {
                read(entry.value, "\(key).\(Self.overrides).\(province).\(entry.key)", source: nil, condition: condition.below(entry.key))
            }
        }
    }

    private mutating func read(_ node: YAMLNode, _ key: String, source: String?, condition: Condition?) {
        let source = node["source"]?.text ?? source
        if let value = node["value"] {
            note(value, key, source, condition, at: node)
            for entry in node.entries ?? [] where entry.key != "value" && entry.key != "source" {
                read(entry.value, "\(key).\(entry.key)", source: source, condition: condition?.below(entry.key))
            }
        } else if let entries = node.entries {
            for entry in entries where entry.key != "source" && !(entry.key == "when" && condition != nil) {
                if entry.key == Self.overrides, let list = entry.value.elements {
                    for element in list { read(override: element, of: key, source: source) }
                } else {
                    read(entry.value, "\(key).\(entry.key)", source: source, condition: condition?.below(entry.key))
                }
            }
        } else if let elements = node.elements, elements.contains(where: { $0.entries != nil }) {
            for element in elements {
                let name = EntryName.name(of: element)
                let own = condition?.below(name)
                enter(element, Self.unused("\(key).\(name)", &entryKeys), source, own)
                read(element, path.last ?? key, source: source, condition: own)
                path.removeLast()
            }
        } else {
            note(node, key, source, condition, at: node)
        }
    }

    private mutating func read(override element: YAMLNode, of key: String, source: String?) {
        var values: [String: [String]] = [:]
        for entry in element["when"]?.entries ?? [] { values[entry.key] = (entry.value.elements ?? [entry.value]).map(Self.text) }
        let words = values.sorted { $0.key < $1.key }.flatMap(\.value).joined(separator: "+")
        let condition = Condition(values: values, overridden: key)
        enter(element, Self.unused("\(key).\(Self.overrides).\(words)", &entryKeys), source, condition)
        read(element, path.last ?? key, source: source, condition: condition)
        path.removeLast()
    }

    /// Goes into an element of a list, which is an entry of that key; whoever has read it goes out again.
    private mutating func enter(_ element: YAMLNode, _ key: String, _ source: String?, _ condition: Condition?) {
        path.append(key)
        entries.append(
            PolicyFigure(
                file: file, line: element.location.line, key: key, value: EntryName.text(of: element),
                source: element["source"]?.text ?? source, condition: condition?.ofFigure, entries: path))
    }

    private mutating func note(_ node: YAMLNode, _ key: String, _ source: String?, _ condition: Condition?, at place: YAMLNode) {
        figures.append(
            PolicyFigure(
                file: file, line: place.location.line, key: Self.unused(key, &keys), value: Self.text(of: node), source: source,
                condition: condition?.ofFigure, entries: path))
    }

    /// A key that no other has: the second of a name is its `#2`.
    private static func unused(_ key: String, _ keys: inout Set<String>) -> String {
        var unique = key
        var count = 1
        while !keys.insert(unique).inserted {
            count += 1
            unique = "\(key)#\(count)"
        }
        return unique
    }

    /// The condition of an override, and where in what it overrides the walk stands.
    private struct Condition {
        let values: [String: [String]]
        let overridden: String

        func below(_ step: String) -> Condition { Condition(values: values, overridden: "\(overridden).\(step)") }

        var ofFigure: PolicyFigureCondition { PolicyFigureCondition(values: values, overridden: overridden) }
    }

    /// A node in one line, as YAML's flow style has it.
    static func text(of node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let scalar): scalar.text
        case .sequence(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.map { "\($0.key): \(text(of: $0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
