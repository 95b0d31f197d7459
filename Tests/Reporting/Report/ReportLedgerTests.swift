import Moments
import Testing

@testable import Domain
@testable import Reporting

struct ReportLedgerTests {
    @Test func aFactPublishedAgainIsCountedOnce() throws {
        var year = ReportYear()
        let complaint = year.register("2026-10-01T09:00:00+08:00")
        let escalated = WorkOrderEvent.escalated(
            WorkOrderEscalated(
                complaint: complaint, workOrder: "W", to: "centre", step: 1, alert: "a", priority: 2, at: at("2026-10-05T00:00:00+08:00")))
        for sequence: Int64 in [2, 3, 2, 3] { year.work(complaint, escalated, sequence: sequence) }
        #expect(try year.report().current[.escalations] == 2)
    }

    @Test func theFactsOfOneComplaintMayComeInAnyInterleavingOfTheTopics() throws {
        var inOrder = ReportYear()
        let complaint = inOrder.register("2026-10-01T09:00:00+08:00")
        inOrder.breach(complaint, due: "2026-10-17T00:00:00+08:00")
        inOrder.pay(complaint, 100, "2026-10-18T00:00:00+08:00")
        inOrder.tellCustomer(complaint, "2026-10-18T00:00:00+08:00", satisfied: true)
        inOrder.archive(complaint, "2026-10-19T00:00:00+08:00")
        var reversed = ReportYear()
        reversed.pay("C1", 100, "2026-10-18T00:00:00+08:00")
        reversed.archive("C1", "2026-10-19T00:00:00+08:00")
        reversed.tellCustomer("C1", "2026-10-18T00:00:00+08:00", satisfied: true)
        reversed.breach("C1", due: "2026-10-17T00:00:00+08:00")
        reversed.register("2026-10-01T09:00:00+08:00")
        #expect(try inOrder.report() == reversed.report(), "a reader of several topics has no order between them")
    }

    @Test func aComplaintWhoseRegistrationIsOlderThanWhatWasReadIsKnownByItsWorkOrder() throws {
        var ledger = ReportLedger()
        ledger.note(
            .dispatched(
                WorkOrderDispatched(
                    complaint: "C9", workOrder: "W", unit: "marketing", firstContact: "hall", priority: 3,
                    line: LineReference(token: "t", masked: "138****8000"), channel: "hotline", level: .provincial, province: "CN-SC",
                    category: "network", nature: .ordinary, at: at("2026-10-01T00:00:00Z"), policyVersion: "test")), of: "C9")
        let period = try #require(ReportPeriod("2026-10"))
        let report = ledger.report(ReportLedger.Request(period: period, asOf: at("2026-11-01T00:00:00Z")), by: .fixture())
        #expect(report.provinces == ["CN-SC"])
        #expect(report.current[.open] == 1)
        #expect(report.current[.registered] == 0)
    }

    @Test func comparisonsAreLeftOutWhereReadingDidNotReachSoFar() throws {
        var year = ReportYear()
        year.register("2026-09-01T09:00:00+08:00")
        year.register("2026-10-01T09:00:00+08:00")
        let report = try year.report()
        #expect(report.previous?[.registered] == 1, "S091: compared with the period before")
        #expect(report.lastYear == nil)
    }

    @Test func theFiguresOfAPeriodCanBeTracedToTheirComplaints() throws {
        var year = ReportYear()
        let first = year.register("2026-10-01T09:00:00+08:00", level: .appeal)
        year.register("2026-10-02T09:00:00+08:00")
        let third = year.register("2026-10-03T09:00:00+08:00", level: .appeal)
        #expect(try year.report(drilled: [.appeals]).drilled == [.appeals: [first, third]], "S202: each figure down to its complaints")
    }

    @Test func aTypicalCaseHoldsNothingPersonal() throws {
        var year = ReportYear()
        let complaint = year.register("2026-10-01T09:00:00+08:00", nature: .major)
        year.tellCustomer(complaint, "2026-10-02T10:00:00+08:00", satisfied: true)
        year.archive(complaint, "2026-10-03T09:00:00+08:00")
        let dull = year.register("2026-10-01T09:00:00+08:00")
        year.archive(dull, "2026-10-03T09:00:00+08:00")
        let typical = try #require(try year.report().typical.first)
        #expect(try year.report().typical.count == 1, "S140: typical complaints alone")
        #expect(typical.traits == [.major, .good])
        let text = "\(typical)"
        #expect(!text.contains("138****8000") && !text.contains("line-1") && !text.contains("sealed"), "S115: personal data stays out")
    }
}
