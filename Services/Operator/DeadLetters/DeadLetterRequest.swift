import CommandLine
import Domain
import Files
import Foundation
import Postgres

/// `redress dead-letters replay` and `discard`: what people ask, and the lane's owner does.
enum DeadLetterRequest {
    static let replay = OperatorCommand(
        Command(
            "replay", summary: "Process one dead letter again, or all that match, and then the messages waiting behind it.",
            discussion: discussion + """


                With --payload, another payload is processed instead of the original; key and headers stay. This needs the sealing key and a \
                reason, is recorded in the access log, and the original is kept. To repair many at once, use redress dead-letters mend.
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
        "payload", value: .string(placeholder: "FILE"), help: "A file with the payload to process instead; - reads the standard input.")

    private static let place = Operand(
        "PLACE", help: "The dead letter, as the list shows it: SERVICE/GROUP/LANE/NUMBER. Not with --all.", required: false)

    static let discard = OperatorCommand(
        Command(
            "discard", summary: "Drop one dead letter, or all that match, and process the messages waiting behind it.",
            discussion: discussion,
            examples: [
                "redress dead-letters discard intake/line/0/7 --by 10086 --reason \"not JSON; the gateway sent it again\" --wait 10s",
                "redress dead-letters discard --all --source /gateway/app --until 2026-10-02T00:00:00+08:00 --by 10086 --reason \"sent again\" --yes",
            ],
            options: options(needsReason: true) + BulkRequest.options, operands: [place])
    ) { try run(.discard, $0) }

    private static let discussion = """
        Dead letters of one key are handled in order: to handle one, every earlier one of its key must be handled too. The service that \
        owns the dead letter does it within a second or so. --all handles every one that matches the options, after asking once; --dry-run \
        shows which ones, and changes nothing.

        Each request is kept, with who made it and why: see redress dead-letters settled.

        Exit codes: 0 requested, or done if --wait was given; 1 there is no such dead letter, none matches, an earlier one of its key comes \
        first, or it failed again; 69 the database does not answer; 75 not done in time (it may still be done).
        """

    static func options(needsReason: Bool) -> [Option] {
        [
            Option(
                "by", value: .string(placeholder: "STAFF"), environment: "REDRESS_ACTOR", required: true,
                help: "Your staff number."),
            Option("reason", value: .string(placeholder: "TEXT"), required: needsReason, help: "The reason; do not name the customer."),
            Option("wait", value: .duration, help: "Wait until it is done, at most this long."),
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
                expected: "only one of them; redress dead-letters mend repairs many")
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
        return Report(place: asked.place, request: asked.request, outcome: "requested, not done yet", exitCode: .temporaryFailure)
    }

    private static func refusal(of place: DeadLetterPlace, _ store: DeadLetterStore) throws -> ExitCode {
        guard let letter = try store.letter(place) else { return DeadLettersCommand.missing(place) }
        let others = letter.before == 1 ? "another" : "\(letter.before) others"
        StandardStream.errors.write(
            "redress: \(place) waits behind \(others) with the key \(letter.key); use --all --key \(letter.key) to handle them all\n")
        return .negative
    }
}
