import CommandLine
import Fakes
import Foundation
import Policies
import World

/// `simulate`: runs seed after seed, says how fast, and which did not keep a promise.
@main
enum SimulateCommand {
    private static let command = Command(
        "simulate", summary: "Simulate all five services under trouble, by seed.",
        examples: ["simulate --seeds 1000", "simulate --seeds 1 --first-seed 4711"],
        options: [
            Option("seeds", value: .int(1...10_000_000), help: "How many seeds; 100 by default."),
            Option("first-seed", value: .int(0...Int.max), help: "The first; 0 by default."),
            Option("submissions", value: .int(1...100_000), help: "Intake events a seed; 8 by default."),
            Option("policies", value: .path, help: "The policy pack; Ops/policies/china by default."),
            Option("json", help: "Print one object at the end."),
        ])

    static func main() {
        let arguments = CommandLineParser(command, version: "1").parseOrExit()
        do {
            let pack = try PolicyPackLoader.load(directory: URL(filePath: arguments.string("policies") ?? "Ops/policies/china"))
            let report = try run(
                arguments.int("first-seed") ?? 0, count: arguments.int("seeds") ?? 100, submissions: arguments.int("submissions") ?? 8, pack
            )
            print(arguments.flag("json") ? report.json : report.text)
            exit(report.violations.isEmpty ? ExitCode.ok.rawValue : 1)
        } catch {
            FileHandle.standardError.write(Data("simulate: \(error)\n".utf8))
            exit(ExitCode.configuration.rawValue)
        }
    }

    private static func run(_ first: Int, count: Int, submissions: Int, _ pack: PolicyPack) throws -> SimulationReport {
        var report = SimulationReport()
        let began = ContinuousClock.now
        for seed in first..<first + count {
            let simulation = try Simulation(seed: UInt64(seed), submissions: submissions, pack: pack)
            report.note(simulation.run(), of: seed, steps: simulation.steps)
        }
        report.seconds = (ContinuousClock.now - began) / .seconds(1)
        return report
    }
}
