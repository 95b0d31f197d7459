import CommandLine
import Fakes
import Foundation
import Policies
import World

/// `redress-simulate`: runs seed after seed, says how fast, and which did not keep a promise.
@main
enum SimulateCommand {
    private static let command = Command(
        "simulate", summary: "Simulate all five services under trouble, by seed; or a year of complaints.",
        examples: [
            "simulate --seeds 1000", "simulate --seeds 1 --first-seed 4711 --trace", "simulate --year --seeds 5 --complaints 10000",
        ],
        options: [
            Option("seeds", value: .int(1...10_000_000), help: "How many seeds; 100 by default, of years 1."),
            Option("first-seed", value: .int(0...Int.max), help: "The first; 0 by default."),
            Option("submissions", value: .int(1...100_000), help: "Intake events a seed; 8 by default."),
            Option("steps", value: .int(0...10_000_000), help: "Troubled steps a seed; 2500 by default, of the protocol alone 400."),
            Option("protocol", help: "Simulate the workers' protocol alone: the plainest service, its database and its broker."),
            Option("year", help: "Simulate a calendar year of complaints, and hold its reports against the facts."),
            Option("complaints", value: .int(50...1_000_000), help: "Customers who complain in the year; 10000 by default."),
            Option("jobs", value: .int(1...1_024), help: "How many seeds run at once; as many as there are processors by default."),
            Option(
                "refusals", help: "Let databases refuse data that is in order, too: it is replayed from the dead letters. Not for years."),
            Option("trace", help: "Print each step of the seeds: its number, the time, who did what. Not for years."),
            Option("policies", value: .path, help: "The policy pack; Ops/policies/china by default."),
            Option("fuzz", help: "Spoil messages for the handlers instead, as Ops/fuzz says."),
            Option("events", value: .int(1...1_000_000_000), help: "How many messages are spoilt; 100000 by default."),
            Option("seed", value: .int(0...Int.max), help: "What they are spoilt by; 0 by default."),
            Option("json", help: "Print one object at the end."),
        ])

    static func main() async {
        let arguments = CommandLineParser(command, version: "1").parseOrExit()
        do {
            let folder = URL(filePath: arguments.string("policies") ?? "Ops/policies/china")
            let pack = try PolicyPackLoader.load(directory: folder)
            if arguments.flag("fuzz") { try fuzz(arguments, pack) }
            let isTraced = arguments.flag("trace")
            let seeds: SimulatedSeeds
            if arguments.flag("year") {
                seeds = try years(arguments, pack, reporting: ReportingPackLoader.load(directory: folder))
            } else if arguments.flag("protocol") {
                seeds = protocols(arguments)
            } else {
                seeds = services(arguments, pack, isTraced: isTraced)
            }
            let report = try await seeds.report(jobs: isTraced ? 1 : arguments.int("jobs") ?? ProcessInfo.processInfo.activeProcessorCount)
            print(arguments.flag("json") ? report.json : report.text)
            exit(report.violations.isEmpty ? ExitCode.ok.rawValue : 1)
        } catch {
            FileHandle.standardError.write(Data("simulate: \(error)\n".utf8))
            exit(ExitCode.configuration.rawValue)
        }
    }

    private static func years(_ arguments: Arguments, _ pack: PolicyPack, reporting: ReportingPack) -> SimulatedSeeds {
        let complaints = arguments.int("complaints") ?? 10_000
        return SimulatedSeeds(arguments, count: 1) { seed in
            let year = try YearSimulation(seed: UInt64(seed), complaints: complaints, pack: pack, reporting: reporting)
            let outcome = year.run()
            return SimulatedSeed(seed: seed, steps: year.steps, violations: outcome.violations, year: outcome)
        }
    }

    private static func protocols(_ arguments: Arguments) -> SimulatedSeeds {
        let steps = arguments.int("steps") ?? 400
        return SimulatedSeeds(arguments, count: 100) { seed in
            let world = ProtocolWorld(seed: UInt64(seed))
            let violations = world.run(troubledSteps: steps)
            return SimulatedSeed(seed: seed, steps: world.steps, violations: violations)
        }
    }

    private static func services(_ arguments: Arguments, _ pack: PolicyPack, isTraced: Bool) -> SimulatedSeeds {
        let submissions = arguments.int("submissions") ?? 8
        let steps = arguments.int("steps") ?? 2_500
        let refusals = arguments.flag("refusals")
        return SimulatedSeeds(arguments, count: 100) { seed in
            let simulation = try Simulation(
                seed: UInt64(seed), submissions: submissions, pack: pack, refusesData: refusals,
                trace: isTraced ? { print($0) } : nil)
            let violations = simulation.run(troubledSteps: steps)
            return SimulatedSeed(seed: seed, steps: simulation.steps, violations: violations)
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
}
