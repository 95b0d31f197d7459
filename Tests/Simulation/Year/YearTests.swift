import Foundation
import Policies
import Testing
import World

/// A small year of complaints: every channel, province and class of problem, each promise, and reports that add up.
@Suite(.serialized) struct YearTests {
    @Test func aYearOfComplaintsKeepsEveryPromiseAndItsReportsAddUp() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china").standardizedFileURL
        let pack = try PolicyPackLoader.load(directory: root)
        let outcome = try YearSimulation(
            seed: 2026, complaints: 150, pack: pack, reporting: ReportingPackLoader.load(directory: root), tick: .seconds(3_600)
        ).run()
        #expect(outcome.violations.isEmpty, "\(outcome.violations.prefix(5))")
        #expect(outcome.registered >= 150)
        #expect(outcome.looks > 100, "open complaints were looked at for their clocks")
    }
}
