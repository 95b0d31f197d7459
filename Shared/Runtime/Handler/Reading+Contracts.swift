public import Contracts
public import Domain
public import Kafka

extension Reading {
    /// An input, with nothing to seal in it, of the complaint or whatever else the key names.
    public static func of(_ key: String, _ input: Input) -> Reading {
        .input(.complete(.valid(input)), stateKey: key, messageKey: key)
    }

    /// A command on a complaint, to be let in by its signature and its sender's roles.
    ///
    /// - Parameters:
    ///   - read: reads the command; asked once more where it has something to seal, with what seals it.
    ///   - input: what a command is to the decider.
    ///   - malformed: what answers one that is not valid, or not let in.
    /// - Throws: what `read` throws.
    public static func signedCommand<Command>(
        _ event: CloudEvent, by gate: CommandGate,
        read: @escaping @Sendable (CloudEvent, any PersonalDataGuard) throws(Fault) -> ReceivedCommand<Command>,
        as input: @escaping @Sendable (Command, ComplaintNumber, CommandIdentity) -> Input,
        malformed: @escaping @Sendable (Fault, ComplaintNumber, CommandIdentity) -> Input
    ) throws(Fault) -> Reading {
        let (received, draft) = try Draft<Input>.of(event, read: read) { received in
            switch received.command {
            case .success(let command): .valid(input(command, received.complaint, received.identity))
            case .failure(let fault): .invalid(answer: malformed(fault, received.complaint, received.identity))
            }
        }
        let (complaint, identity) = (received.complaint, received.identity)
        let command = GuardedCommand(
            draft, answer: { malformed($0.fault, complaint, identity) }, verdict: { gate.refusal(of: event, by: identity.actor) })
        return .command(command, stateKey: complaint.rawValue, messageKey: complaint.rawValue)
    }

    /// A fact of a topic whose every event belongs to the complaint that is its key; `nil` is a type that is not known.
    public static func fact<Event: WireEvent>(
        _ event: CloudEvent, _ coder: WireCoder, as input: (Event) -> Input
    ) throws(Fault) -> Reading {
        try reading(of: Event.decode(type: event.type, data: event.data, with: coder), event, as: input)
    }

    private static func reading<Event: WireEvent>(of fact: Event?, _ event: CloudEvent, as input: (Event) -> Input) -> Reading {
        guard let fact else { return isAboutNoComplaint(event.type) ? .ignored : .skipped }
        if fact.isAnswerAlone(sequence: event.sequence) { return .ignored }
        return .of(fact.key, input(fact))
    }

    /// An alert of one complaint; that an alarm is over is for monitoring consumers, and calls for nothing.
    public static func alert(_ event: CloudEvent, _ coder: WireCoder, as input: (ClockEvent) -> Input) throws(Fault) -> Reading {
        let alert = try ClockEvent.decode(type: event.type, data: event.data, with: coder)
        if case .cleared? = alert { return .skipped }
        return reading(of: alert, event, as: input)
    }

    /// Alerts on many complaints, and heartbeats, have keys of their own.
    private static func isAboutNoComplaint(_ type: String) -> Bool {
        type == Heartbeat.wireType || RiskEvent.wireTypes.contains(type)
    }
}

extension Draft {
    /// Reads an event for a reader that seals as it reads. Where nothing in it has to be sealed the draft is complete; else it is read again once the
    /// document's key is known.
    ///
    /// - Returns: what was read, of which nothing that is sealed may be used, and the draft.
    /// - Throws: what `read` throws.
    public static func of<Read>(
        _ event: CloudEvent, read: @escaping @Sendable (CloudEvent, any PersonalDataGuard) throws(Fault) -> Read,
        as checked: @escaping @Sendable (Read) -> CheckedInput<Input>
    ) throws(Fault) -> (read: Read, draft: Draft) {
        let key = KeyToCome()
        let first = try read(event, key)
        guard key.isWanted else { return (first, .complete(checked(first))) }
        return (first, .unsealed { seal throws(Fault) in checked(try read(event, seal)) })
    }
}

/// The headers of a message, as events are read from them and written to them.
extension MessageHeaders: EventHeaders, EventHeaderWriter {}
