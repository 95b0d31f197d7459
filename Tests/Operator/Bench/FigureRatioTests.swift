import Testing

@testable import OperatorService

@Suite struct FigureRatioTests {
    private func figures(_ throughput: Double, _ broker: Double) -> [BenchFigure] {
        [BenchFigure("all.throughput", throughput, .perSecond), BenchFigure("all.cpu.broker", broker, .microseconds)]
    }

    @Test func aRatioIsTheMiddleOfTheTurnsOwnRatiosWithTheLeastAndTheMost() throws {
        let turns = [
            (this: figures(2_000, 300), other: figures(1_000, 400)), (this: figures(1_500, 320), other: figures(1_000, 400)),
            (this: figures(900, 280), other: figures(1_000, 400)),
        ]
        let ratios = FigureRatio.all(turns)
        #expect(ratios.map(\.name) == ["all.throughput", "all.cpu.broker"])
        let throughput = try #require(ratios.first)
        #expect((throughput.this, throughput.other) == (1_500, 1_000))
        #expect((throughput.ratio, throughput.minimum, throughput.maximum) == (1.5, 0.9, 2))
        #expect(ratios.last?.ratio == 0.75)
    }

    @Test func aFigureThatOnlyOneReleaseHasHasNoRatio() {
        let turns = [(this: figures(1, 1), other: [BenchFigure("all.throughput", 2, .perSecond), BenchFigure("former", 1, .seconds)])]
        #expect(FigureRatio.all(turns).map(\.name) == ["all.throughput"])
    }

    @Test func nothingIsDividedByNothing() {
        #expect(FigureRatio("idle.intake", .percent, pairs: [(this: 0.2, other: 0)]) == nil)
        #expect(FigureRatio("idle.intake", .percent, pairs: [(this: 0.2, other: 0), (this: 1, other: 2)])?.ratio == 0.5)
    }

    @Test func theReleasesTakeTurnsAtBeingFirst() {
        #expect((0..<3).map { ComparedRelease.order(of: $0) } == [[.this, .other], [.other, .this], [.this, .other]])
    }

    @Test func theMiddleOfTwoIsTheirMean() {
        #expect(Middle.of([3, 1]) == 2)
        #expect(Middle.of([5, 1, 3]) == 3)
        #expect(Middle.of([]) == 0)
    }
}
