import Contracts
import Domain
import Kafka

/// A database that was restored to an earlier time, met by a Kafka that went on.
struct PublishedCheck {
    /// How many of the last messages of each partition are looked at.
    private static let lookedAt = 200

    private let service: String
    private let source: String
    /// The topics that the service alone writes.
    private let topics: [String]
    /// Whether the database has been found to know what was published, and has not been away since.
    private var isPassed = false

    init(service: String, source: String, topics: [String]) {
        self.service = service
        self.source = source
        self.topics = topics
    }

    /// The database may be another one from now on.
    mutating func doubt() { isPassed = false }

    /// Checks, before any lane is taken, that the database knows what was published from it.
    ///
    /// Everything published was committed before, whatever died or changed hands since. So a fact of ours that is not in the journal says that the
    /// database was restored to an earlier time or is another installation's. What it decided again would go out under sequences that readers
    /// have seen, and would be dropped or mixed up with the rest; so nothing is decided.
    ///
    /// - Returns: why it could not be checked, where no broker tells what was published.
    mutating func run(_ log: any MessageLog, _ store: any LaneStore) throws(StoreError) -> KafkaError? {
        guard !isPassed, !topics.isEmpty else { return nil }
        let published: [PublishedPosition]
        do {
            published = try log.last(Self.lookedAt, of: topics).compactMap { PublishedFact($0, from: source)?.position }
        } catch {
            if error.isUnknownTopic { throw .unusable("\(error); create the topics with: redress topics create") }
            if error.isRefusal { throw .unusable("Kafka: \(error); a service reads its own topics, too: redress topics acls --apply") }
            return error
        }
        guard let first = try store.missing(published).first else {
            isPassed = true
            return nil
        }
        throw .unusable(
            "the database is behind what was published from it: \(first.topic) has \(first.key) with sequence \(first.sequence), which the "
                + "journal has not, as if it had been restored to an earlier time; nothing is taken. See Ops/runbooks/restore.md and: "
                + "redress restore check --service \(service)")
    }
}
