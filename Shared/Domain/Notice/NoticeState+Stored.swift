/// How a file is stored: names of one letter, and lists of words in one text.
extension NoticeState: Codable {
    private enum CodingKeys: String, CodingKey {
        case complaint = "c"
        case contact = "k"
        case responsible = "r"
        case firstContact = "f"
        case stage = "s"
        case regret = "a"
        case taken = "h"
        case early = "e"
        case open = "o"
        case count = "n"
        case today = "d"
        case followUp = "u"
        case denial = "w"
        /// What former releases wrote in place of `c`.
        case earlierComplaint = "complaint"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard !container.contains(.earlierComplaint) else {
            self = try EarlierNoticeState(from: decoder).file
            return
        }
        complaint = try container.decode(ComplaintNumber.self, forKey: .complaint)
        contact = try container.decodeIfPresent(NoticeContact.self, forKey: .contact)
        responsible = try container.decodeIfPresent(Unit.self, forKey: .responsible)
        firstContact = try container.decodeIfPresent(Unit.self, forKey: .firstContact)
        stage = try container.decodeIfPresent(String.self, forKey: .stage).map { try NoticeStage(code: $0) }
        regret = Regret(stored: try container.decodeIfPresent(String.self, forKey: .regret) ?? "")
        taken = try container.decodeIfPresent(String.self, forKey: .taken)?.split(separator: " ").map { NoticeIdentity(stored: $0) } ?? []
        early = try container.decodeIfPresent([NoticeCause].self, forKey: .early) ?? []
        open = try container.decodeIfPresent([NoticeDelivery].self, forKey: .open) ?? []
        count = try container.decodeIfPresent(Int.self, forKey: .count) ?? 0
        today = try container.decodeIfPresent(Int64.self, forKey: .today).map { DailyCount(stored: $0) }
        denial = try container.decodeIfPresent(NoticeCause.self, forKey: .denial)
        followUp = try container.decodeIfPresent(String.self, forKey: .followUp).map { try FollowUp(stored: $0) }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(complaint, forKey: .complaint)
        try container.encodeIfPresent(contact, forKey: .contact)
        try container.encodeIfPresent(responsible, forKey: .responsible)
        try container.encodeIfPresent(firstContact, forKey: .firstContact)
        try container.encodeIfPresent(stage?.code, forKey: .stage)
        try container.encodeIfPresent(regret.stored, forKey: .regret)
        if !taken.isEmpty { try container.encode(taken.map(\.text).joined(separator: " "), forKey: .taken) }
        if !early.isEmpty { try container.encode(early, forKey: .early) }
        if !open.isEmpty { try container.encode(open, forKey: .open) }
        if count > 0 { try container.encode(count, forKey: .count) }
        try container.encodeIfPresent(today?.stored, forKey: .today)
        try container.encodeIfPresent(denial, forKey: .denial)
        try container.encodeIfPresent(followUp?.stored, forKey: .followUp)
    }
}
