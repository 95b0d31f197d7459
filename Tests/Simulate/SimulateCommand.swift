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
            Option("fuzz", help: "Spoil messages for the handlers instead, as Ops/fuzz says."),
            Option("events", value: .int(1...1_000_000_000), help: "How many messages are spoilt; 100000 by default."),
            Option("seed", value: .int(0...Int.max), help: "What they are spoilt by; 0 by default."),
            Option("json", help: "Print one object at the end."),
        ])

    static func main() {
        let arguments = CommandLineParser(command, version: "1").parseOrExit()
        do {
            let pack = try PolicyPackLoader.load(directory: URL(filePath: arguments.string("policies") ?? "Ops/policies/china"))
            if arguments.flag("fuzz") { try fuzz(arguments, pack) }
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

    /// Spoils messages, and ends the process.
    private static func fuzz(_ arguments: Arguments, _ pack: PolicyPack) throws -> Never {
        let fuzzer = try Fuzzer(seed: UInt64(arguments.int("seed") ?? 0), pack: pack)
        let began = ContinuousClock.now
        fuzzer.run(events: arguments.int("events") ?? 100_000)
        var report = fuzzer.report
        report.seconds = (ContinuousClock.now - began) / .seconds(1)
        print(arguments.flag("json") ? report.json : report.text)
        exit(report.breaches.isEmpty ? ExitCode.ok.rawValue : 1)
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
