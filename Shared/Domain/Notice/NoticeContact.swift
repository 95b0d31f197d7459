/// How a complaint's customer is reached, once intake has said so.
public struct NoticeContact: Hashable, Codable, Sendable {
    public let channel: Channel
    public let language: Language
    /// Masked, as messages may show it.
    public let line: String
    /// The sealed parts, in order; the gateway takes the contact from the latest that has one.
    public internal(set) var personal: Sealed
}
