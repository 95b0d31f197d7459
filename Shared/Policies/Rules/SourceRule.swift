/// One rule of the source: what it asks, where it is kept, and how it is proved.
public struct SourceRule: Decodable, Hashable, Sendable {
    /// How far a rule is kept.
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// A test's assertion names it.
        case proved
        /// A person keeps it, and the software helps where it can.
        case person
        /// Nothing keeps it yet.
        case missing
    }

    /// The only thing a row may say of itself; everything else follows from what it names.
    enum Gap: String, Decodable, Sendable {
        case missing
    }

    /// `S001` to `S206`.
    public let id: String
    /// The document it stands in, `D1` to `D9`.
    public let document: String
    /// What kind of rule it is: ROLE, CHANNEL, CLASS, STEP, RULE, NUM, DATA, METRIC, SYS, LAW.
    public let tags: [String]
    /// What it asks, in one sentence.
    public let summary: String
    /// The source's own words.
    public let words: [String]
    /// Files, each with the key or name it is about behind a `#` where there is one.
    public let places: [String]
    /// The tests that prove it: a file and a function, with a `#` between them.
    public let tests: [String]
    /// Why it is a person's.
    public let reason: String?
    /// Whether the row itself says that it is missing.
    public let saysMissing: Bool

    public var status: Status { tests.isEmpty ? reason == nil ? .missing : .person : .proved }

    private enum Key: String, CodingKey {
        case id, document, tags, summary, words, `where`, test, person, status
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        id = try container.decode(String.self, forKey: .id)
        document = try container.decode(String.self, forKey: .document)
        tags = try container.decode([String].self, forKey: .tags)
        summary = try container.decode(String.self, forKey: .summary)
        words = try container.decode([String].self, forKey: .words)
        places = try container.decodeIfPresent([String].self, forKey: .where) ?? []
        tests = try container.decodeIfPresent([String].self, forKey: .test) ?? []
        reason = try container.decodeIfPresent(String.self, forKey: .person)
        saysMissing = try container.decodeIfPresent(Gap.self, forKey: .status) != nil
    }
}
