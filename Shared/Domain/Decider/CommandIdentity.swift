/// Who commands, and under which CloudEvents identity, so that a refusal can be sent back and a repetition be known.
public struct CommandIdentity: Hashable, Codable, Sendable {
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
