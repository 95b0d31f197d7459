/// The event of an outsider that something was made from, so that its sender can find what became of it.
public struct EventOrigin: Hashable, Sendable {
    /// The CloudEvents source and id.
    public let source: String
    public let id: String
    /// The flow that its sender named; `nil` for none.
    public let correlation: String?

    public init(source: String, id: String, correlation: String? = nil) {
        self.source = source
        self.id = id
        self.correlation = correlation
    }

    /// The flow it belongs to: the one that was named, or the one that it begins.
    public var flow: String { correlation ?? id }
}

extension EventOrigin: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        source = try fields.required("source")
        id = try fields.required("id")
        correlation = try fields.optional("correlation")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("source", source)
        writer.write("id", id)
        writer.write("correlation", correlation)
    }
}
