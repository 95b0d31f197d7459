import Domain
import Foundation
import Testing
import YAML

@testable import OperatorService

@Suite struct BenchCheckTests {
    private let thresholds = """
        against: 92b3f95
        ratios:
          - {figure: all.cpu.broker, atMost: 0.6}
          - {figure: all.throughput, atLeast: 1.5}
        figures:
          - {figure: idle.broker.cpu, atMost: 3}
          - {figure: grown.throughput.ratio, atLeast: 0.9, atMost: 1.2}
        """

    private func check(broker: Double, throughput: Double, figures: [BenchFigure] = []) throws -> BenchCheck {
        let ratios = [
            FigureRatio("all.cpu.broker", .microseconds, pairs: [(broker, 1)]),
            FigureRatio("all.throughput", .perSecond, pairs: [(throughput, 1)]),
        ]
        return BenchCheck(try BenchThresholds(thresholds, file: "thresholds.yaml"), ratios: ratios.compactMap(\.self), figures: figures)
    }

    @Test func whatIsWithinItsBoundsIsKeptAlsoAtTheBound() throws {
        let check = try check(broker: 0.6, throughput: 1.5, figures: [BenchFigure("idle.broker.cpu", 3, .percent)])
        #expect(check.answers.map(\.verdict) == [.kept(0.6), .kept(1.5), .kept(3), .notMeasured])
        #expect(check.isKept)
    }

    @Test func oneThatIsBeyondItsBoundFailsTheWholeAndIsNamed() throws {
        let check = try check(broker: 0.712, throughput: 2, figures: [BenchFigure("grown.throughput.ratio", 0.85, .times)])
        #expect(!check.isKept)
        #expect(check.text.contains("missed        all.cpu.broker, this / other: 0.712, expected at most 0.6\n"))
        #expect(check.text.contains("missed        grown.throughput.ratio: 0.850, expected at least 0.9 and at most 1.2\n"))
        #expect(check.text.contains("not measured  idle.broker.cpu: expected at most 3\n"))
        #expect(check.text.split(separator: "\n").count == 4)
    }

    @Test func aRatioIsNotHeldToAFiguresBound() throws {
        let check = try check(broker: 0.1, throughput: 9, figures: [BenchFigure("all.cpu.broker", 308, .microseconds)])
        #expect(check.isKept)
    }

    @Test func whereNothingWasMeasuredNothingIsKept() throws {
        let check = BenchCheck(try BenchThresholds(thresholds, file: "thresholds.yaml"), ratios: [], figures: [])
        #expect(!check.isKept)
    }

    @Test func aBoundThatBoundsNothingIsAFaultOfTheFile() {
        let error = #expect(throws: Faults.self) { try BenchThresholds("figures: [{figure: all.throughput}]", file: "t.yaml") }
        #expect(error?.description.contains("figures[0]") == true)
        #expect(throws: YAMLError.self) { try BenchThresholds("figures: [{figure: all.throughput, least: 1}]", file: "t.yaml") }
    }

    @Test func theCommittedThresholdsNameFiguresThatThereAre() throws {
        let thresholds = try BenchThresholds(contentsOf: ShippedFile.url("Ops/bench-thresholds.yaml"))
        #expect(thresholds.against?.wholeMatch(of: /[0-9a-f]{40}/) != nil)
        let known = Self.names
        for bound in (thresholds.ratios ?? []) + (thresholds.figures ?? []) {
            #expect(known.contains(bound.figure), "\(bound.figure) is no figure of a run")
        }
    }

    /// The name of every figure that a run of everything has.
    private static var names: Set<String> {
        var report = BenchReport(plan: BenchPlan(), broker: .kafka)
        let outcome = ScenarioRun.Outcome(
            complaints: 1, seconds: 1,
            cpuMicroseconds: Dictionary(
                uniqueKeysWithValues: (DeploymentPlan.services + [ProcessorTimes.broker, ProcessorTimes.database]).map { ($0, 1) }))
        let one = Percentiles([1])
        for workers in report.plan.workers {
            var round = BenchReport.Round(workers: workers)
            for scenario in Scenario.allCases { round.outcomes[scenario] = outcome }
            round.latencies = report.plan.rates.map { LatencyRun(rate: $0, dispatched: one, floor: one) }
            report.rounds.append(round)
        }
        for service in DeploymentPlan.services {
            report.startSeconds[service] = 1
            report.startPeak[service] = 1
        }
        let shares = outcome.cpuMicroseconds
        let latency = LatencyRun(rate: 500, dispatched: one, floor: one)
        let taking = RecoveryFigures.Taking(worksAfter: 1, peakMebibytes: 1)
        report.findings = [
            IdleFigures.finding(alone: shares, together: shares, memory: [BenchFigure("idle.intake.memory", 1, .mebibytes)], seconds: 60),
            RecoveryFigures.finding(unconfirmed: 1, nothing: taking, recovered: taking),
            GrownFigures.finding(complaints: 1, gibibytes: 1, empty: (outcome, latency), grown: (outcome, latency)),
        ]
        report.findings += report.plan.timersWithin.map { seconds in
            let clocks = ArmedClocks(count: 1, dueSoon: 1, firstDue: Instant(milliseconds: 0), withinSeconds: seconds)
            return TimersFigures.finding(ClockArrivals(clocks), clocks, used: [:])
        }
        return Set(report.figures.map(\.name))
    }
}
