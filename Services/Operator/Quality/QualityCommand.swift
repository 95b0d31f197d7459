import CommandLine
import Domain
import Files
import Foundation
import Policies
import Reporting
import Runtime

/// `redress quality`: closed complaints checked by sample.
enum QualityCommand {
    static let command = OperatorCommand(
        "quality", summary: "Check the quality of closed complaints by sample.", subcommands: [sample, summarise])

    private static let sample = OperatorCommand(
        Command(
            "sample", summary: "Draw a sample of a period's closed complaints, with the list of checks.",
            discussion: """
                Reads the topics of facts. The sample is spread over the strata of quality.yaml, and the same seed draws the same sample \
                again. It is a CSV file with one complaint per line and one column per check, to be filled in with yes or no; an empty \
                cell is a check that does not apply.

                Exit codes: 0 done, 69 no broker answers, 78 a policy pack that cannot be used.
                """,
            examples: ["redress quality sample --period 2026-10 --size 50 --seed 7 --out october.csv"],
            options: [
                Option("period", value: .string(placeholder: "PERIOD"), help: "As for redress report; last-month by default."),
                Option("size", value: .int(1...100_000), help: "How many complaints to draw; by default as many as quality.yaml says."),
                Option("seed", value: .int(0...Int.max), default: "1", help: "The seed of the random draw."),
                Option("out", short: "o", value: .path, help: "Write to this file instead of the standard output."),
                Option("as-of", value: .string(placeholder: "TIME"), help: "Leave out what happened at or after this time, RFC 3339."),
                Option("quiet", short: "q", help: "Do not show progress."),
                ServiceCommand.policies, ServiceCommand.clock,
            ] + ServiceCommand.kafka)
    ) { arguments in
        let pack = try pack(arguments)
        let offset = pack.reports.timeZone.value
        let now = try ServiceSettings.clock(arguments).now()
        let asOf = try ReportOptions.time(arguments.string("as-of")) ?? now
        let span = try ReportOptions.period(arguments.string("period"), today: now.day(at: offset)).bounds(at: offset)
        let feed = try FactReading.feed(
            from: span.lowerBound.adding(.zero - pack.reports.readBack.value.duration), asOf: asOf, arguments,
            isQuiet: arguments.flag("quiet"))
        let drawn = QualitySample(
            of: feed.ledger, in: span, size: arguments.int("size") ?? pack.quality.size.value, seed: UInt64(arguments.int("seed") ?? 1),
            strata: pack.quality.strata.value)
        let text = QualitySheet.text(of: drawn, pack.quality)
        if let file = arguments.string("out") {
            try LocalFile.write(text, to: file)
            StandardStream.errors.write("drew \(drawn.picks.count) of \(CountText.text(drawn.population, "closed complaint"))\n")
        } else {
            StandardStream.output.write(text)
        }
        return .ok
    }

    private static let summarise = OperatorCommand(
        Command(
            "summarise", summary: "Summarise a sample sheet that has been filled in.",
            discussion: "Exit codes: 0 summarised, 65 a sheet that cannot be read, 78 a policy pack that cannot be used.",
            examples: ["redress quality summarise october.csv"],
            options: [JSONOutput.option, ServiceCommand.policies],
            operands: [Operand("FILE", help: "The sheet that redress quality sample wrote.")])
    ) { arguments in
        let policy = try pack(arguments).quality
        let text = try LocalFile.text(arguments.operand("FILE") ?? "")
        let result = QualityResult(try QualitySheet.marked(in: text, policy), by: policy)
        try show(result, policy, arguments)
        return .ok
    }

    private static func pack(_ arguments: Arguments) throws -> ReportingPack {
        try ReportingPackLoader.load(directory: URL(filePath: try InstalledFiles.policies(arguments)))
    }

    private struct Shown: Encodable {
        let checks: [String: QualityResult.Tally]
        let strata: [String: QualityResult.Tally]
        let failed: [ComplaintNumber]
    }

    private static func show(_ result: QualityResult, _ policy: QualityPolicy, _ arguments: Arguments) throws {
        if arguments.flag("json") {
            return try JSONOutput.write(Shown(checks: result.checks, strata: result.strata, failed: result.failed))
        }
        var table = TextTable(["", "passed", "of", "%"], alignments: [.left, .right, .right, .right])
        func add(_ name: String, _ tally: QualityResult.Tally) {
            table.add([name, "\(tally.passed)", "\(tally.total)", tally.rate.map(MetricValue.text) ?? "-"])
        }
        for check in policy.checks {
            if let tally = result.checks[check.code] { add("\(check.code) \(check.name.zh)", tally) }
        }
        for (stratum, tally) in result.strata.sorted(by: { $0.key < $1.key }) { add(stratum, tally) }
        StandardStream.output.write(table.shown() + result.failed.map { "did not pass: \($0)\n" }.joined())
    }
}
