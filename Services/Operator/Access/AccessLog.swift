import Domain
import Foundation
import Postgres
import Runtime

/// Who saw sealed data in clear: a table that is only ever added to (S041, S115, S201 11.4).
struct AccessLog {
    /// The most entries one list shows.
    static let limit: Int32 = 10_000

    /// One look at sealed data.
    struct Entry: Hashable, Encodable {
        let at: Instant
        /// The staff number that was given.
        let actor: String
        /// The database role that logged in, which the server itself notes.
        let login: String
        /// A complaint's number, or the place of a dead letter.
        let subject: String
        let command: String
        let reason: String

        /// The look at the time that a clock showed then.
        func shown(by clock: any RuntimeClock) -> Entry {
            Entry(at: clock.shown(at: at), actor: actor, login: login, subject: subject, command: command, reason: reason)
        }
    }

    private let connection: PostgresConnection

    /// - Parameter connection: into the schema of operations.
    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// Notes a look at each subject before it is had: what cannot be noted is not shown.
    func note(_ subjects: [String], command: String, by actor: ActorID, reason: String) throws(PostgresError) {
        try connection.run([
            Statement("BEGIN READ WRITE"),
            Statement(
                "INSERT INTO access_log (actor, subject, command, reason) SELECT $1, s, $3, $4 FROM unnest($2::text[]) AS s",
                [.text(actor.rawValue), .textArray(subjects), .text(command), .text(reason)]),
            Statement("COMMIT"),
        ])
    }

    /// The looks at one subject, by one person or from a time on, the latest first.
    func entries(subject: String?, actor: String?, since: Instant?) throws(PostgresError) -> [Entry] {
        let rows = try connection.execute(
            Statement(
                """
                SELECT at, actor, login, subject, command, reason FROM access_log WHERE ($1::text IS NULL OR subject = $1) \
                AND ($2::text IS NULL OR actor = $2) AND ($3::timestamptz IS NULL OR at >= $3) ORDER BY number DESC LIMIT \(Self.limit)
                """,
                [
                    subject.map { .text($0) } ?? .null(.text), actor.map { .text($0) } ?? .null(.text),
                    since.map { .timestamp($0.microseconds) } ?? .null(.timestamp),
                ]))
        var entries: [Entry] = []
        for row in 0..<rows.count {
            entries.append(
                Entry(
                    at: try rows.instant(row, 0), actor: try rows.text(row, 1),
                    login: try rows.text(row, 2), subject: try rows.text(row, 3), command: try rows.text(row, 4),
                    reason: try rows.text(row, 5)))
        }
        return entries
    }
}
