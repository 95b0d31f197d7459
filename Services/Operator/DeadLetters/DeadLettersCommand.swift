import CommandLine
import Domain
import Foundation
import Postgres
import Runtime

/// `redress dead-letters`: messages that were put aside, and what is to become of them.
enum DeadLettersCommand {
    static let command = OperatorCommand(
        "dead-letters", summary: "List dead letters, repair them, process them again or drop them.",
        subcommands: [list, show, SettledLetters.command, DeadLetterRequest.replay, DeadLetterRequest.discard, MendRequest.command])

    /// The operand that names a letter.
    static let place = Operand("PLACE", help: "The dead letter, as the list shows it: SERVICE/GROUP/LANE/NUMBER.")

    /// `--service` and `--key`: which settled letters a list shows.
    static let choice: [Option] = [
        Option("service", value: .choice(OperatorDatabase.services.map(\.name)), repeated: true, help: "Only of this service."),
        Option("key", value: .string(placeholder: "KEY"), help: "Only with this key: a complaint's number, or a line's token."),
    ]

    /// What is read of each service that is chosen, in the services' order.
    static func chosen<Letter>(
        _ arguments: Arguments, _ read: (_ service: String, _ key: String?, PostgresConnection) throws -> [Letter]
    ) throws -> [Letter] {
        let names = arguments.strings("service")
        return try OperatorDatabase.services.filter { names.isEmpty || names.contains($0.name) }.flatMap { service in
            try read(service.name, arguments.string("key"), OperatorDatabase.connect(service, arguments))
        }
    }

    private static let list = OperatorCommand(
        Command(
            "list", summary: "List dead letters: what is wrong, where each came from, how many messages wait behind it; or count them.",
            discussion: """
                A message that failed holds up the later messages of its key, and no others. --group-by counts dead letters by what they have in \
                common; the same options choose which ones replay --all, discard --all and mend --all handle.

                Exit codes: 0 listed (even if there are none), 69 a database does not answer.
                """,
            examples: [
                "redress dead-letters list", "redress dead-letters list --service dispatch --waiting --json",
                "redress dead-letters list --group-by fault --group-by source",
                "redress dead-letters list --source /gateway/app --limit 20",
            ],
            options: LetterFilter.options + [
                LetterGroup.option,
                Option("limit", value: .int(1...10_000), default: "10000", help: "List at most this many of each service."),
                JSONOutput.option, TimeText.option,
            ] + OperatorDatabase.options)
    ) { arguments in
        let filter = try LetterFilter(arguments, command: "list")
        let stores = try OperatorDatabase.services.filter { filter.includes($0.name) }.map {
            DeadLetterStore($0.name, try OperatorDatabase.connect($0, arguments))
        }
        let splits = arguments.strings("group-by").compactMap(LetterGroup.Split.init(rawValue:))
        guard splits.isEmpty else { return try count(stores, filter, by: splits, arguments) }
        let letters = try stores.flatMap { try $0.letters(filter, limit: arguments.int("limit") ?? Int(DeadLetterStore.limit)) }
        if arguments.flag("json") {
            try JSONOutput.write(letters)
        } else {
            StandardStream.output.write(letters.isEmpty ? "no dead letters\n" : table(letters, try TimeText(arguments)))
        }
        return .ok
    }

    private static func count(
        _ stores: [DeadLetterStore], _ filter: LetterFilter, by splits: [LetterGroup.Split], _ arguments: Arguments
    ) throws -> ExitCode {
        let groups = try stores.flatMap { try $0.counts(filter, by: splits) }.sorted { $0.count > $1.count }
        if arguments.flag("json") {
            try JSONOutput.write(groups)
        } else {
            let text = groups.isEmpty ? "no dead letters\n" : LetterGroup.table(groups, by: splits, try TimeText(arguments))
            StandardStream.output.write(text)
        }
        return .ok
    }

    private static let show = OperatorCommand(
        Command(
            "show", summary: "Show one dead letter: what is wrong with it and, with --reveal, the message itself.",
            discussion: """
                The message may contain personal data and is sealed; --reveal opens it if you have the sealing key, and records who looked and \
                why.

                Exit codes: 0 shown, 1 no such dead letter, 69 the database does not answer.
                """,
            examples: [
                "redress dead-letters show dispatch/complaint/3/12 --reveal --reason \"why it failed\" --sealing-key-file /run/secrets/sealing-key"
            ],
            options: [JSONOutput.option, TimeText.option] + OperatorDatabase.options + Revealing.options,
            operands: [place])
    ) { arguments in
        let (place, store) = try found(arguments, command: "show")
        guard let letter = try store.letter(place) else { return missing(place) }
        let revealing = try Revealing(arguments, subject: place.description, command: "dead-letters show")
        let message = try revealing.flatMap { revealing in
            try store.sealedMessage(place).map { OpenedMessage(try revealing.deadLetter($0)) }
        }
        if arguments.flag("json") {
            try JSONOutput.write(Shown(letter: letter, message: message))
        } else {
            StandardStream.output.write(text(letter, message, try TimeText(arguments)))
        }
        return .ok
    }

    private struct Shown: Encodable {
        let letter: ListedLetter
        let message: OpenedMessage?
    }

    /// The letter a command line names, and where it is kept.
    static func found(_ arguments: Arguments, command: String) throws -> (DeadLetterPlace, DeadLetterStore) {
        let text = arguments.operand("PLACE") ?? ""
        guard let place = DeadLetterPlace(text), let service = OperatorDatabase.services.first(where: { $0.name == place.service }) else {
            throw UsageError(
                command: "redress dead-letters \(command)", subject: "PLACE", given: text,
                expected: "SERVICE/GROUP/LANE/NUMBER, such as dispatch/complaint/3/12")
        }
        return (place, DeadLetterStore(service.name, try OperatorDatabase.connect(service, arguments)))
    }

    /// Says that there is no such letter.
    static func missing(_ place: DeadLetterPlace) -> ExitCode {
        StandardStream.errors.write("redress: there is no dead letter \(place); it may have been handled already\n")
        return .negative
    }

    static func table(_ letters: [ListedLetter], _ times: TimeText) -> String {
        var table = TextTable(
            ["place", "since", "key", "from", "behind", "what is wrong", "asked for"],
            alignments: [.left, .left, .left, .left, .right])
        for letter in letters {
            table.add([
                letter.place.description, times.text(letter.at), letter.key, letter.origin, "\(letter.behind)", letter.faultText,
                letter.requestText,
            ])
        }
        return table.shown()
    }

    private static func text(_ letter: ListedLetter, _ message: OpenedMessage?, _ times: TimeText) -> String {
        var table = TextTable(["", ""])
        table.add(["place", letter.place.description])
        table.add(["since", times.text(letter.at)])
        table.add(["key", letter.key])
        table.add(["from", letter.origin])
        if let source = letter.source { table.add(["sender", source]) }
        if let type = letter.type { table.add(["type", type]) }
        table.add(["what is wrong", letter.faultText])
        table.add(["with its key", "\(letter.before) before it, \(letter.behind) behind it"])
        if letter.request != nil { table.add(["asked for", letter.requestText]) }
        for part in message?.parts ?? [] { table.add([part.name, part.text]) }
        return table.shown()
    }
}
