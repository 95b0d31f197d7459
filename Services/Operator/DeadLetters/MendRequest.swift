import CommandLine
import Domain
import Foundation
import Runtime

/// `redress dead-letters mend`: has letters decided again with payloads that a program of the operator's has put right.
enum MendRequest {
    static let command = OperatorCommand(
        Command(
            "mend", summary: "Repair many dead letters with a program, and process them again.",
            discussion: """
                Opens the payload of each dead letter that matches, gives it to the program on its standard input, and processes what the \
                program writes instead; key and headers stay. If the program fails or changes nothing, that dead letter and the later ones of \
                its key stay as they are; those without a key are independent of each other. This needs the sealing key and a reason; each dead \
                letter is recorded in the access log, and the original is kept.

                --dry-run runs the program and changes nothing: it shows how many would be repaired.

                Exit codes: 0 requested, or done if --wait was given; 1 none matches, some could not be repaired, or failed again; \
                64 wrong usage; 69 a database does not answer; 75 not done in time (they may still be done).
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
