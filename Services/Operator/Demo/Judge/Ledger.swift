import Contracts
import Domain
import Foundation
import Postgres
import Runtime

/// What the five services' databases hold at the end, to be compared with what their topics said.
struct Ledger {
    /// Events by type, over all journals.
    private(set) var events: [String: Int] = [:]
    /// Events that outsiders sent to intake and that were taken, each once.
    private(set) var taken = 0
    /// Messages put aside as poison.
    private(set) var deadLetters = 0
    /// The complaints whose work orders are archived.
    private(set) var archived: Set<String> = []

    init(events: [String: Int], taken: Int, deadLetters: Int = 0, archived: Set<String>) {
        self.events = events
        self.taken = taken
        self.deadLetters = deadLetters
        self.archived = archived
    }

    /// Reads all five schemas.
    init(_ connection: PostgresConnection) throws {
        for service in MigrateCommand.services {
            let schema = try connection.quoted(identifier: ServiceDatabase.schemaName(of: service))
            let journal = try connection.execute(
                Statement("SELECT type, count(*) FROM \(schema).journal WHERE type IS NOT NULL GROUP BY type"))
            for row in 0..<journal.count { events[try journal.text(row, 0), default: 0] += Int(try journal.int8(row, 1)) }
            let poison = try connection.execute(Statement("SELECT count(*) FROM \(schema).dead_letter WHERE kind = 'poison'"))
            deadLetters += Int(try poison.int8(0, 0))
        }
        taken = Int(try connection.execute(Statement("SELECT count(*) FROM intake.taken_event")).int8(0, 0))
        let orders = try connection.execute(
            Statement("SELECT key FROM dispatch.complaint_state WHERE body->'state'->'archived' IS NOT NULL"))
        for row in 0..<orders.count { archived.insert(try orders.text(row, 0)) }
    }

    /// What does not agree with the topics, in words; empty where all does.
    func differences(from tally: Tally) -> [String] {
        let pairs: [(String, topics: Int, database: Int)] = [
            ("submitted", tally.submissions.count, taken),
            ("registered", tally[.registered], events["redress.complaint.registered.v1", default: 0]),
            ("dispatched", tally[.dispatched], events["redress.work-order.dispatched.v1", default: 0]),
            ("archived", tally[.archived], archived.count),
            ("warnings", tally[.warned], events["redress.alert.warned.v1", default: 0]),
            ("breaches", tally[.breached], events["redress.alert.breached.v1", default: 0]),
            ("settled claims", tally[.settled], events["redress.compensation.settled.v1", default: 0]),
            ("delivered messages", tally[.delivered], events["redress.notification.delivered.v1", default: 0]),
            ("dead letters", tally[.deadLetters], deadLetters),
        ]
        return pairs.filter { $0.topics != $0.database }.map {
            "\($0.0): the topics have \($0.topics), the databases \($0.database)"
        }
    }
}
