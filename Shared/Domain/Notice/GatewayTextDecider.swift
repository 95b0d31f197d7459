/// Gives a gateway the texts of a message that is for it: once the key that sealed them is there, and until the customer is erased (S041, S115).
///
/// Its lane is the customer's key. The key and the requests come on different topics, in any order and more than once; each text is given once.
public enum GatewayTextDecider: Decider {
    public enum Input: Hashable, Sendable {
        /// The key was made, or wrapped again.
        case made(Sealed)
        /// The customer was erased, and the key with them.
        case erased
        case requested(GatewayTextRequest)
        case wake
    }

    public enum Event: Hashable, Sendable {
        /// To be opened by the key and sealed for the gateway of its medium.
        case given(GatewayTextRequest, by: Sealed)
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
        _ request: GatewayTextRequest, by wrapped: Sealed, _ file: inout GatewayTextState, _ events: inout [Event], _ now: Instant
    ) {
        guard file.given.updateValue(now, forKey: request.textKey) == nil else { return }
        events.append(.given(request, by: wrapped))
    }
}
