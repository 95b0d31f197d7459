public import Contracts
public import Domain
import Foundation

/// Gives a decider to the worker: most services are one of these and a function that reads.
public struct DeciderHandler<Subject: Decider>: LaneHandler where Subject.Event: WireEvent {
    public typealias State = Subject.State
    public typealias Input = Subject.Input
    public typealias Reader = @Sendable (CloudEvent, Topic, WireCoder) throws(Fault) -> Reading<Subject.Input>

    public let group: LaneGroup
    private let policy: Subject.Policy
    private let coder = WireCoder()
    private let reader: Reader
    private let finish: @Sendable (Subject.Event) throws(Fault) -> Subject.Event
    /// What answers an event that cannot be read.
    private let rejection: @Sendable (CloudEvent, Fault, Instant) -> Subject.Event?

    /// - Parameters:
    ///   - finish: the last that is done to an event before it is written, such as attaching a proof.
    ///   - rejection: what answers an event of an outsider that cannot be read; `nil` where nothing does.
    ///   - reader: turns an event of a topic into an input.
    public init(
        _ decider: Subject.Type, topics: [Topic], policy: Subject.Policy,
        finish: @escaping @Sendable (Subject.Event) throws(Fault) -> Subject.Event = { $0 },
        rejection: @escaping @Sendable (CloudEvent, Fault, Instant) -> Subject.Event? = { _, _, _ in nil }, reader: @escaping Reader
    ) {
        self.init(
            decider, group: LaneGroup(name: "complaint", topics: topics.map(InputTopic.init)), policy: policy, finish: finish,
            rejection: rejection, reader: reader)
    }

    /// Gives a decider whose key is not the complaint.
    public init(
        _ decider: Subject.Type, group: LaneGroup, policy: Subject.Policy,
        finish: @escaping @Sendable (Subject.Event) throws(Fault) -> Subject.Event = { $0 },
        rejection: @escaping @Sendable (CloudEvent, Fault, Instant) -> Subject.Event? = { _, _, _ in nil }, reader: @escaping Reader
    ) {
        self.group = group
        self.policy = policy
        self.finish = finish
        self.rejection = rejection
        self.reader = reader
    }

    public func stateKey(forMessageKey key: String) -> String { key }

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<Subject.Input> {
        guard let topic = Topic.named(topic) else { return .skipped }
        return try reader(event, topic, coder)
    }

    public func refusal(
        of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant
    ) throws(Fault) -> OutboundEvent? {
        guard let answer = rejection(event, fault, now) else { return nil }
        return try OutboundEvent(unsequenced: answer, id: id, coder: coder)
    }

    public func wake(key: String) -> Subject.Input { Subject.wake }

    public func decide(
        _ input: Subject.Input, state: Subject.State?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<Subject.State> {
        let context = DecisionContext(now: now, policy: policy, serial: serial)
        let decision = try Subject.decide(input, given: state, in: context)
        var outcome = Outcome(state: decision.state, due: decision.due)
        for decided in decision.events {
            let event = try finish(decided)
            var outbound = try OutboundEvent(event, coder: coder)
            outbound.causationID = event.answeredID
            outcome.events.append(outbound)
        }
        return outcome
    }
}

extension OutboundEvent {
    /// An event of Domain in its form on the wire.
    ///
    /// - Throws: a `Fault` where it has no form in JSON, or neither a sequence nor an identity by which a repetition is known.
    public init(_ event: some WireEvent, id: String? = nil, coder: WireCoder) throws(Fault) {
        let id = id ?? event.wireID
        let data = try event.encodeData(with: coder)
        if event.isSequenced {
            self.init(topic: event.destination.name, key: event.key, type: event.wireType, id: id, data: data)
        } else {
            guard let id else {
                throw Fault(
                    field: "id", problem: "is missing for \(event.wireType), which has no sequence", expected: "an identity of its own")
            }
            self.init(unsequenced: event.destination.name, key: event.key, type: event.wireType, id: id, data: data)
        }
    }
}

extension OutboundEvent {
    /// An event of Domain without a sequence, for a key that several states write.
    public init(unsequenced event: some WireEvent, id: String, coder: WireCoder) throws(Fault) {
        self.init(
            unsequenced: event.destination.name, key: event.key, type: event.wireType, id: id,
            data: try event.encodeData(with: coder))
    }
}

extension Reading {
    /// An input of the complaint that the key names.
    public static func of(_ complaint: String, _ input: Input) -> Reading {
        .input(input, stateKey: complaint, messageKey: complaint)
    }

    /// A command on a complaint that the gate lets in or not.
    ///
    /// - Parameter isValid: whether the command is one; else `input` answers it, where the gate lets it in.
    public static func guarded(
        _ complaint: ComplaintNumber, _ input: Input, isValid: Bool = true, answer: @escaping @Sendable (CommandGate.Refusal) -> Input,
        verdict: @escaping @Sendable () -> CommandGate.Refusal?
    ) -> Reading {
        .guarded(
            GuardedCommand(input, isValid: isValid, answer: answer, verdict: verdict), stateKey: complaint.rawValue,
            messageKey: complaint.rawValue)
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
