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
