import Domain
import Kafka
import Postgres
import Testing

@testable import OperatorService

@Suite struct ArmedClocksTests {
    private let start = Instant(seconds: 1_775_016_000)

    private func clocks(within seconds: Int) -> ArmedClocks {
        ArmedClocks(count: 1_000, dueSoon: 100, firstDue: start, withinSeconds: seconds)
    }

    @Test func thoseDueSoonAreSpreadOverTheWholeTime() {
        let due = clocks(within: 60).soon.map { clocks(within: 60).due($0).milliseconds - start.milliseconds }
        #expect(due.allSatisfy { (0..<60_000).contains($0) })
        for second in 0..<10 { #expect(due.contains { $0 / 6_000 == second }) }
    }

    @Test func withinNoTimeAllAreDueAtOneInstant() {
        #expect(Set(clocks(within: 0).soon.map { clocks(within: 0).due($0) }) == [start])
    }

    @Test func theOthersAreDueInAMonthAtTheEarliest() {
        let month = start.adding(.seconds(30 * 86_400))
        #expect(clocks(within: 60).later.allSatisfy { clocks(within: 60).due($0) >= month })
    }

    @Test func aNumberIsOfOneClock() {
        #expect(ArmedClocks.index(of: ArmedClocks.number(0)) == 0)
        #expect(ArmedClocks.index(of: ArmedClocks.number(999_999)) == 999_999)
        #expect(ArmedClocks.index(of: "C20260401000001") == nil)
        #expect(ArmedClocks.index(of: "") == nil)
    }

    @Test func aRowLiesInTheLaneOfItsKey() throws {
        let template = try #require(
            ClockTemplate(#"["C1","\#(start)"]"#, number: "C1", received: start, due: start.adding(.seconds(86_400))))
        let rows = Array(clocks(within: 0).rows(0..<50, template, partitions: 4, isJSONB: false))
        #expect(rows.count == 50)
        for (index, row) in rows.enumerated() {
            let number = ArmedClocks.number(index)
            #expect(row[0] == .text(number))
            #expect(row[1] == .int4(Murmur2.partition(of: number.utf8, count: 4)))
            #expect(row[3] == .timestamp(start.microseconds))
        }
    }
}
