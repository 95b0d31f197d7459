import Testing

@testable import OperatorService

@Suite struct IdleFiguresTests {
    @Test func theBusiestServiceAndTheServersAloneAreFiguresOfTheirOwn() {
        let finding = IdleFigures.finding(
            alone: ["broker": 1.5, "postgresql": 0.1],
            together: ["intake": 0.2, "notification": 0.4, "broker": 2.5, "postgresql": 0.3, "bench": 9],
            memory: [BenchFigure("idle.intake.memory", 40, .mebibytes), BenchFigure("idle.notification.memory", 44, .mebibytes)],
            seconds: 60)
        let values = Dictionary(uniqueKeysWithValues: finding.figures.map { ($0.name, $0.value) })
        #expect(values["idle.busiestService.cpu"] == 0.4)
        #expect(values["idle.broker.cpu"] == 2.5)
        #expect(values["idle.broker.alone.cpu"] == 1.5)
        #expect(values["idle.largestService.memory"] == 44)
        #expect(!values.keys.contains { $0.contains("bench") })
        #expect(finding.text.contains("five idle services, 60 s"))
    }
}
