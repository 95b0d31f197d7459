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
                What REDRESS_… variables set, such as REDRESS_BATCH_SIZE, the services get.

                With --against, another release's programs are measured in turn with this one's on the same servers, and each figure's \
                ratio, this release's divided by the other's, is printed with the least and the most of the turns.
                """,
            examples: [
                "redress bench --quick", "KAFKA_HOME=/opt/kafka redress bench --json --workers 1",
                "redress bench --against .build/previous/v0.1.0 --scenario all --turns 5",
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
        } else {
            let report = try BenchRun(plan: options.plan, ground: ground).measure()
            print(isJSON ? report.json : report.text)
        }
        return .ok
    }
}
