/// Who commands, and under which CloudEvents identity, so that a refusal can be sent back and a repetition be known.
public struct CommandIdentity: Hashable, Sendable {
    public let type: String
    public let source: String
    public let id: String
    public let actor: ActorID

    public init(type: String, source: String, id: String, actor: ActorID) {
        self.type = type
        self.source = source
        self.id = id
        self.actor = actor
    }
}

extension CommandIdentity: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        type = try fields.required("type")
        source = try fields.required("source")
        id = try fields.required("id")
        actor = try fields.required("actor")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("type", type)
        writer.write("source", source)
        writer.write("id", id)
        writer.write("actor", actor)
    }
}
