import Contracts
import Domain
import Foundation
import Postgres
import Runtime

/// The erasure of one customer: their keys are destroyed in every service, so that no copy of what they sealed opens any more.
struct CustomerErasure {
    /// What stands against it; nothing is changed then.
    struct Obstacles: Encodable, Equatable {
        /// Complaints that are not archived.
        var open: [String] = []
        /// Services that still have work to do, with the complaints.
        var unfinished: [String: [String]] = [:]
        /// Dead letters that have to be replayed or discarded first, by service.
        var deadLetters: [String: [String]] = [:]
        var held: [String] = []

        /// Whether it could be done all the same.
        var canBeOverruled: Bool { deadLetters.isEmpty && held.isEmpty }
        var isEmpty: Bool { self == Obstacles() }
    }

    /// What was done.
    struct Summary: Encodable {
        var complaints = 0
        var documents = 0
        var entries = 0
        var keys = 0
        /// Complaints whose documents keep texts of earlier releases until their work is done.
        var waiting = 0
        /// Services whose tombstones Kafka has not confirmed.
        var unsent: [String] = []
    }

    let token: LineToken
    /// All the line's complaints that intake knows of.
    let complaints: [String]
    private let open: [String]
    private let stores: [RetentionStore]

    /// - Parameter connections: by service, intake's first.
    /// - Returns: `nil` where intake knows nothing of the line.
    init?(of token: LineToken, _ connections: [(service: String, connection: PostgresConnection)]) throws {
        guard let intake = connections.first(where: { $0.service == "intake" })?.connection else { return nil }
        self.token = token
        stores = connections.map { RetentionStore($0.service, $0.connection) }
        let files = try intake.execute(Statement("SELECT body FROM line_state WHERE key = $1", [.text(token.rawValue)]))
        let told = try intake.execute(
            Statement(
                "SELECT key, coalesce((body #>> '{state,isOpen}')::boolean, false) FROM complaint_state WHERE reference = $1",
                [.text(token.rawValue)]))
        guard files.count + told.count > 0 else { return nil }
        var known: Set<String> = []
        var archived: Set<String> = []
        for row in 0..<told.count {
            known.insert(try told.text(row, 0))
            if try !told.bool(row, 1) { archived.insert(try told.text(row, 0)) }
        }
        let file = files.isEmpty ? nil : try WireCoder().decode(StoredCompanion<LineState>.self, from: files.data(0, 0)).state
        let filed = file?.complaints ?? []
        open = filed.filter { $0.isOpen && !archived.contains($0.number.rawValue) }.map(\.number.rawValue)
        complaints = known.union(filed.map(\.number.rawValue)).sorted()
    }

    func obstacles(held: Set<String>) throws -> Obstacles {
        var obstacles = Obstacles(open: open, held: complaints.filter(held.contains))
        for store in stores.map(\.customers) {
            let unfinished = try store.unfinished(complaints)
            if !unfinished.isEmpty { obstacles.unfinished[store.service] = unfinished }
            let letters = try store.unsettled(complaints + [token.rawValue])
            if !letters.isEmpty { obstacles.deadLetters[store.service] = letters }
        }
        return obstacles
    }

    /// Does it; what was broken off is begun again.
    ///
    /// - Parameter timeout: how long to wait for Kafka: to confirm keys that are new, and then the tombstones, which the services send.
    /// - Throws: ``CustomerStore/NotYetSent`` where a key is so new that Kafka has not confirmed it in that time.
    func run(within timeout: Duration) throws -> Summary {
        let deadline = ContinuousClock.now.advanced(by: timeout)
        var summary = Summary(complaints: complaints.count)
        var unsent: [(store: CustomerStore, unsent: CustomerStore.UnsentTombstone)] = []
        for retention in stores {
            let store = retention.customers
            let erased = try retention.erase(complaints)
            summary.documents += erased.documents.count
            summary.entries += erased.entries.count
            summary.waiting = max(summary.waiting, erased.waiting.count)
            var done = try Self.destroyKeys(of: complaints, group: "complaint", in: store, by: deadline)
            if store.service == "intake" {
                let line = try Self.destroyKeys(of: [token.rawValue], group: "line", in: store, by: deadline)
                done = (done.keys + line.keys, done.unsent + line.unsent)
            }
            summary.keys += done.keys
            unsent += done.unsent.map { (store, $0) }
        }
        while true {
            unsent = try unsent.filter { try !$0.store.isSent($0.unsent) }
            guard let first = unsent.first, ContinuousClock.now < deadline else { break }
            try Self.pause(first.store)
        }
        summary.unsent = Set(unsent.map(\.store.service)).sorted()
        return summary
    }

    /// Waits for a key that was made a moment ago: a service notes now and then, not at once, how far Kafka has what it sent.
    private static func destroyKeys(
        of documents: [String], group: String, in store: CustomerStore, by deadline: ContinuousClock.Instant
    ) throws -> (keys: Int, unsent: [CustomerStore.UnsentTombstone]) {
        while true {
            do {
                return try store.destroyKeys(of: documents, group: group)
            } catch let error as CustomerStore.NotYetSent {
                guard ContinuousClock.now < deadline else { throw error }
                try pause(store)
            }
        }
    }

    private static func pause(_ store: CustomerStore) throws {
        try store.connection.execute(Statement("SELECT true FROM pg_sleep(0.2)"))
    }
}
