import CommandLine
import Domain
import Files
import Foundation
import Postgres

/// `redress dead-letters replay` and `discard`: what people ask, and the lane's owner does.
enum DeadLetterRequest {
    static let replay = OperatorCommand(
        Command(
            "replay", summary: "Have one, or all that match, decided again, and after each those that wait behind it.",
            discussion: discussion + """


                With --payload another payload is decided in place of the one that came; key and headers stay. It needs the sealing key and \
                a reason, is noted in the access log, and the one that came is kept beside it. Many are put right by redress dead-letters mend.
                """,
            examples: [
                "redress dead-letters replay dispatch/complaint/3/12 --by 10086 --wait 10s",
                "redress dead-letters replay --all --service compensation --fault \"cannot be opened\" --by 10086 --dry-run",
                "redress dead-letters replay dispatch/complaint/3/12 --by 10086 --payload mended.json --reason \"the amount lacked its cents\"",
            ],
            options: options(needsReason: false) + BulkRequest.options + [payload] + Revealing.options.filter { $0.name == "sealing-key" },
            operands: [place])
    ) { try run(.replay, $0) }

    private static let payload = Option(
        "payload", value: .string(placeholder: "FILE"), help: "Decide this payload instead; - reads the standard input.")

    private static let place = Operand(
        "PLACE", help: "Where it is, as the list shows it: SERVICE/GROUP/LANE/NUMBER; or --all.", required: false)

    static let discard = OperatorCommand(
        Command(
            "discard", summary: "Have one, or all that match, dropped; those that wait behind follow.",
            discussion: discussion,
            examples: [
                "redress dead-letters discard intake/line/0/7 --by 10086 --reason \"not JSON; the gateway sent it again\" --wait 10s",
                "redress dead-letters discard --all --source /gateway/app --until 2026-10-02T00:00:00+08:00 --by 10086 --reason \"sent again\" --yes",
            ],
            options: options(needsReason: true) + BulkRequest.options, operands: [place])
    ) { try run(.discard, $0) }

    private static let discussion = """
        Letters of one key go in order: one can be asked about if each earlier one of its key is, too. The service that owns it does what is \
        asked within a second or so. With --all it is all that match the options, one question is asked before, and --dry-run shows what it \
        would be.

        What was asked is kept, with who asked and why: see redress dead-letters settled.

        Exit codes: 0 asked, or done where it was waited for; 1 no such letter or none matches, it cannot be asked about, or it failed again; \
        69 the database is away; 75 not done in time, which it may still be.
        """

    static func options(needsReason: Bool) -> [Option] {
        [
            Option(
                "by", value: .string(placeholder: "STAFF"), environment: "REDRESS_ACTOR", required: true,
                help: "Who asks: the staff number."),
            Option("reason", value: .string(placeholder: "TEXT"), required: needsReason, help: "Why; do not name the customer."),
            Option("wait", value: .duration, help: "Wait so long until it is done."),
            JSONOutput.option, TimeText.option,
        ] + OperatorDatabase.options
    }

    /// What became of a request.
    private struct Report: Encodable {
        let place: DeadLetterPlace
        let request: String
        let outcome: String
        var fault: Fault?
        var exitCode = ExitCode.ok

        private enum CodingKeys: String, CodingKey {
            case place, request, outcome, fault
        }
    }

    private static func run(_ request: DeadLetterStore.Request, _ arguments: Arguments) throws -> ExitCode {
        let isBulk = arguments.flag("all")
        guard isBulk != (arguments.operand("PLACE") != nil) else {
            throw UsageError(
                command: "redress dead-letters \(request.rawValue)", subject: "PLACE and --all",
                expected: isBulk ? "only one of them" : "one of them")
        }
        guard isBulk else { return try runOne(request, arguments) }
        if request == .replay, arguments.string("payload") != nil {
            throw UsageError(
                command: "redress dead-letters replay", subject: "--payload and --all",
                expected: "only one of them; redress dead-letters mend puts many right")
        }
        return try BulkRequest(request, verb: request.rawValue, arguments).run()
    }

    private static func runOne(_ request: DeadLetterStore.Request, _ arguments: Arguments) throws -> ExitCode {
        let (place, store) = try DeadLettersCommand.found(arguments, command: request.rawValue)
        let actor = ActorID(try arguments.requiredString("by"))
        let edited = request == .replay ? try edited(place, store, arguments) : nil
        guard try store.ask(request, of: place, by: actor, reason: arguments.string("reason"), edited: edited) else {
            return try refusal(of: place, store)
        }
        var report = Report(place: place, request: request.rawValue, outcome: "asked")
        if let timeout = arguments.duration("wait") { report = try outcome(of: report, store, within: timeout) }
        if arguments.flag("json") {
            try JSONOutput.write(report)
        } else {
            let fault = report.fault.map { ": \($0)" } ?? ""
            StandardStream.output.write("\(request.rawValue) \(place): \(report.outcome)\(fault)\n")
        }
        return report.exitCode
    }

    /// The letter's message with the payload that is given, sealed; `nil` where none is.
    private static func edited(_ place: DeadLetterPlace, _ store: DeadLetterStore, _ arguments: Arguments) throws -> SealedText? {
        guard let path = arguments.string("payload"), let sealed = try store.sealedMessage(place) else { return nil }
        let payload = path == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : try LocalFile.read(path)
        let revealing = try Revealing(noting: arguments, subject: place.description, command: "dead-letters replay --payload")
        return try revealing.edited(sealed, payload: payload)
    }

    /// A letter that is done is gone; one that failed again lies there with no request and a new fault.
    private static func outcome(of asked: Report, _ store: DeadLetterStore, within timeout: Duration) throws -> Report {
        let deadline = ContinuousClock.now.advanced(by: timeout)
        while ContinuousClock.now < deadline {
            guard let letter = try store.letter(asked.place) else {
                return Report(place: asked.place, request: asked.request, outcome: "done")
            }
            if letter.request == nil {
                return Report(place: asked.place, request: asked.request, outcome: "failed again", fault: letter.fault, exitCode: .negative)
            }
            try store.pause()
        }
        return Report(place: asked.place, request: asked.request, outcome: "asked, and not done yet", exitCode: .temporaryFailure)
    }

    private static func refusal(of place: DeadLetterPlace, _ store: DeadLetterStore) throws -> ExitCode {
        guard let letter = try store.letter(place) else { return DeadLettersCommand.missing(place) }
        let others = letter.before == 1 ? "another" : "\(letter.before) others"
        StandardStream.errors.write(
            "redress: nothing can be asked of \(place): it waits behind \(others) of its key \(letter.key); --all --key does all of them\n")
        return .negative
    }
}
