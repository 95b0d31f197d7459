import Testing

@testable import OperatorService

@Suite struct GrownFiguresTests {
    private func measured(_ seconds: Double, _ milliseconds: Double) -> GrownFigures.Measured {
        (
            ScenarioRun.Outcome(complaints: 1_000, seconds: seconds, cpuMicroseconds: ["postgresql": 200 * seconds]),
            LatencyRun(rate: 500, dispatched: Percentiles([milliseconds]), floor: Percentiles([1]))
        )
    }

    @Test func theRatioIsOfTheGrownToTheEmptyDatabase() {
        let finding = GrownFigures.finding(complaints: 5_000, gibibytes: 2, empty: measured(1, 20), grown: measured(1.25, 25))
        let values = Dictionary(uniqueKeysWithValues: finding.figures.map { ($0.name, $0.value) })
        #expect(values["grown.throughput.empty"] == 1_000)
        #expect(values["grown.throughput"] == 800)
        #expect(values["grown.throughput.ratio"] == 0.8)
        #expect(values["grown.latency.median.ratio"] == 1.25)
        #expect(values["grown.cpu.postgresql.ratio"] == 1.25)
        #expect(finding.text.contains("The database takes 2.0 GiB."))
    }
}
