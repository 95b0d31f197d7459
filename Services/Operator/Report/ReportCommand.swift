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
            "report", summary: "Draw the report of a month, quarter or year; or put the provinces' reports together.",
            discussion: """
                Reads the topics of facts, and no service's tables, and keeps one account a complaint. Each metric is a count or a share of \
                counts, by the formulas of reports.yaml, each with its source; --format json has them all, --drill lists the complaints \
                behind a figure. A count belongs to the period in which its moment lies.

                With the word aggregate and files it puts reports of provinces, written with --province and --format json, together: counts \
                are added, rates calculated again; reports of the same province, another period or policy are refused. --publish also tells \
                the topic redress.reports.

                Counts: \(ReportCount.allCases.map(\.rawValue).joined(separator: ", ")).

                Exit codes: 0 drawn, 65 reports that cannot be put together, 69 no broker answers, 78 a policy pack that cannot be used.
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
