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
                """,
            examples: ["redress bench --quick", "KAFKA_HOME=/opt/kafka redress bench --json --workers 1"],
            options: [
                Option("quick", help: "Take under a minute: fewer complaints, one worker per service."),
                Option(
                    "events", value: .int(1...10_000_000), help: "Complaints timed in each scenario; 60000 by default, 4000 with --quick."),
                Option(
                    "warm-up", value: .int(1...10_000_000), help: "Complaints before timing starts; 20000 by default, 1000 with --quick."),
                Option("partitions", value: .int(1...999), default: "4", help: "Partitions of each topic that services read."),
                Option(
                    "workers", value: .string(placeholder: "N,…"),
                    help: "Workers per service, one run for each number; 1,2 by default, 1 with --quick."),
                Option(
                    "scenario", value: .choice(Scenario.allCases.map(\.word)), repeated: true,
                    help: "Only this scenario; all three by default."),
                Option("json", help: "Print one JSON object."),
                Option("binaries", value: .path, help: "The folder of the six executables; by default the one this program is in."),
                Option(
                    "migrations", value: .path, environment: "REDRESS_MIGRATIONS", default: "Ops/migrations",
                    help: "The folder of the migrations."),
                Option(
                    "policies", value: .path, environment: "REDRESS_POLICIES", default: "Ops/policies/china",
                    help: "The folder of the policy pack."),
            ])
    ) { arguments in
        let plan = try benchPlan(arguments)
        let run = try BenchRun(plan, try deploymentPlan(arguments)) { StandardStream.errors.write("bench: \($0)\n") }
        let report = try run.measure()
        print(arguments.flag("json") ? report.json : report.text)
        return .ok
    }

    static func benchPlan(_ arguments: Arguments) throws -> BenchPlan {
        var plan = arguments.flag("quick") ? BenchPlan.quick : BenchPlan()
        plan.events = arguments.int("events") ?? plan.events
        plan.warmUp = arguments.int("warm-up") ?? plan.warmUp
        plan.partitions = try arguments.requiredInt("partitions")
        let chosen = arguments.strings("scenario")
        if !chosen.isEmpty { plan.scenarios = Scenario.allCases.filter { chosen.contains($0.word) } }
        if let text = arguments.string("workers") { plan.workers = try workers(text) }
        return plan
    }

    private static func workers(_ text: String) throws(UsageError) -> [Int] {
        let words = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = words.compactMap { Int(digits: $0) }.filter((1...64).contains)
        guard numbers.count == words.count else {
            throw UsageError(command: "redress bench", subject: "--workers", given: text, expected: "numbers from 1 to 64")
        }
        return numbers
    }

    private static func deploymentPlan(_ arguments: Arguments) throws -> DeploymentPlan {
        var plan = DeploymentPlan(binaries: arguments.string("binaries").map { URL(fileURLWithPath: $0) } ?? DeploymentPlan.ownFolder)
        plan.migrations = URL(fileURLWithPath: try arguments.requiredString("migrations"))
        plan.policies = URL(fileURLWithPath: try arguments.requiredString("policies"))
        plan.partitions = try arguments.requiredInt("partitions")
        plan.databaseSettings = BenchPlan.databaseSettings
        plan.mayUseExternalBroker = false
        return plan
    }
}
