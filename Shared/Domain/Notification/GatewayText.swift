/// Texts of one message that its gateway is to open, sealed by one customer's key: from the complaint's lane to the key's.
public struct GatewayTextRequest: Hashable, Sendable {
    /// The customer's key that sealed the texts.
    public let key: String
    /// The message they belong to, as the gateway has it from its request.
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    /// How the message goes out, by which its gateway is known.
    public let medium: String
    /// Parts of the complaint's personal data, sealed, the earliest first.
    public let recipient: [SealedText]
    /// The answer in words, sealed; `nil` where the message encloses none by this key.
    public let enclosure: SealedText?

    public init(
        key: String, notification: NoticeNumber, complaint: ComplaintNumber, medium: String, recipient: [SealedText], enclosure: SealedText?
    ) {
        self.key = key
        self.notification = notification
        self.complaint = complaint
        self.medium = medium
        self.recipient = recipient
        self.enclosure = enclosure
    }

    /// What the gateway finds the texts by: the message's number and medium, and the key's identifier, which also stands in each sealed text.
    public var textKey: String { "\(notification)/\(medium)/\(key)" }
}

extension GatewayTextRequest: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        key = try fields.required("key")
        notification = try fields.required("notification")
        complaint = try fields.required("complaint")
        medium = try fields.required("medium")
        recipient = try fields.required("recipient")
        enclosure = try fields.optional("enclosure")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("key", key)
        writer.write("notification", notification)
        writer.write("complaint", complaint)
        writer.write("medium", medium)
        writer.write("recipient", recipient)
        writer.write("enclosure", enclosure)
    }
}

/// One customer's key as notification keeps it for the gateways, and what was given to them by it.
public struct GatewayTextState: Hashable, Sendable {
    /// The key, wrapped by the services' keyring; `nil` before it has come, and after it was erased.
    public internal(set) var wrapped: SealedText?
    /// Requests that came before the key.
    public internal(set) var waiting: [GatewayTextRequest] = []
    /// Until when they wait: a key that has not come by then comes no more; `nil` where none does.
    public internal(set) var waitsUntil: Instant?
    /// What was given out, with its time, until Kafka has deleted it anyway.
    public internal(set) var given: [String: Instant] = [:]
    /// When the customer was erased; what is asked for from then on is not given.
    public internal(set) var erasedAt: Instant?

    public init() {}
}

extension GatewayTextState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        wrapped = try fields.optional("wrapped")
        waiting = try fields.required("waiting")
        waitsUntil = try fields.optional("waitsUntil")
        given = try fields.required("given")
        erasedAt = try fields.optional("erasedAt")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("wrapped", wrapped)
        writer.write("waiting", waiting)
        writer.write("waitsUntil", waitsUntil)
        writer.write("given", given)
        writer.write("erasedAt", erasedAt)
    }
}

/// Gives a gateway the texts of a message that is for it: once the key that sealed them is there, and until the customer is erased (S041, S115).
///
/// Its lane is the customer's key. The key and the requests come on different topics, in any order and more than once; each text is given once.
public enum GatewayTextDecider: Decider {
    public enum Input: Hashable, Sendable {
        /// The key was made, or wrapped again.
        case made(SealedText)
        /// The customer was erased, and the key with them.
        case erased
        case requested(GatewayTextRequest)
        case wake
    }

    public enum Event: Hashable, Sendable {
        /// To be opened by the key and sealed for the gateway of its medium.
        case given(GatewayTextRequest, by: SealedText)
        /// What was given under this key is taken back.
        case takenBack(String)
    }

    /// How long a text may be needed, in milliseconds: 30 days, longer than any message is tried again, and than Kafka keeps the texts.
    public static let keptMilliseconds: Int64 = 30 * 86_400_000

    public static var wake: Input { .wake }

    public static func decide(
        _ input: Input, given state: GatewayTextState?, in context: DecisionContext<Void>
    ) throws(Fault) -> Decision<GatewayTextState, Event> {
        var file = state ?? GatewayTextState()
        var events: [Event] = []
        let outlived = Instant(milliseconds: context.now.milliseconds - keptMilliseconds)
        file.given = file.given.filter { $0.value > outlived }
        switch input {
        case .made(let wrapped):
            // A key that was erased does not come back; its message was on its way.
            guard file.erasedAt == nil else { break }
            file.wrapped = wrapped
            for request in file.waiting { give(request, by: wrapped, &file, &events, context.now) }
            file.waiting = []
            file.waitsUntil = nil
        case .erased:
            events = file.given.keys.sorted().map(Event.takenBack)
            file = GatewayTextState()
            file.erasedAt = context.now
        case .requested(let request):
            if let wrapped = file.wrapped {
                give(request, by: wrapped, &file, &events, context.now)
            } else if file.erasedAt == nil, !file.waiting.contains(request) {
                file.waiting.append(request)
                file.waitsUntil = file.waitsUntil ?? Instant(milliseconds: context.now.milliseconds + keptMilliseconds)
            }
        case .wake:
            // An erased key is remembered for as long as a request could still be on its way.
            if let erasedAt = file.erasedAt, erasedAt <= outlived { return Decision(state: nil) }
            if file.wrapped == nil, let until = file.waitsUntil, until <= context.now { return Decision(state: nil) }
        }
        let due = file.erasedAt.map { Instant(milliseconds: $0.milliseconds + keptMilliseconds) } ?? file.waitsUntil
        return Decision(state: file, events: events, due: due)
    }

    private static func give(
        _ request: GatewayTextRequest, by wrapped: SealedText, _ file: inout GatewayTextState, _ events: inout [Event], _ now: Instant
    ) {
        guard file.given.updateValue(now, forKey: request.textKey) == nil else { return }
        events.append(.given(request, by: wrapped))
    }
}
