import Contracts
import Domain
import Foundation
import Policies
import Reporting
import Testing

@testable import OperatorService

struct QualitySheetTests {
    private func policy() throws -> QualityPolicy {
        try ReportingPackLoader.load(directory: ShippedFile.url("Ops/policies/china")).quality
    }

    private func sheet() throws -> String {
        let feed = try Sample.feed(
            (1...3).flatMap { number in
                Sample.registered("C\(number)", "2026-10-02T01:00:00Z") + [
                    Sample.message(
                        .workOrders, "redress.work-order.archived.v1", "C\(number)", "2026-10-05T01:00:00Z",
                        #"{"complaint":"C\#(number)","workOrder":"W","line":{"token":"t","masked":"138****8000"},"outcome":"answered","at":"2026-10-05T01:00:00Z"}"#,
                        sequence: 2)
                ]
            })
        let span = try #require(ReportPeriod("2026-10")).bounds(at: .utc)
        return QualitySheet.text(
            of: QualitySample(of: feed.ledger, in: span, size: 2, seed: 1, strata: [.unit, .category]), try policy())
    }

    @Test func aSheetHasOneColumnACheckAndIsReadAgain() throws {
        let text = try sheet()
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("complaint,stratum,record-complete,"))
        #expect(lines[1].contains("marketing · billing"))
        let filled = text.replacing(",,,,,,,,,\r\n", with: ",yes,no,,是,,,,,yes\r\n")
        let marked = try QualitySheet.marked(in: filled, policy())
        #expect(marked.map(\.marks.count) == [4, 4])
        #expect(marked[0].marks["classified-right"] == false)
        #expect(!text.contains("138****"), "S115: nothing personal is on the sheet")
    }

    @Test func aMarkNobodyKnowsIsToldWithItsRowAndColumn() throws {
        let spoilt = try sheet().replacing(",,,,,,,,,\r\n", with: ",perhaps,,,,,,,,\r\n")
        let fault = #expect(throws: Fault.self) { try QualitySheet.marked(in: spoilt, policy()) }
        #expect(fault?.field == "row 2, record-complete")
        #expect(throws: Fault.self) { try QualitySheet.marked(in: "complaint,stratum\r\n", policy()) }
    }
}
