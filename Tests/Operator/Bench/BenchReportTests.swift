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
                    complaints: 6_000, seconds: 1.5 / Double(workers), cpuMicroseconds: ["intake": 81.25, "postgresql": 120])
            }
            round.ceilingPerSecond = 20_000
            round.memory["intake"] = .init(resident: 31.5, peak: 40)
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
}
