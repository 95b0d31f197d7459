import Contracts
import Domain
import Kafka

/// A database that was restored to an earlier time, met by a Kafka that went on.
extension Worker {
    /// How many of the last messages of each partition are looked at.
    private static let lookedAt = 200

    /// Checks, before any lane is taken, that the database knows what was published from it.
    ///
    /// Everything published was committed before, whatever died or changed hands since. So a fact of ours that is not in the journal says that the
    /// database was restored to an earlier time or is another installation's. What it decided again would go out under sequences that readers
    /// have seen, and would be dropped or mixed up with the rest; so nothing is decided.
    ///
    /// - Returns: whether it could be checked; `false` where no broker tells what was published.
    func checkDatabase() throws(StoreError) -> Bool {
        guard !isDatabaseTrusted, !ownTopics.isEmpty else { return true }
        guard let published = try lastPublished() else { return false }
        guard let first = try store.missing(published).first else {
            isDatabaseTrusted = true
            return true
        }
        throw .unusable(
            "the database is behind what was published from it: \(first.topic) has \(first.key) with sequence \(first.sequence), which the "
                + "journal has not, as if it had been restored to an earlier time; nothing is taken. See Ops/runbooks/restore.md and: "
                + "redress restore check --service \(service)")
    }

    private func lastPublished() throws(StoreError) -> [PublishedPosition]? {
        do {
            return try log.last(Self.lookedAt, of: ownTopics).compactMap { PublishedFact($0, from: source)?.position }
        } catch {
            if error.isUnknownTopic { throw .unusable("\(error); create the topics with: redress topics create") }
            if error.isRefusal { throw .unusable("Kafka: \(error); a service reads its own topics, too: redress topics acls --apply") }
            brokerIsAway(error.description)
            return nil
        }
    }
}
