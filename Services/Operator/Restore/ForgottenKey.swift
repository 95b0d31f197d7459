import Contracts
import Domain
import Runtime

/// What was published under one key and is not in the journal.
struct ForgottenKey: Encodable, Equatable {
    let topic: String
    let key: String
    private(set) var firstSequence: Int64
    private(set) var lastSequence: Int64
    /// The facts' types in the order of their numbers.
    private(set) var types: [String]
    private(set) var from: Instant
    private(set) var to: Instant

    init(_ fact: PublishedFact) {
        topic = fact.mark.topic
        key = fact.mark.key
        (firstSequence, lastSequence) = (fact.mark.sequence, fact.mark.sequence)
        types = [fact.event.type]
        (from, to) = (fact.mark.at, fact.mark.at)
    }

    /// One more fact, of a topic that keeps the order of its keys; a repetition changes nothing.
    mutating func add(_ fact: PublishedFact) {
        guard fact.mark.sequence > lastSequence else { return }
        lastSequence = fact.mark.sequence
        types.append(fact.event.type)
        to = max(to, fact.mark.at)
    }

    /// `4` or `4–6`.
    var sequences: String { firstSequence == lastSequence ? "\(firstSequence)" : "\(firstSequence)–\(lastSequence)" }
}
