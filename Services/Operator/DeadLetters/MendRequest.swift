import CommandLine
import Domain
import Foundation
import Runtime

/// `redress dead-letters mend`: has letters decided again with payloads that a program of the operator's has put right.
enum MendRequest {
    static let command = OperatorCommand(
        Command(
            "mend", summary: "Repair many by one program, and have them decided again.",
            discussion: """
                Each payload that matches is opened, given to the program on its standard input, and what the program writes is decided instead; \
                key and headers stay. A letter is left as it is where the program fails or changes nothing, and so are the later ones of its \
                key; those without a key stand each for itself. It needs the sealing key and a reason; each letter is noted in the access log, and the one that came is kept beside it.

                With --dry-run the program is run, and nothing is changed: it shows how many it would mend.

                Exit codes: 0 asked, or done where it was waited for; 1 none matches, some could not be mended, or failed again; \
                64 wrong usage; 69 a database is away; 75 not done in time, which they may still be.
                """,
            examples: [
                "redress dead-letters mend --all --source /gateway/hall --fault quarantine --through 'jq -c \".data.takenBy //= \\\"hall-017\\\"\"' --by 10086 --reason \"the hall leaves it out\" --dry-run",
                "redress dead-letters mend --all --topic intake --through \"iconv -f gbk -t utf-8\" --by 10086 --reason \"sent in GBK\" --yes --wait 1m",
            ],
            options: DeadLetterRequest.options(needsReason: true) + BulkRequest.options + [through]
                + Revealing.options.filter { $0.name == "sealing-key" })
    ) { try run($0) }

    private static let through = Option(
        "through", value: .string(placeholder: "COMMAND"), required: true,
        help: "The program, as a shell takes it: payload in, payload out.")

    /// How many letters are opened and written at once.
    private static let portion = 200

    private static func run(_ arguments: Arguments) throws -> ExitCode {
        guard arguments.flag("all") else {
            throw UsageError(command: "redress dead-letters mend", subject: "--all", expected: "it, with options that say which letters")
        }
        let program = PayloadProgram(try arguments.requiredString("through"))
        return try BulkRequest(.replay, verb: "mend", arguments).run { share, isDryRun in
            try mended(share, by: program, arguments, isDryRun: isDryRun)
        }
    }

    private static func mended(
        _ share: BulkRequest.Share, by program: PayloadProgram, _ arguments: Arguments, isDryRun: Bool
    ) throws -> (places: [DeadLetterPlace], messages: [SealedText]) {
        let revealing = try Revealing(
            noting: arguments, subjects: share.places.map(\.description),
            command: isDryRun ? "dead-letters mend --dry-run" : "dead-letters mend")
        var (places, messages): ([DeadLetterPlace], [SealedText]) = ([], [])
        var stuck: Set<String> = []
        var bar = ProgressBar("mend", total: share.places.count)
        for start in stride(from: 0, to: share.places.count, by: portion) {
            let some = Array(share.places[start..<min(start + portion, share.places.count)])
            for (place, key, sealed) in try share.store.sealedMessages(some) {
                bar.advance()
                let group = "\(place.group)/\(key)"
                guard !stuck.contains(group), let mended = try revealing.mended(sealed, by: program) else {
                    // Of those without a key none waits for another.
                    if !key.isEmpty { stuck.insert(group) }
                    continue
                }
                places.append(place)
                messages.append(mended)
            }
        }
        bar.finish()
        return (places, messages)
    }
}
