import Contracts
import Domain
import Testing

@testable import OperatorService

@Suite struct DemoViewTests {
    private func tally() throws -> Tally {
        var tally = Tally()
        for (index, fact) in [try Told.registered(), try Told.dispatched(), try Told.warned()].enumerated() {
            _ = tally.count(Fact.Received(identity: "\(index)", fact: fact))
        }
        return tally
    }

    @Test func thePictureHasALineForEachServiceAndTheLastAlerts() throws {
        let lines = DemoView.picture(try tally(), total: 1_112, now: Told.monday, seconds: 3, speed: 50_000, alerts: 2)
        #expect(lines.first == "2026-03-02 09:00   50,000 times as fast   3 s")
        for name in ["gateway", "intake", "dispatch", "sla-monitor", "compensation", "notification", "faults"] {
            #expect(lines.contains { $0.hasPrefix(name) })
        }
        #expect(
            lines.contains(
                "  2026-03-14 08:00  warning  C20260302001000007  answer at 80 %, due 2026-03-18 00:00, marketing, step 1"))
    }

    @Test func thePictureHasAlwaysEquallyManyLines() throws {
        let empty = DemoView.picture(Tally(), total: 1, now: Told.monday, seconds: 0, speed: 1, alerts: 5)
        let full = DemoView.picture(try tally(), total: 1, now: Told.monday, seconds: 0, speed: 1, alerts: 5)
        #expect(empty.count == full.count)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_112, "1,112"), (-1_234_567, "-1,234,567")])
    func figuresAreGrouped(number: Int, text: String) {
        #expect(Figure.text(number) == text)
    }
}
