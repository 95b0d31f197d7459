import Foundation
import Testing

@testable import OperatorService

@Suite struct BenchComparisonTests {
    private var comparison: BenchComparison {
        var comparison = BenchComparison(plan: BenchPlan(), broker: .kafka, against: "/opt/former")
        for (this, other) in [(0.4, 1.0), (0.5, 1.0), (0.3, 1.2)] {
            comparison.turns.append(
                (
                    [BenchFigure("all.cpu.services", this * 1_000, .microseconds)],
                    [BenchFigure("all.cpu.services", other * 1_000, .microseconds)]
                ))
        }
        return comparison
    }

    @Test func theObjectHoldsEachRatioWithTheLeastAndTheMost() throws {
        let object = try #require(JSONSerialization.jsonObject(with: Data(comparison.json.utf8)) as? [String: Any])
        #expect(object["against"] as? String == "/opt/former")
        #expect(object["turns"] as? Int == 3)
        #expect(object["warmUp"] as? Int == 40_000)
        let ratio = try #require((object["ratios"] as? [String: [String: Any]])?["all.cpu.services"])
        #expect(ratio["ratio"] as? Double == 0.4)
        #expect(ratio["minimum"] as? Double == 0.25)
        #expect(ratio["maximum"] as? Double == 0.5)
        #expect(ratio["unit"] as? String == "µs")
    }

    @Test func theTextSaysWhatWasDividedByWhat() {
        let text = comparison.text
        #expect(text.contains("/opt/former in turn, 3 time(s)"))
        #expect(text.contains("all.cpu.services   400   1000  µs         0.400  0.250  0.500"))
    }

    @Test func aFigureOfThisReleaseIsTheMiddleOfItsTurns() {
        #expect(comparison.figures == [BenchFigure("all.cpu.services", 400, .microseconds)])
    }
}
