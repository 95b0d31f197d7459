extension NoticeDelivery: Codable {
    private enum CodingKeys: String, CodingKey {
        case head = "d"
        case values = "v"
        case unit = "u"
        case enclosure = "x"
        case lastReceipt = "l"
    }

    /// The head is `index trigger attempts standing template`; the standing a letter and a time.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let head = try container.decode(String.self, forKey: .head)
        let parts = head.split(separator: " ", maxSplits: 4)
        guard parts.count == 5, let index = Int(digits: parts[0]), let attempts = Int(digits: parts[2]) else {
            throw UnknownNoticeCode(code: head)
        }
        let time = try NoticeShorthand.instant(parts[3].dropFirst())
        switch parts[3].first {
        case "w": standing = .waiting(until: time)
        case "s": standing = .sent(timeout: time)
        case "o":
            standing = .sent(timeout: time)
            isOvertaken = true
        default: throw UnknownNoticeCode(code: head)
        }
        self.index = index
        self.attempts = attempts
        trigger = try NoticeTrigger(code: parts[1])
        template = TemplateName(String(parts[4]))
        values = try container.decodeIfPresent([String: NoticeValue].self, forKey: .values) ?? [:]
        unit = try container.decodeIfPresent(Unit.self, forKey: .unit)
        enclosure = try container.decodeIfPresent(Sealed.self, forKey: .enclosure)
        lastReceipt = try container.decodeIfPresent(String.self, forKey: .lastReceipt)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        let time: String
        switch standing {
        case .waiting(let until): time = "w" + NoticeShorthand.text(until)
        case .sent(let timeout): time = (isOvertaken ? "o" : "s") + NoticeShorthand.text(timeout)
        }
        try container.encode("\(index) \(trigger.code) \(attempts) \(time) \(template.rawValue)", forKey: .head)
        if !values.isEmpty { try container.encode(values, forKey: .values) }
        try container.encodeIfPresent(unit, forKey: .unit)
        try container.encodeIfPresent(enclosure, forKey: .enclosure)
        try container.encodeIfPresent(lastReceipt, forKey: .lastReceipt)
    }
}
