/// How a complaint's customer is reached, once intake has said so.
public struct NoticeContact: Hashable, Sendable {
    public let channel: Channel
    public let language: Language
    /// Masked, as messages may show it.
    public let line: String
    /// The sealed parts, in order; the gateway takes the contact from the latest that has one.
    public internal(set) var personal: SealedText
    /// Where the line is, and so which appeal body is to be named (S016); `nil` in files of former releases.
    public let province: Province?
    /// Whether the customer named an amount in dispute, and so is told where nothing is owed.
    public let demandsRefund: Bool

    init(
        channel: Channel, language: Language, line: String, personal: SealedText, province: Province?, demandsRefund: Bool = false
    ) {
        self.channel = channel
        self.language = language
        self.line = line
        self.personal = personal
        self.province = province
        self.demandsRefund = demandsRefund
    }
}

extension NoticeContact: DocumentValue {
    /// A list, in the order of the fields: names would be half of it.
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var items = try reader.items()
        channel = try items.required()
        language = try items.required()
        line = try items.required()
        personal = try items.required()
        province = try items.next()
        demandsRefund = try items.next() ?? false
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        writer.beginList()
        channel.write(to: writer)
        language.write(to: writer)
        line.write(to: writer)
        personal.write(to: writer)
        if let province {
            province.write(to: writer)
            if demandsRefund { true.write(to: writer) }
        }
        writer.endList()
    }
}
