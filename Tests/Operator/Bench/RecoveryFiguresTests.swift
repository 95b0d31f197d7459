import Testing

@testable import OperatorService

@Suite struct RecoveryFiguresTests {
    @Test func whatTheUnconfirmedEventsAddIsAFigure() {
        let finding = RecoveryFigures.finding(
            unconfirmed: 100_000, nothing: .init(worksAfter: 3.25, peakMebibytes: 40), recovered: .init(worksAfter: 5, peakMebibytes: 90))
        let values = Dictionary(uniqueKeysWithValues: finding.figures.map { ($0.name, $0.value) })
        #expect(values == ["recovery.seconds": 5, "recovery.nothing.seconds": 3.25, "recovery.added.seconds": 1.75, "recovery.memory": 90])
    }

    @Test func aLaneThatWasTakenAsFastAsAnEmptyOneAddsNothing() {
        let finding = RecoveryFigures.finding(
            unconfirmed: 10, nothing: .init(worksAfter: 3, peakMebibytes: 40), recovered: .init(worksAfter: 2.9, peakMebibytes: 40))
        #expect(finding.figures.contains(BenchFigure("recovery.added.seconds", 0, .seconds)))
        #expect(finding.text.contains("a lane with 10 unconfirmed events is taken"))
    }
}
