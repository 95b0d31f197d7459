extension StaffDigestState: Codable {
    private enum CodingKeys: String, CodingKey {
        case unit = "u"
        case taken = "l"
        case waiting = "w"
        case due = "d"
        case count = "n"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        unit = try container.decode(Unit.self, forKey: .unit)
        for pair in try container.decodeIfPresent(String.self, forKey: .taken)?.split(separator: " ") ?? [] {
            let parts = pair.split(separator: ":")
            guard parts.count == 2, let lane = Int(digits: parts[0]), let place = Int64(signedDigits: parts[1]) else {
                throw UnknownNoticeCode(code: String(pair))
            }
            taken[lane] = place
        }
        waiting = try container.decodeIfPresent([String].self, forKey: .waiting)?.map { try Kind(stored: $0) } ?? []
        due = try container.decodeIfPresent(Instant.self, forKey: .due)
        count = try container.decodeIfPresent(Int.self, forKey: .count) ?? 0
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(unit, forKey: .unit)
        let places = taken.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
        if !places.isEmpty { try container.encode(places.joined(separator: " "), forKey: .taken) }
        if !waiting.isEmpty { try container.encode(waiting.map(\.stored), forKey: .waiting) }
        try container.encodeIfPresent(due, forKey: .due)
        if count > 0 { try container.encode(count, forKey: .count) }
    }
}

extension StaffDigestState.Kind {
    /// The kind's code, the count, and the complaints.
    fileprivate var stored: String { ([what.code, String(count)] + complaints.map(\.rawValue)).joined(separator: " ") }

    fileprivate init(stored text: String) throws(UnknownNoticeCode) {
        let parts = text.split(separator: " ")
        guard parts.count >= 2, let count = Int(digits: parts[1]) else { throw UnknownNoticeCode(code: text) }
        self.init(what: try NoticeTrigger(code: parts[0]), count: count, complaints: parts.dropFirst(2).map { ComplaintNumber(String($0)) })
    }
}
