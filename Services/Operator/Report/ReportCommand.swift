import CommandLine
import Domain
import Files
import Foundation
import Policies
import Reporting
import Runtime

/// `redress report`: what a month, a quarter or a year of complaints comes to.
enum ReportCommand {
    static let command = OperatorCommand(
        Command(
            "report", summary: "Report on a month, quarter or year, or combine the reports of provinces.",
            discussion: """
                Reads the topics of facts, not the services' tables. Each metric is a count or a ratio of counts, by the formulas of \
                reports.yaml, which also gives its source; --format json has all of them, --drill lists the complaints behind a metric. What \
                happened counts in the period in which it happened.

                `redress report aggregate FILE…` combines reports of provinces that were written with --province and --format json: counts are \
                added and rates calculated again. It refuses two reports of the same province, and reports of different periods or policies. \
                --publish also publishes the report on the topic redress.reports.

                Counts: \(ReportCount.allCases.map(\.rawValue).joined(separator: ", ")).

                Exit codes: 0 done, 65 reports that cannot be combined, 69 no broker answers, 78 a policy pack that cannot be used.
                """,
            examples: [
                "redress report --period 2026-10 --by class,unit", "redress report --period 2026-Q3 --format html --out report.html",
                "redress report --period 2026-10 --drill timeliness",
                "redress report --period 2026-10 --province CN-JS --users 60000000 --format json --out CN-JS.json",
                "redress report aggregate CN-*.json --format html --out group.html",
            ],
            options: ReportOptions.all + [ServiceCommand.policies, ServiceCommand.clock] + ServiceCommand.kafka,
            operands: [Operand("AGGREGATE", help: "The word aggregate, then the files.", required: false, repeated: true)])
    ) { arguments in
        let words = arguments.operands("AGGREGATE")
        let folder = URL(filePath: try InstalledFiles.policies(arguments))
        let pack = try ReportingPackLoader.load(directory: folder)
        let language = Language(rawValue: arguments.string("language") ?? "") ?? .chinese
        let names = ReportNames(language, try PolicyPackLoader.load(directory: folder))
        let options = try ReportOptions(arguments, pack, names: names)
        let report = try words.isEmpty ? drawn(options, pack.reports, arguments) : aggregated(words, pack.reports)
        try options.view.write(report)
        if arguments.flag("publish") {
            try ReportPublication.publish(
                report, by: pack.reports, actor: arguments.string("actor").map { ActorID($0) }, at: ServiceSettings.clock(arguments).now(),
                to: ServiceSettings.kafka(arguments, clientID: "redress-report"))
        }
        return .ok
    }

    private static func drawn(_ options: ReportOptions, _ policy: ReportPolicy, _ arguments: Arguments) throws -> Report {
        let feed = try FactReading.feed(
            from: options.start(by: policy), asOf: options.asOf, arguments, isQuiet: arguments.flag("quiet"))
        return feed.ledger.report(options.request(policy), by: policy)
    }

    private static func aggregated(_ words: [String], _ policy: ReportPolicy) throws -> Report {
        guard words.first == "aggregate", words.count > 1 else {
            throw ReportOptions.usage("operand", words.first, "aggregate FILE…, or none")
        }
        return try Report.merged(words.dropFirst().map(uploaded), by: policy)
    }

    /// Reads one province's report.
    ///
    /// - Throws: a `Fault` that names the file.
    static func uploaded(_ path: String) throws(Fault) -> Report {
        do {
            return try JSONDecoder().decode(UploadedReport.self, from: LocalFile.read(path)).report
        } catch {
            throw Fault(
                field: path, problem: "is not a report: \(FileFault.text(of: error))", expected: "what report --json has written")
        }
    }
}

/// What is wrong with a file, in few words.
enum FileFault {
    static func text(of error: any Error) -> String {
        switch error {
        case let error as FileError: error.reason
        case DecodingError.keyNotFound(let key, _): "it has no \(key.stringValue)"
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            (context.codingPath.map(\.stringValue) + [context.debugDescription]).joined(separator: ".")
        default: error.localizedDescription
        }
    }
}
