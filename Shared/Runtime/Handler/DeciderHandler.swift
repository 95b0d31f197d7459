public import Contracts
public import Domain
import Foundation

/// Gives a decider to the worker: most services are one of these and a function that reads.
///
/// A class, as are the other handlers: it is lent for each message, and a copy would count each of its fields.
public final class DeciderHandler<Subject: Decider>: LaneHandler where Subject.Event: WireEvent {
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
    public convenience init(
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
    ) -> OutboundEvent? {
        guard let answer = rejection(event, fault, now) else { return nil }
        return OutboundEvent(unsequenced: answer, id: id, coder: coder)
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
