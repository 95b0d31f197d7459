import CommandLine
import Contracts
import Crypto
import Domain
import Files
import Foundation
import Kafka
import Runtime
import TextDecoding

/// `redress submit`: publishes complaints as a channel gateway would.
enum SubmitCommand {
    static let command = OperatorCommand(
        Command(
            "submit", summary: "Submit complaints: one by options, or a whole file.",
            discussion: """
                A file is a CSV file (RFC 4180, the first line names the columns) or has one JSON object per line: the data of an event as the \
                contract describes it, or a whole CloudEvent. A mapping says how other columns become the contract's fields; \
                Ops/data/mapping.md describes it. A file is in UTF-8 unless --encoding or the mapping says otherwise.

                The whole file is checked before anything is sent. With --on-error stop, nothing is sent if any row is bad; with skip, bad rows \
                are left out. A row is identified by its content: sending a file twice adds nothing, a corrected file adds the corrected rows, \
                and a row with the same id in another file is another complaint.

                If there is a policy pack, channel, category, province and who took the complaint down are checked against it by the same rules \
                that intake uses; intake has the last word. --wait reads redress.complaints for intake's answer to each event: the complaint's \
                number, what the customer is asked for, or why it was rejected. An event that was sent before gets no second answer.

                Exit codes: 0 all were submitted (with --wait: and registered); 1 some rows were left out, or need more information; 64 an \
                option is wrong; 65 the file cannot be read, rows were refused and nothing was sent, or events were rejected; 69 no broker \
                answers (send again: nothing is taken twice); 75 some have no answer in time.
                """,
            examples: [
                "redress submit --line 13800138000 --channel hotline --province CN-SC --category billing --customer 李雷 --contact 13800138000 --description 多收10元",
                "redress submit --type urged --line 13800138000 --channel hotline --wait 10s",
                "redress submit --file complaints.csv --mapping complaints.mapping.yaml --on-error skip",
                "redress submit --file complaints.csv --encoding gbk --wait 30s --json",
                "redress submit --file Ops/data/complaints-us-2015.csv --mapping Ops/data/complaints-us-2015.mapping.yaml --dry-run  # check only",
            ],
            options: [
                Option("file", short: "f", value: .path, help: "A file of complaints, .csv or .jsonl; - is the standard input."),
                Option(
                    "format", value: .choice(ImportFile.Format.allCases.map(\.rawValue)),
                    help: "The format of the file; by default its name decides."),
                Option(
                    "encoding", value: .string(placeholder: "NAME"),
                    help: "The encoding of the file: utf-8, gbk, utf-16, utf-16le or utf-16be. It overrides the mapping's."),
                Option("mapping", short: "m", value: .path, help: "A file that says how the columns become fields."),
                Option("on-error", value: .choice(["stop", "skip"]), default: "stop", help: "What to do if a row is bad."),
                Option("dry-run", short: "n", help: "Only check against the contract and the policy pack; send nothing."),
                Option("wait", value: .duration, help: "Wait for intake's answers, at most this long."),
                Option(
                    "rebase-to", value: .string(placeholder: "TIME"),
                    help:
                        "Shift the times so that the mapping's anchor falls on this time, RFC 3339; now by default, none leaves them as they are."
                ),
                Option("source", value: .string(placeholder: "URI"), help: "The CloudEvents source; a mapping's own source overrides it."),
            ] + SubmitOptions.all + [JSONOutput.option, PolicyPlace.option, ServiceCommand.clock] + ServiceCommand.kafka)
    ) { arguments in
        if arguments.flag("dry-run"), arguments.duration("wait") != nil {
            throw UsageError(command: "redress submit", subject: "--dry-run and --wait", expected: "only one of them")
        }
        return try arguments.string("file").map { try submitFile($0, arguments) } ?? submitOne(arguments)
    }

    private static func submitOne(_ arguments: Arguments) throws -> ExitCode {
        let now = try ServiceSettings.clock(arguments).now()
        let submission = try SubmitOptions.submission(arguments, now: now)
        let event = submission.event(
            id: arguments.string("id") ?? RandomID.next(), source: arguments.string("source") ?? Party.operator.source, time: now)
        let check = try check(arguments, now: now)
        var summary = SubmitSummary(check)
        let checked: ImportedEvent
        do throws(RowFault) {
            checked = try ImportedEvent(checking: event, line: 1)
            summary.note(missing: try check.check(checked), line: 1)
        } catch {
            throw SubmitOptions.usageError(error.fault)
        }
        summary.id = event.id
        summary.submitted = 1
        if !summary.isDryRun {
            let sender = try SubmitSender(arguments)
            try sender.send([checked])
            summary.answers = try sender.answers()
        }
        return try show(summary, isStopped: false, arguments)
    }

    private static func submitFile(_ path: String, _ arguments: Arguments) throws -> ExitCode {
        if arguments.string("line") != nil {
            throw UsageError(command: "redress submit", subject: "--line and --file", expected: "only one of them")
        }
        let check = try check(arguments, now: ServiceSettings.clock(arguments).now())
        let file: ImportFile
        do {
            file = try opened(path, arguments)
        } catch let fault as RowFault {
            var summary = SubmitSummary(check)
            summary.refuse(fault)
            return try show(summary, isStopped: true, arguments)
        }
        var summary = summary(of: file, check)
        let isStopped = summary.refused > 0 && arguments.string("on-error") == "stop"
        if isStopped { summary.submitted = 0 }
        if !isStopped, !summary.isDryRun {
            let sender = try SubmitSender(arguments)
            try send(file, count: summary.submitted, check, to: sender)
            summary.answers = try sender.answers()
        }
        return try show(summary, isStopped: isStopped, arguments)
    }

    private static func check(_ arguments: Arguments, now: Instant) throws -> SubmitCheck {
        SubmitCheck(forecast: try IntakeForecast(arguments, now: now), isDryRun: arguments.flag("dry-run"))
    }

    private static func opened(_ path: String, _ arguments: Arguments) throws -> ImportFile {
        let url = URL(filePath: path)
        let text = path == "-" ? try standardInput() : try LocalFile.read(path)
        return try ImportFile(
            text, format: arguments.string("format").flatMap(ImportFile.Format.init(rawValue:)) ?? ImportFile.Format(of: url),
            mapping: arguments.string("mapping").map { try ImportMapping(contentsOf: URL(filePath: $0)) },
            encoding: try encoding(arguments), source: arguments.string("source") ?? Party.operator.source,
            rebasedTo: try target(arguments))
    }

    private static func standardInput() throws(FileError) -> Data {
        do {
            return try FileHandle.standardInput.readToEnd() ?? Data()
        } catch {
            throw FileError("the standard input", use: .read, .other(error.localizedDescription))
        }
    }

    private static func encoding(_ arguments: Arguments) throws(UsageError) -> TextEncoding? {
        guard let name = arguments.string("encoding") else { return nil }
        guard let encoding = TextEncoding(name: name) else {
            throw UsageError(
                command: "redress submit", subject: "--encoding", given: name, expected: TextEncoding.namesForPeople)
        }
        return encoding
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
    static func summary(of opened: ImportFile, _ check: SubmitCheck) -> SubmitSummary {
        var file = opened
        var summary = SubmitSummary(check)
        while true {
            do throws(RowFault) {
                guard let event = try file.next() else { return summary }
                summary.note(missing: try check.check(event), line: event.line)
                summary.submitted += 1
            } catch {
                summary.refuse(error)
            }
        }
    }

    private static func send(_ opened: ImportFile, count: Int, _ check: SubmitCheck, to sender: SubmitSender) throws {
        var file = opened
        var progress = ProgressBar("submitting", total: count)
        defer { progress.finish() }
        var batch: [ImportedEvent] = []
        var isAtEnd = false
        while !isAtEnd {
            do throws(RowFault) {
                if let next = try file.next() {
                    _ = try check.check(next)
                    batch.append(next)
                } else {
                    isAtEnd = true
                }
            } catch {
                // The check before has reported it already.
                continue
            }
            guard batch.count == EventPublisher.batchSize || isAtEnd && !batch.isEmpty else { continue }
            try sender.send(batch)
            progress.advance(by: batch.count)
            batch.removeAll(keepingCapacity: true)
        }
    }

    private static func show(_ summary: SubmitSummary, isStopped: Bool, _ arguments: Arguments) throws -> ExitCode {
        if arguments.flag("json") {
            try JSONOutput.write(summary)
        } else {
            StandardStream.errors.write(summary.faultTable(on: Terminal(.errors)))
            StandardStream.output.write(summary.text)
        }
        return summary.exitCode(isStopped: isStopped)
    }
}

extension SubmitSummary {
    fileprivate init(_ check: SubmitCheck) {
        self.init()
        isDryRun = check.isDryRun
        policy = check.forecast?.version
    }
}
