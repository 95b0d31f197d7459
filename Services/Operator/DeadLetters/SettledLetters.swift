import CommandLine
import Domain
import Foundation
import Postgres
import Runtime

/// `redress dead-letters settled`: what became of those that were asked about.
enum SettledLetters {
    static let command = OperatorCommand(
        Command(
            "settled", summary: "List those that were replayed or discarded: who asked, when and why.",
            discussion: """
                They are kept as long as the journal, see redress retention.

                Exit codes: 0 listed (none is 0 too), 69 a database is away.
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
            StandardStream.output.write(letters.isEmpty ? "none were settled\n" : table(letters, try TimeText(arguments)))
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
