public import Contracts
public import Domain

extension Reading {
    /// An input, with nothing to seal in it, of the complaint or whatever else the key names.
    public static func of(_ key: String, _ input: Input) -> Reading {
        .input(.complete(.valid(input)), stateKey: key, messageKey: key)
    }

    /// A command on a complaint, to be let in by its signature and its sender's roles.
    ///
    /// - Parameters:
    ///   - input: what a command is to the decider.
    ///   - malformed: what answers one that is not valid, or not let in.
    public static func signedCommand<Command>(
        _ event: CloudEvent, by gate: CommandGate, _ command: CommandDraft<Command>,
        as input: @escaping @Sendable (Command, ComplaintNumber, CommandIdentity) -> Input,
        malformed: @escaping @Sendable (Fault, ComplaintNumber, CommandIdentity) -> Input
    ) -> Reading {
        let (complaint, identity) = (command.complaint, command.identity)
        let draft: Draft<Input> =
            switch command.content {
            case .success(let command): .of(command) { input($0, complaint, identity) }
            case .failure(let fault): .complete(.invalid(answer: malformed(fault, complaint, identity)))
            }
        let guarded = GuardedCommand(
            draft, answer: { malformed($0.fault, complaint, identity) }, verdict: { gate.refusal(of: event, by: identity.actor) })
        return .command(guarded, stateKey: complaint.rawValue, messageKey: complaint.rawValue)
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
    /// What a command is to the decider: complete where nothing in it has to be sealed.
    public static func of<Command>(_ command: CommandContent<Command>, as input: @escaping @Sendable (Command) -> Input) -> Draft {
        switch command {
        case .complete(let command): .complete(.valid(input(command)))
        case .unsealed(let command): .unsealed { seal throws(Fault) in .valid(input(try command.sealed(by: seal))) }
        }
    }
}
