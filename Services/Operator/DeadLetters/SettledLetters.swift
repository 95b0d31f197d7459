import CommandLine
import Domain
import Foundation
import Postgres
import Runtime

/// A dead letter that was replayed or discarded; the message itself stays sealed.
struct SettledLetter: Encodable {
    /// The most that are listed of one service.
    static let limit: Int32 = 10_000

    let place: DeadLetterPlace
    let key: String
    /// Its topic, partition and offset.
    let origin: String
    /// `replay` or `discard`.
    let request: String
    /// Whether another payload was decided than the one that came.
    let wasEdited: Bool
    let requestedBy: String?
    let reason: String?
    let at: Instant
    let settledAt: Instant

    /// Those of one service, the latest first.
    ///
    /// - Parameter connection: its search path is the service's schema.
    static func all(of service: String, key: String?, on connection: PostgresConnection) throws(PostgresError) -> [SettledLetter] {
        let rows = try connection.execute(
            Statement(
                """
                SELECT lane_group, lane, number, key, topic, partition, message_offset, request, original IS NOT NULL, requested_by, \
                request_reason, at, settled_at FROM settled_letter WHERE $1::text IS NULL OR key = $1 \
                ORDER BY settled_at DESC, lane_group, lane, number DESC LIMIT \(limit)
                """, [key.map { .text($0) } ?? .null(.text)]))
        var letters: [SettledLetter] = []
        for row in 0..<rows.count {
            letters.append(
                SettledLetter(
                    place: DeadLetterPlace(
                        service: service, group: try rows.text(row, 0), lane: try rows.int4(row, 1), number: try rows.int8(row, 2)),
                    key: try rows.text(row, 3),
                    origin: "\(try rows.text(row, 4))/\(try rows.int4(row, 5))/\(try rows.int8(row, 6))",
                    request: try rows.text(row, 7), wasEdited: try rows.bool(row, 8), requestedBy: try rows.optionalText(row, 9),
                    reason: try rows.optionalText(row, 10), at: try rows.instant(row, 11), settledAt: try rows.instant(row, 12)))
        }
        return letters
    }
}

/// `redress dead-letters settled`: what became of those that were asked about.
enum SettledLetters {
    static let command = OperatorCommand(
        Command(
            "settled", summary: "List the dead letters that were replayed or discarded: by whom, when and why.",
            discussion: """
                They are kept as long as the journal; see redress retention.

                Exit codes: 0 listed (even if there are none), 69 a database does not answer.
                """,
            examples: ["redress dead-letters settled --service intake", "redress dead-letters settled --key C20260401000001 --json"],
            options: DeadLettersCommand.choice + [JSONOutput.option, TimeText.option] + OperatorDatabase.options)
    ) { arguments in
        let letters = try DeadLettersCommand.chosen(arguments) { service, key, connection in
            try SettledLetter.all(of: service, key: key, on: connection)
        }
        if arguments.flag("json") {
            try JSONOutput.write(letters)
        } else {
            StandardStream.output.write(letters.isEmpty ? "no dead letters were settled\n" : table(letters, try TimeText(arguments)))
        }
        return .ok
    }

    private static func table(_ letters: [SettledLetter], _ times: TimeText) -> String {
        var table = TextTable(["place", "settled", "key", "from", "what", "by", "why"])
        for letter in letters {
            table.add([
                letter.place.description, times.text(letter.settledAt), letter.key, letter.origin,
                letter.wasEdited ? "\(letter.request), edited" : letter.request, letter.requestedBy ?? "", letter.reason ?? "",
            ])
        }
        return table.shown()
    }
}
