import Domain

/// A province's own rules under the nation's and the group's: what its clocks say otherwise (`provinces/CN-HA.yaml`; S174).
struct ProvinceRules: PolicyDocument {
    /// Where they lie in a pack, each province in a file of its own.
    static let folder = "provinces"

    let version: PolicyVersion
    let effective: EffectivePeriod
    /// ISO 3166-2, such as `CN-HA`.
    let province: Province
    /// What the rules are called.
    let title: String
    let clocks: [Own]

    /// What one clock says otherwise, for all complaints of the province or for some.
    struct Own: Decodable {
        let clock: ClockName
        let natures: [Nature]?
        let categories: [Category]?
        let calendar: String?
        let allowance: Sourced<Allowance>?
        let thresholds: Sourced<[ClockThreshold]>?

        func override(in province: Province) -> ClockOverride {
            ClockOverride(
                when: ClockCondition(provinces: [province], natures: natures, categories: categories), allowance: allowance,
                calendar: calendar, thresholds: thresholds)
        }
    }

    /// A policy whose clocks respect the province before anything else they override.
    func laid(over policy: ClockPolicy) -> ClockPolicy {
        policy.changingClocks { rule in rule.applying(clocks.filter { $0.clock == rule.name }.map { $0.override(in: province) }) }
    }

    /// What the types cannot say: another file's name, clocks that nobody defines, allowances and thresholds out of range.
    func faults(name: String, over policy: ClockPolicy, calendars: Set<String>) -> [Fault] {
        var faults = effective.faults()
        if name != "\(province).yaml" || !province.isISO3166 {
            faults.append(Fault(field: "province", problem: "is not the file's", expected: "the ISO 3166-2 code the file is named by"))
        }
        for (index, own) in clocks.enumerated() {
            guard let rule = policy.clocks.first(where: { $0.name == own.clock }) else {
                let known = policy.clocks.map(\.name.rawValue).joined(separator: ", ")
                faults.append(Fault(field: "clocks[\(index)].clock", problem: "is not one of the clocks", expected: "one of \(known)"))
                continue
            }
            let alone = policy.alone(rule.applying([own.override(in: province)]))
            let start = "clocks[0].overrides[0]."
            faults += alone.faults(calendars: calendars).filter { $0.field.hasPrefix(start) }.map {
                Fault(field: "clocks[\(index)].\($0.field.dropFirst(start.count))", problem: $0.problem, expected: $0.expected)
            }
        }
        return faults
    }
}
