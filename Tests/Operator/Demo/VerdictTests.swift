import Contracts
import Domain
import Testing

@testable import OperatorService

@Suite struct VerdictTests {
    private let number = Told.complaint.rawValue

    private func tally(_ facts: [Fact]) -> Tally {
        var tally = Tally()
        _ = tally.count(Fact.Received(identity: "", fact: .intake(source: "/gateway", id: "1")))
        for (index, fact) in facts.enumerated() { _ = tally.count(Fact.Received(identity: "\(index)", fact: fact)) }
        return tally
    }

    private func ledger(archived: Set<String>) -> Ledger {
        Ledger(
            events: ["redress.complaint.registered.v1": 1, "redress.work-order.dispatched.v1": 1], taken: 1,
            archived: archived)
    }

    @Test func whereTopicsAndDatabasesAgreeAllIsWell() throws {
        let tally = tally([try Told.registered(), try Told.dispatched(), try Told.archived()])
        let verdict = Verdict(lines: ["t"], tally: tally, ledger: ledger(archived: [number]), refusedRows: 0)
        #expect(verdict.isGood)
        #expect(verdict.text.hasPrefix("1 of 1 complaints sit where they should"))
    }

    @Test func aDatabaseThatHoldsLessThanTheTopicsSayIsTold() throws {
        let tally = tally([try Told.registered(), try Told.dispatched(), try Told.archived()])
        let verdict = Verdict(lines: ["t"], tally: tally, ledger: ledger(archived: []), refusedRows: 0)
        #expect(!verdict.isGood)
        #expect(verdict.settledRight == 0)
        #expect(verdict.faults == ["archived: the topics have 1, the databases 0"])
    }

    @Test func aComplaintThatIsStillOpenIsTold() throws {
        let tally = tally([try Told.registered(), try Told.dispatched()])
        let verdict = Verdict(lines: ["t"], tally: tally, ledger: ledger(archived: []), refusedRows: 0)
        #expect(verdict.faults == ["still open: 1 complaint (1 dispatched), such as C20260302001000007"])
    }

    @Test func aSubmissionOfWhichNothingBecameIsTold() {
        let ledger = Ledger(events: [:], taken: 1, archived: [])
        let verdict = Verdict(lines: ["t"], tally: tally([]), ledger: ledger, refusedRows: 0)
        #expect(!verdict.isGood)
        #expect(verdict.faults == ["1 submission got no answer"])
    }
}
