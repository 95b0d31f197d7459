/// A line as everything behind intake sees it: joined by token, shown masked.
public struct LineReference: Hashable, Codable, Sendable {
    public let token: LineToken
    /// `138****8000`.
    public let masked: String

    /// Of an event whose line could not be read.
    public static let unreadable = LineReference(token: "", masked: "")

    public init(token: LineToken, masked: String) {
        self.token = token
        self.masked = masked
    }
}
