/// A line as everything behind intake sees it: joined by token, shown masked.
public struct LineReference: Hashable, Sendable {
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

extension LineReference: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        token = try fields.required("token")
        masked = try fields.required("masked")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("token", token)
        writer.write("masked", masked)
    }
}
