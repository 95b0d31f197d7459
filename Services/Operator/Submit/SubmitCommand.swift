import CommandLine
import Contracts
import Crypto
import Domain
import Foundation
import Kafka
import Runtime

/// `redress submit`: publishes complaints as a channel gateway would.
enum SubmitCommand {
    static let command = OperatorCommand(
        Command(
            "submit", summary: "Publish complaints: one from options, or a file of them.",
            discussion: """
                A file is comma-separated (RFC 4180, the first line names the columns) or has one JSON object a line: the data of \
                an event as the contract has it, or a whole CloudEvent. A mapping says how other columns become the contract's fields; \
                Ops/data/mapping.md describes it.

                The whole file is checked before anything is sent. With --on-error stop one bad row means that nothing is sent; with skip the \
                bad rows are left out. An event's identity is the source and the row's id, so a file sent twice adds nothing.

                Exit codes: 0 all were submitted, 1 some rows were skipped, 65 rows were refused and nothing was sent, 69 no broker \
                answers (send again: what had arrived is not taken twice).
                """,
            examples: [
                "redress submit --line 13800138000 --channel hotline --province CN-SC --category billing --customer 李雷 --contact 13800138000 --description 多收10元",
                "redress submit --type urged --line 13800138000 --channel hotline",
                "redress submit --file complaints.csv --mapping complaints.mapping.yaml --on-error skip",
                "redress submit --file Ops/data/complaints-us-2015.csv --mapping Ops/data/complaints-us-2015.mapping.yaml --dry-run  # check only",
            ],
            options: [
                Option("file", short: "f", value: .path, help: "A file of complaints, .csv or .jsonl; - is the standard input."),
                Option(
                    "format", value: .choice(ImportFile.Format.allCases.map(\.rawValue)),
                    help: "How the file is written; by its name by default."),
                Option("mapping", short: "m", value: .path, help: "How the file's columns become fields."),
                Option("on-error", value: .choice(["stop", "skip"]), default: "stop", help: "What a bad row means."),
                Option("dry-run", short: "n", help: "Check only; send nothing."),
                Option(
                    "rebase-to", value: .string(placeholder: "TIME"),
                    help: "The time on which the mapping's anchor falls, RFC 3339; now by default, none leaves the times as they are."),
                Option("source", value: .string(placeholder: "URI"), help: "The CloudEvents source; a mapping's own wins."),
            ] + SubmitOptions.all + [JSONOutput.option, ServiceCommand.clock] + ServiceCommand.kafka)
    ) { arguments in
        try arguments.string("file").map { try submitFile($0, arguments) } ?? submitOne(arguments)
    }

    private static func submitOne(_ arguments: Arguments) throws -> ExitCode {
        let now = try ServiceSettings.clock(arguments).now()
        let submission = try SubmitOptions.submission(arguments, now: now)
        let event = submission.event(
            id: arguments.string("id") ?? RandomID.next(), source: arguments.string("source") ?? Party.operator.source, time: now)
        let checked: ImportedEvent
        do throws(RowFault) {
            checked = try ImportedEvent(checking: event, line: 1)
        } catch {
            throw SubmitOptions.usageError(error.fault)
        }
        var summary = SubmitSummary()
        summary.id = event.id
        summary.submitted = 1
        summary.isDryRun = arguments.flag("dry-run")
        if !summary.isDryRun { try publisher(arguments).publish([(checked.key, checked.event)]) }
        try show(summary, arguments)
        return .ok
    }

    private static func submitFile(_ path: String, _ arguments: Arguments) throws -> ExitCode {
        if arguments.string("line") != nil {
            throw UsageError(command: "redress submit", subject: "--line and --file", expected: "only one of them")
        }
        let file = try opened(path, arguments)
        var summary = check(file)
        summary.isDryRun = arguments.flag("dry-run")
        let isStopped = summary.refused > 0 && arguments.string("on-error") == "stop"
        if isStopped { summary.submitted = 0 }
        if !isStopped, !summary.isDryRun { try send(file, count: summary.submitted, to: publisher(arguments)) }
        try show(summary, arguments)
        return isStopped ? .dataError : summary.refused > 0 ? .negative : .ok
    }

    private static func opened(_ path: String, _ arguments: Arguments) throws -> ImportFile {
        let url = URL(filePath: path)
        let text: Data
        do {
            text = path == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: url, options: .mappedIfSafe)
        } catch {
            throw UsageError(
                command: "redress submit", subject: "--file", given: path,
                expected: "a file that can be read: \(error.localizedDescription)")
        }
        return try ImportFile(
            text, format: arguments.string("format").flatMap(ImportFile.Format.init(rawValue:)) ?? ImportFile.Format(of: url),
            mapping: arguments.string("mapping").map { try ImportMapping(contentsOf: URL(filePath: $0)) },
            source: arguments.string("source") ?? Party.operator.source, rebasedTo: try target(arguments))
    }

    private static func target(_ arguments: Arguments) throws -> Instant? {
        switch arguments.string("rebase-to") {
        case "none": return nil
        case "now", nil: return try ServiceSettings.clock(arguments).now()
        case let text?:
            guard let target = Instant(text) else {
                throw UsageError(
                    command: "redress submit", subject: "--rebase-to", given: text,
                    expected: "now, none, or a time with offset, such as 2026-04-01T00:00:00+08:00")
            }
            return target
        }
    }

    /// Reads the file once to know all that is wrong with it.
    private static func check(_ opened: ImportFile) -> SubmitSummary {
        var file = opened
        var summary = SubmitSummary()
        while true {
            do throws(RowFault) {
                guard try file.next() != nil else { return summary }
                summary.submitted += 1
            } catch {
                summary.refuse(error)
            }
        }
    }

    private static func send(_ opened: ImportFile, count: Int, to publisher: EventPublisher) throws {
        var file = opened
        var progress = ProgressBar("submitting", total: count)
        defer { progress.finish() }
        var batch: [(key: String, event: CloudEvent)] = []
        var isAtEnd = false
        while !isAtEnd {
            do throws(RowFault) {
                if let next = try file.next() { batch.append((next.key, next.event)) } else { isAtEnd = true }
            } catch {
                // The check before has told of it already.
                continue
            }
            guard batch.count == EventPublisher.batchSize || isAtEnd && !batch.isEmpty else { continue }
            try publisher.publish(batch)
            progress.advance(by: batch.count)
            batch.removeAll(keepingCapacity: true)
        }
    }

    private static func publisher(_ arguments: Arguments) throws -> EventPublisher {
        try EventPublisher(ServiceSettings.kafka(arguments, clientID: "redress-submit"), topic: .intake)
    }

    private static func show(_ summary: SubmitSummary, _ arguments: Arguments) throws {
        if arguments.flag("json") { return try JSONOutput.write(summary) }
        StandardStream.errors.write(summary.faultTable)
        StandardStream.output.write(summary.text)
    }
}
