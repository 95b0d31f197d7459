import CommandLine
import Policies

/// The differences of two packs, for people and for programs.
struct PolicyDiff: Encodable {
    private let files: [FileLine]
    private let figures: [FigureLine]

    /// A file whose version or dates of effect changed.
    private struct FileLine: Encodable {
        let file: String
        let oldVersion: String?
        let newVersion: String?
        let oldEffective: String?
        let newEffective: String?
    }

    private struct FigureLine: Encodable {
        let key: String
        let file: String
        let change: PolicyDifference.Change
        let old: String?
        let new: String?
        let oldSource: String?
        let newSource: String?
        /// For which complaints alone it holds.
        let condition: String?
        /// Since when the new value is in force; the old pack's last day where it is gone.
        let effective: String?
    }

    init(_ old: PolicyFigures, _ new: PolicyFigures, sharedOnly: Bool) {
        let names = Set(old.heads.keys).union(new.heads.keys).sorted()
        files = names.filter { old.heads[$0] != new.heads[$0] && !(sharedOnly && (old.heads[$0] == nil || new.heads[$0] == nil)) }.map {
            FileLine(
                file: $0, oldVersion: old.heads[$0]?.version, newVersion: new.heads[$0]?.version, oldEffective: old.heads[$0]?.effective,
                newEffective: new.heads[$0]?.effective)
        }
        figures = PolicyDifference.between(old, new, sharedOnly: sharedOnly).map {
            FigureLine(
                key: $0.key, file: $0.file, change: $0.change, old: $0.old?.value, new: $0.new?.value, oldSource: $0.old?.source,
                newSource: $0.new?.source, condition: ($0.new ?? $0.old)?.condition?.text,
                effective: (new.heads[$0.file] ?? old.heads[$0.file])?.effective)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case files, figures
    }

    var isEmpty: Bool { files.isEmpty && figures.isEmpty }

    var text: String {
        guard !isEmpty else { return "no differences\n" }
        var text = ""
        for file in files {
            let old = file.oldVersion.map { "\($0), in force \(file.oldEffective ?? "")" } ?? "missing"
            let new = file.newVersion.map { "\($0), in force \(file.newEffective ?? "")" } ?? "gone"
            text += "\(file.file): \(old) -> \(new)\n"
        }
        for figure in figures {
            text += (text.isEmpty ? "" : "\n") + figure.key + (figure.condition.map { " (only \($0))" } ?? "") + "\n"
            if let old = figure.old { text += "  - \(Self.cut(old))  [\(figure.oldSource ?? "no source")]\n" }
            if let new = figure.new { text += "  + \(Self.cut(new))  [\(figure.newSource ?? "no source")]\n" }
        }
        return text + "\n\(CountText.text(figures.count, "difference"))\n"
    }

    private static func cut(_ value: String) -> String { value.count > 100 ? value.prefix(99) + "…" : value }
}
