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
            options: [
                Option("service", value: .choice(OperatorDatabase.services.map(\.name)), repeated: true, help: "Only this service's."),
                Option("key", value: .string(placeholder: "KEY"), help: "Only those of this key: a complaint's number, or a line's token."),
                JSONOutput.option, TimeText.option,
            ] + OperatorDatabase.options)
    ) { arguments in
        let chosen = arguments.strings("service")
        var letters: [SettledLetter] = []
        for service in OperatorDatabase.services where chosen.isEmpty || chosen.contains(service.name) {
            letters += try SettledLetter.all(
                of: service.name, key: arguments.string("key"), on: OperatorDatabase.connect(service, arguments))
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
        return table.render()
    }
}
