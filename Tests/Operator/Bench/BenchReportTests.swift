import Foundation
import Testing

@testable import OperatorService

@Suite struct BenchReportTests {
    private var report: BenchReport {
        var report = BenchReport(plan: .quick, broker: .embedded)
        for workers in [1, 2] {
            var round = BenchReport.Round(workers: workers)
            for scenario in Scenario.allCases {
                round.outcomes[scenario] = .init(
                    complaints: 6_000, seconds: 1.5 / Double(workers),
                    cpuMicroseconds: ["intake": 81.25, "postgresql": 120, "broker": 198.75, "bench": 50])
            }
            round.ceilingPerSecond = 20_000
            round.memory["intake"] = .init(resident: 31.5, peak: 40)
            round.latencies = [50, 500].map {
                LatencyRun(rate: $0, dispatched: Percentiles([Double($0)]), floor: Percentiles([10]))
            }
            report.rounds.append(round)
        }
        report.startSeconds["intake"] = 0.0625
        return report
    }

    @Test func theObjectHoldsTheFiguresOfTheFirstRoundAndOfEachRound() throws {
        let object = try #require(JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
        #expect(object["broker"] as? String == "embedded")
        let intake = try #require(object["intake"] as? [String: Any])
        #expect(intake["perSecond"] as? Double == 4_000)
        #expect(intake["ceilingPerSecond"] as? Double == 20_000)
        #expect((object["all"] as? [String: Any])?["perSecond"] as? Double == 4_000)
        let services = try #require(object["services"] as? [String: [String: Double]])
        #expect(services["intake"] == ["rssMiB": 31.5, "peakMiB": 40, "startSeconds": 0.063])
        let second = try #require((object["workers"] as? [String: [String: Any]])?["2"])
        #expect((second["intakeDispatch"] as? [String: Any])?["perSecond"] as? Double == 8_000)
    }

    @Test func theTextSaysWhatTheCeilingIsAndThatTheEmbeddedBrokerBindsTheProducer() {
        let text = report.text
        #expect(text.contains("Ceiling: PostgreSQL alone writing the same rows"))
        #expect(text.contains("at most 5000 complaints ahead"))
        #expect(text.contains("all five services"))
    }

    @Test func eachFigureHasANameThatTellsTheRoundAndThePart() throws {
        let figures = Dictionary(uniqueKeysWithValues: report.figures.map { ($0.name, $0) })
        #expect(figures["all.throughput"] == BenchFigure("all.throughput", 4_000, .perSecond))
        #expect(figures["workers2.all.throughput"]?.value == 8_000)
        #expect(figures["workers2.all.gain"] == BenchFigure("workers2.all.gain", 2, .times))
        #expect(figures["start.intake.seconds"]?.value == 0.0625)
        #expect(figures["latency.500.median"]?.value == 500)
        #expect(figures["latency.500.aboveFloor.p99"] == BenchFigure("latency.500.aboveFloor.p99", 490, .milliseconds))
    }

    @Test func theBrokersShareIsOfAllButTheBenchItself() throws {
        let figures = Dictionary(uniqueKeysWithValues: report.figures.map { ($0.name, $0.value) })
        #expect(figures["all.cpu.services"] == 81.25)
        #expect(figures["all.cpu.together"] == 400)
        let share = try #require(figures["all.brokerShare"])
        #expect(abs(share - 49.6875) < 0.000_1)
        #expect(report.text.contains("the broker's share of that"))
    }

    @Test func theObjectHasEveryFigureByItsName() throws {
        let object = try #require(JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
        let figures = try #require(object["figures"] as? [String: Double])
        #expect(Set(figures.keys) == Set(report.figures.map(\.name)))
        #expect((object["dispatchedLatency"] as? [String: Double])?["p50Ms"] == 500)
    }
}
