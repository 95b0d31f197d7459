/// The labels of one series, in the order of their names.
struct MetricLabels: Hashable, Comparable {
    private let pairs: [[String]]

    /// Takes labels; a name that Prometheus does not allow is a mistake of the program and stops it.
    init(_ labels: [String: String]) {
        pairs = labels.sorted { $0.key < $1.key }.map { name, value in
            precondition(MetricName.isLabel(name), "\(name) is not a name of a label")
            return [name, value]
        }
    }

    static func < (left: MetricLabels, right: MetricLabels) -> Bool {
        left.pairs.lexicographicallyPrecedes(right.pairs) { $0.lexicographicallyPrecedes($1) }
    }

    var names: [String] { pairs.map { $0[0] } }

    /// The labels in braces, with one more at the end if need be; nothing when there are none.
    func text(and more: (name: String, value: String)? = nil) -> String {
        let all = pairs.map { "\($0[0])=\"\(Self.escaped($0[1]))\"" } + (more.map { ["\($0.name)=\"\($0.value)\""] } ?? [])
        return all.isEmpty ? "" : "{" + all.joined(separator: ",") + "}"
    }

    /// Backslash, double quote and line feed, as the text format wants them in a label's value.
    private static func escaped(_ value: String) -> String {
        value.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

/// The names that Prometheus allows.
enum MetricName {
    static func isMetric(_ name: String) -> Bool { isName(name, allowsColon: true) }
    static func isLabel(_ name: String) -> Bool { isName(name, allowsColon: false) && !name.hasPrefix("__") && name != "le" }

    private static func isName(_ name: String, allowsColon: Bool) -> Bool {
        guard let first = name.first, !first.isNumber else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || (allowsColon && $0 == ":")) }
    }
}
