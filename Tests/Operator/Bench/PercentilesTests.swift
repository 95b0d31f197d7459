import Testing

@testable import OperatorService

@Suite struct PercentilesTests {
    @Test func ofOneToAHundredTheFiftiethIsTheMedianAndTheNinetyNinthThe99Percent() {
        let figures = Percentiles((1...100).reversed().map(Double.init))
        #expect(figures.median == 50)
        #expect(figures.p95 == 95)
        #expect(figures.p99 == 99)
        #expect(figures.maximum == 100)
    }

    @Test func ofThreeStartsTheMiddleOneIsTheMedian() {
        #expect(Percentiles([0.4, 0.1, 0.2]).median == 0.2)
    }

    @Test func withoutMeasurementsAllAreZero() {
        #expect(Percentiles([]).maximum == 0)
    }
}
