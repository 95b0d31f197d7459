import CommandLine
import Domain
import Foundation
import Runtime

/// What is asked of all dead letters that match: told first, confirmed once, and followed with its progress.
struct BulkRequest {
    /// `--all`, and what goes with it.
    static let options: [Option] =
        [
            Option("all", help: "All that match the options, instead of one PLACE."),
            Option("limit", value: .int(1...10_000_000), help: "With --all: at most this many of each service."),
            Option("dry-run", short: "n", help: "With --all: show which ones match, and change nothing."),
            Option("yes", short: "y", help: "With --all: do not ask for confirmation."),
        ] + LetterFilter.options

    /// What came of it, service by service together.
    struct Report: Encodable {
        let request: String
        /// The letters that match and that nothing was asked of.
        var matched = 0
        /// Those that were asked about; in a dry run those that would be.
        var asked = 0
        /// Those that an earlier one of their key holds up, which does not match.
        var heldUp = 0
        /// Those that mending left as they were, or whose program failed.
        var notMended: Int?
        var done: Int?
        var failedAgain: Int?
        var pending: Int?
        var isDryRun = false

        var exitCode: ExitCode {
            if let pending, pending > 0 { return .temporaryFailure }
            return asked == 0 || heldUp > 0 || (failedAgain ?? 0) > 0 || (notMended ?? 0) > 0 ? .negative : .ok
        }

        var text: String {
            var parts = [
                "\(matched) \(CountText.noun(matched, "matches", "match"))",
                isDryRun ? "\(asked) would be requested" : "\(asked) requested",
            ]
            if heldUp > 0 { parts.append("\(heldUp) blocked by earlier ones of the same key") }
            if let notMended, notMended > 0 { parts.append("\(notMended) not repaired") }
            if let done { parts.append("\(done) done") }
            if let failedAgain, failedAgain > 0 { parts.append("\(failedAgain) failed again") }
            if let pending, pending > 0 { parts.append("\(pending) not done yet") }
            return "\(request): " + parts.joined(separator: ", ") + "\n"
        }
    }

    /// One service's letters that are asked about.
    struct Share {
        let store: DeadLetterStore
        var places: [DeadLetterPlace]
    }

    let request: DeadLetterStore.Request
    let verb: String
    let filter: LetterFilter
    private let arguments: Arguments

    init(_ request: DeadLetterStore.Request, verb: String, _ arguments: Arguments) throws {
        self.request = request
        self.verb = verb
        self.arguments = arguments
        filter = try LetterFilter(arguments, command: verb)
    }

    /// Asks; `mend` may give each letter another message, and leaves out the letters it cannot mend.
    func run(
        mend: ((_ share: Share, _ isDryRun: Bool) throws -> (places: [DeadLetterPlace], messages: [SealedText]))? = nil
    ) throws -> ExitCode {
        var report = Report(request: verb)
        report.isDryRun = arguments.flag("dry-run")
        let shares = try shares(&report)
        if report.isDryRun { try showGroups(shares.map(\.store)) }
        guard report.asked > 0 else { return try finish(report) }
        if !report.isDryRun { guard try isConfirmed(report.asked) else { return .negative } }
        var asked: [Share] = []
        report.asked = 0
        for share in shares {
            let mended = try mend?(share, report.isDryRun)
            let places = mended?.places ?? share.places
            if mend != nil { report.notMended = (report.notMended ?? 0) + share.places.count - places.count }
            guard !places.isEmpty, !report.isDryRun else {
                report.asked += places.count
                continue
            }
            report.asked += try share.store.ask(
                request, of: places, by: ActorID(arguments.requiredString("by")), reason: arguments.string("reason"),
                edited: mended?.messages)
            asked.append(Share(store: share.store, places: places))
        }
        if !report.isDryRun, let timeout = arguments.duration("wait") { try follow(asked, within: timeout, &report) }
        return try finish(report)
    }

    /// The most letters of a service that are meant.
    private var limit: Int64 { arguments.int("limit").map(Int64.init) ?? .max }

    private func shares(_ report: inout Report) throws -> [Share] {
        var shares: [Share] = []
        for service in OperatorDatabase.services where filter.includes(service.name) {
            let store = DeadLetterStore(service.name, try OperatorDatabase.connect(service, arguments))
            let (matched, places) = try store.askable(filter, limit: limit)
            report.matched += Int(matched)
            report.heldUp += Int(matched) - places.count
            report.asked += places.count
            if matched > 0 { shares.append(Share(store: store, places: places)) }
        }
        return shares
    }

    /// What the letters that match have in common; they add up to what the report says matches.
    private func showGroups(_ stores: [DeadLetterStore]) throws {
        guard !arguments.flag("json"), !stores.isEmpty else { return }
        let splits: [LetterGroup.Split] = [.service, .topic, .source, .fault]
        let groups = try stores.flatMap { try $0.counts(filter, by: splits, askableUpTo: limit) }
        StandardStream.output.write(LetterGroup.table(groups, titled: "match", by: splits, try TimeText(arguments)))
    }

    /// One question at a terminal; a program says --yes.
    private func isConfirmed(_ count: Int) throws -> Bool {
        if arguments.flag("yes") { return true }
        guard Terminal(.errors).isTerminal, Terminal.inputIsTerminal else {
            throw UsageError(
                command: "redress dead-letters \(verb)", subject: "--all",
                expected: "--yes as well, as there is no terminal to ask at; or --dry-run")
        }
        StandardStream.errors.write("\(verb) \(CountText.text(count, "dead letter"))? [y/N] ")
        let isYes = ["y", "yes"].contains((readLine() ?? "").trimmed.lowercased())
        if !isYes { StandardStream.errors.write("nothing was changed\n") }
        return isYes
    }

    private func follow(_ shares: [Share], within timeout: Duration, _ report: inout Report) throws {
        let total = shares.reduce(0) { $0 + $1.places.count }
        var bar = ProgressBar("\(verb) dead letters", total: total)
        let deadline = ContinuousClock.now.advanced(by: timeout)
        var settled = 0
        while true {
            var (pending, failed, heldUp) = (0, 0, 0)
            for share in shares {
                let state = try share.store.progress(share.places)
                pending += state.pending
                failed += state.failed
                heldUp += state.heldUp
            }
            bar.advance(by: max(0, total - pending - settled))
            settled = total - pending
            (report.done, report.failedAgain, report.pending) = (total - pending - failed - heldUp, failed, pending)
            if pending == 0 || ContinuousClock.now >= deadline {
                bar.finish()
                report.heldUp += heldUp
                return
            }
            try shares.first?.store.pause()
        }
    }

    private func finish(_ report: Report) throws -> ExitCode {
        if arguments.flag("json") { try JSONOutput.write(report) } else { StandardStream.output.write(report.text) }
        return report.exitCode
    }
}
