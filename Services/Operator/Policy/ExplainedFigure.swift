import CommandLine
import Domain
import Policies

/// A figure's explanation, for people and for programs.
struct ExplainedFigure: Encodable {
    let key: String
    let file: String
    let line: Int
    /// What holds: in the province asked about, else for all.
    let value: String
    let source: String?
    let version: String?
    let effective: String?
    /// The rules of the source it comes from.
    let rules: [String]
    let laws: [LawLine]
    /// The value for all others, where a province's own holds.
    let overrides: Other?
    /// Who has another value.
    let overriddenBy: [Other]

    struct Other: Encodable {
        let key: String
        let value: String
        let source: String?
        let condition: String?
    }

    struct LawLine: Encodable {
        let law: String
        let title: String?
        let number: String?
        let from: String?
        let until: String?
        let replaces: String?
    }

    init(_ explanation: FigureExplanation, heads: [String: PolicyFigures.Head], laws: LawPolicy?) {
        let shown = explanation.holds ?? explanation.overrides.first
        key = shown?.key ?? ""
        file = shown?.file ?? ""
        line = shown?.line ?? 0
        value = shown?.value ?? ""
        source = shown?.source
        version = heads[file]?.version
        effective = heads[file]?.effective
        let citations = shown?.citations ?? []
        rules = citations.compactMap { citation in
            guard case .rule(let id) = citation else { return nil }
            return id
        }
        self.laws = citations.compactMap { citation in
            guard case .law(let name) = citation else { return nil }
            let law = laws?[name]
            return LawLine(
                law: name, title: law?.title, number: law?.number, from: law?.from?.description, until: law?.until?.description,
                replaces: law?.replaces)
        }
        overrides = explanation.base.flatMap { $0 == shown ? nil : Other($0) }
        overriddenBy = explanation.overrides.filter { $0 != shown }.map(Other.init)
    }

    var text: String {
        var table = TextTable(["", ""])
        table.add(["value", value])
        table.add(["source", source ?? "none"])
        for law in laws {
            let number = law.number.map { ", \($0)" } ?? ""
            let span = law.from.map { ", in force from \($0)" + (law.until.map { " to \($0)" } ?? "") } ?? ", date of effect not found"
            table.add(["law", (law.title ?? law.law) + number + span])
            if let replaces = law.replaces { table.add(["", "replaced \(replaces)"]) }
        }
        table.add(["policy", "version \(version ?? "-"), in force from \(effective ?? "-"), \(file):\(line)"])
        if let overrides { table.add(["overrides", "\(overrides.value)  [\(overrides.source ?? "no source")]"]) }
        for other in overriddenBy { table.add(["but for", "\(other.condition ?? ""): \(other.value)  [\(other.source ?? "no source")]"]) }
        return "\(key)\n" + table.shown(indent: 2)
    }
}

extension ExplainedFigure.Other {
    init(_ figure: PolicyFigure) {
        self.init(key: figure.key, value: figure.value, source: figure.source, condition: figure.condition?.text)
    }
}
