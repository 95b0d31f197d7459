/// How a cause waits in a file for the complaint's registration.
extension NoticeCause: Codable {
    private enum CodingKeys: String, CodingKey {
        case identity = "d"
        case values = "v"
        case unit = "u"
        case others = "t"
        case enclosure = "x"
        case scopes = "s"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let identity = try container.decode(String.self, forKey: .identity).split(separator: ":", maxSplits: 1)
        self.init(
            try NoticeTrigger(code: identity.first ?? ""), identity.count == 2 ? String(identity[1]) : "1",
            try container.decodeIfPresent([String: NoticeValue].self, forKey: .values) ?? [:],
            unit: try container.decodeIfPresent(Unit.self, forKey: .unit),
            others: try container.decodeIfPresent([Unit].self, forKey: .others) ?? [],
            enclosure: try container.decodeIfPresent(Sealed.self, forKey: .enclosure),
            scopes: try container.decodeIfPresent([String].self, forKey: .scopes) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(identity.text, forKey: .identity)
        if !values.isEmpty { try container.encode(values, forKey: .values) }
        try container.encodeIfPresent(unit, forKey: .unit)
        if !others.isEmpty { try container.encode(others, forKey: .others) }
        try container.encodeIfPresent(enclosure, forKey: .enclosure)
        if !scopes.isEmpty { try container.encode(scopes, forKey: .scopes) }
    }
}
