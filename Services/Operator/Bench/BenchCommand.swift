import CommandLine
import Domain
import Foundation

/// `redress bench`: measures the whole on this machine.
enum BenchCommand {
    static let command = OperatorCommand(
        Command(
            "bench", summary: "Measure intake, dispatch and all five services on this machine.",
            discussion: """
                Starts a PostgreSQL with durable settings and a broker (Apache Kafka from KAFKA_HOME if set, else the embedded one), sends \
                complaints through, checks that none is missing or double, and ends everything. Progress goes to the standard error. \
                The services get the REDRESS_… variables, such as REDRESS_BATCH_SIZE.

                With --against, another release's programs are measured in turn with this one's on the same servers, and each figure's \
                ratio, this release's divided by the other's, is printed with the least and the most of the turns.

                Exit codes: 0 measured, and within the thresholds where --check names any; 1 beyond one of them, or none was measured; 64 \
                wrong usage; 65 or 78 thresholds that cannot be read; 69 a server or a release is not there; 70 a count is not right.
                """,
            examples: [
                "redress bench --quick", "KAFKA_HOME=/opt/kafka redress bench --json --workers 1",
                "redress bench --against .build/previous/v0.1.0 --scenario all --turns 5",
                "redress bench --scenario idle --scenario timers --check Ops/bench-thresholds.yaml",
                "redress bench --scenario grown --grown 1000000 --events 20000",
            ],
            options: BenchOptions.all)
    ) { arguments in
        let options = try BenchOptions(arguments)
        let ground = try BenchGround(options.deployment) { StandardStream.errors.write("bench: \($0)\n") }
        defer { ground.stop() }
        let isJSON = arguments.flag("json")
        if let other = options.against {
            let comparison = try ComparisonRun(plan: options.plan, ground: ground, this: options.release, other: other).measure()
            print(isJSON ? comparison.json : comparison.text)
            return check(options.thresholds, ratios: comparison.ratios, figures: comparison.figures)
        }
        let report = try BenchRun(plan: options.plan, ground: ground).measure()
        print(isJSON ? report.json : report.text)
        return check(options.thresholds, ratios: [], figures: report.figures)
    }

    /// Says what became of each threshold: on the standard error, as the standard output is the report's.
    private static func check(_ thresholds: BenchThresholds?, ratios: [FigureRatio], figures: [BenchFigure]) -> ExitCode {
        guard let thresholds else { return .ok }
        let check = BenchCheck(thresholds, ratios: ratios, figures: figures)
        StandardStream.errors.write(check.text)
        return check.isKept ? .ok : .negative
    }
}
