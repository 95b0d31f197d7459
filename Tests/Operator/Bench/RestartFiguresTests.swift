import Testing

@testable import OperatorService

@Suite struct RestartFiguresTests {
    @Test func eachKindOfRestartHasItsWaitsAndItsSlowest() {
        let finding = RestartFigures.finding(
            perSecond: 200, named: .init(waits: Percentiles([10, 20, 400]), slowest: 0.3),
            unnamed: .init(waits: Percentiles([10, 30, 4_000]), slowest: 3.5))
        let values = Dictionary(uniqueKeysWithValues: finding.figures.map { ($0.name, $0.value) })
        #expect(
            values == [
                "restart.named.median": 20, "restart.named.p99": 400, "restart.named.worst": 400, "restart.named.slowest.seconds": 0.3,
                "restart.unnamed.median": 30, "restart.unnamed.p99": 4_000, "restart.unnamed.worst": 4_000,
                "restart.unnamed.slowest.seconds": 3.5,
            ])
        #expect(finding.text.contains("at 200/s"))
    }
}
