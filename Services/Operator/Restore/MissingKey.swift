import Contracts
import Domain
import Runtime

/// What was published under one key and is not in the journal.
struct MissingKey: Encodable, Equatable {
    let topic: String
    let key: String
    private(set) var firstSequence: Int64
    private(set) var lastSequence: Int64
    /// The facts' types in the order of their numbers.
    private(set) var types: [String]
    private(set) var from: Instant
    private(set) var to: Instant

    init(_ fact: PublishedFact) {
        topic = fact.position.topic
        key = fact.position.key
        (firstSequence, lastSequence) = (fact.position.sequence, fact.position.sequence)
        types = [fact.event.type]
        (from, to) = (fact.position.at, fact.position.at)
    }

    /// One more fact, of a topic that keeps the order of its keys; a repetition changes nothing.
    mutating func add(_ fact: PublishedFact) {
        guard fact.position.sequence > lastSequence else { return }
        lastSequence = fact.position.sequence
        types.append(fact.event.type)
        to = max(to, fact.position.at)
    }

    /// `4` or `4–6`.
    var sequences: String { firstSequence == lastSequence ? "\(firstSequence)" : "\(firstSequence)–\(lastSequence)" }
}
