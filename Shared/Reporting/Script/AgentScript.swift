public import Domain

/// What helps a person who speaks with customers: rules of manners, steps and sentences, as data (S022–S032, S047).
public struct AgentScript: Decodable, Hashable, Sendable {
    /// When in a complaint's life it helps.
    public enum Moment: String, Decodable, Sendable, CaseIterable {
        /// While the customer complains.
        case intake
        /// When the customer asks again about what is still in hand (S058).
        case urge
        /// While it is solved.
        case handling
        /// When the customer is told.
        case answering
        /// When the customer is called afterwards.
        case afterwards
    }

    /// One point of it.
    public struct Item: Decodable, Hashable, Sendable {
        public let zh: Words
        public let en: Words
    }

    /// One point in one language.
    public struct Words: Decodable, Hashable, Sendable {
        /// What to do, or whom one has to do with.
        public let point: String
        /// Words to say, where a suggestion helps.
        public let say: String?
    }

    /// Its title in each language.
    public struct Title: Decodable, Hashable, Sendable {
        public let zh: String
        public let en: String
    }

    /// What a person asks for it by.
    public let name: String
    /// The rules it helps to keep.
    public let source: String
    public let title: Title
    public let moments: [Moment]
    /// The natures of complaints it is for; all, where not given.
    public let natures: [Nature]?
    /// Whether the operator has to write it: until then it is empty, and says so.
    public let isOperators: Bool?
    public let items: [Item]

    public func words(_ item: Item, in language: Language) -> Words {
        switch language {
        case .chinese: item.zh
        case .english: item.en
        }
    }

    public func title(in language: Language) -> String {
        switch language {
        case .chinese: title.zh
        case .english: title.en
        }
    }
}

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
