import YAML

/// Walks over one policy file and collects its figures.
struct FigureReading {
    let file: String
    private(set) var figures: [PolicyFigure] = []
    private var keys: Set<String> = []

    /// What an element of a list is called by.
    private static let names = ["name", "code", "category", "role", "command", "law", "ground", "level", "step", "year", "event", "medium"]
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
            for (index, element) in elements.enumerated() {
                let name = Self.name(of: element) ?? String(index + 1)
                read(element, "\(key).\(name)", source: source, condition: condition?.below(name))
            }
        } else {
            note(node, key, source, condition, at: node)
        }
    }

    private mutating func read(override element: YAMLNode, of key: String, source: String?) {
        var values: [String: [String]] = [:]
        for entry in element["when"]?.entries ?? [] { values[entry.key] = (entry.value.elements ?? [entry.value]).map(Self.text) }
        let words = values.sorted { $0.key < $1.key }.flatMap(\.value).joined(separator: "+")
        read(element, "\(key).\(Self.overrides).\(words)", source: source, condition: Condition(values: values, overridden: key))
    }

    private mutating func note(_ node: YAMLNode, _ key: String, _ source: String?, _ condition: Condition?, at place: YAMLNode) {
        var unique = key
        var count = 1
        while !keys.insert(unique).inserted {
            count += 1
            unique = "\(key)#\(count)"
        }
        figures.append(
            PolicyFigure(
                file: file, line: place.location.line, key: unique, value: Self.text(of: node), source: source,
                condition: condition.map { PolicyFigureCondition(values: $0.values, overridden: $0.overridden) }))
    }

    /// The condition of an override, and where in what it overrides the walk stands.
    private struct Condition {
        let values: [String: [String]]
        let overridden: String

        func below(_ step: String) -> Condition { Condition(values: values, overridden: "\(overridden).\(step)") }
    }

    private static func name(of element: YAMLNode) -> String? {
        names.lazy.compactMap { element[$0]?.text }.first
    }

    /// A node in one line, as YAML's flow style has it.
    private static func text(of node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let scalar): scalar.text
        case .sequence(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.map { "\($0.key): \(text(of: $0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
