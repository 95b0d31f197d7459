/// How a complaint's customer is reached, once intake has said so.
public struct NoticeContact: Hashable, Codable, Sendable {
    public let channel: Channel
    public let language: Language
    /// Masked, as messages may show it.
    public let line: String
    /// The sealed parts, in order; the gateway takes the contact from the latest that has one.
    public internal(set) var personal: Sealed
    /// Where the line is, and so which appeal body is to be named (S016); `nil` in files of former releases.
    public let province: Province?
    /// Whether the customer named an amount in dispute, and so is told where nothing is owed.
    public let demandsRefund: Bool

    init(
        channel: Channel, language: Language, line: String, personal: Sealed, province: Province?, demandsRefund: Bool = false
    ) {
        self.channel = channel
        self.language = language
        self.line = line
        self.personal = personal
        self.province = province
        self.demandsRefund = demandsRefund
    }

    /// A list, in the order of the fields: names would be half of it.
    public init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        channel = try list.decode(Channel.self)
        language = try list.decode(Language.self)
        line = try list.decode(String.self)
        personal = try list.decode(Sealed.self)
        province = list.isAtEnd ? nil : try list.decode(Province.self)
        demandsRefund = list.isAtEnd ? false : try list.decode(Bool.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        try list.encode(channel)
        try list.encode(language)
        try list.encode(line)
        try list.encode(personal)
        guard let province else { return }
        try list.encode(province)
        if demandsRefund { try list.encode(true) }
    }
}
