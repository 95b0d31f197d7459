public import Domain

/// The scripts of those who speak with customers (`scripts.yaml`).
public struct ScriptPolicy: Decodable, Hashable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let scripts: [AgentScript]

    public func script(named name: String) -> AgentScript? { scripts.first { $0.name == name } }

    /// The scripts that help at that moment with a complaint of that nature, in the policy's order.
    public func scripts(at moment: AgentScript.Moment, nature: Nature?) -> [AgentScript] {
        scripts.filter { script in
            script.moments.contains(moment) && (script.natures.map { natures in nature.map(natures.contains) ?? false } ?? true)
        }
    }

    /// What the types cannot say: names given twice, scripts without a point, moments that nothing helps with.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        var names: Set<String> = []
        for (index, script) in scripts.enumerated() {
            if !names.insert(script.name).inserted {
                faults.append(Fault(field: "scripts[\(index)].name", problem: "is given twice", expected: "each script once"))
            }
            if script.moments.isEmpty {
                faults.append(Fault(field: "scripts[\(index)].moments", problem: "is empty", expected: "one moment or more"))
            }
            if script.items.isEmpty, script.isOperators != true {
                faults.append(
                    Fault(field: "scripts[\(index)].items", problem: "is empty", expected: "one point or more, or isOperators: true"))
            }
        }
        return faults
    }
}
