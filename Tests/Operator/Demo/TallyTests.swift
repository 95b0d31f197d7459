import Contracts
import Domain
import Testing

@testable import OperatorService

@Suite struct TallyTests {
    private func tally(_ facts: [Fact]) -> Tally {
        var tally = Tally()
        for (index, fact) in facts.enumerated() { _ = tally.count(Fact.Received(identity: "\(index)", fact: fact)) }
        return tally
    }

    @Test func aRepeatedFactIsCountedOnce() throws {
        var tally = Tally()
        let received = Fact.Received(identity: "redress.complaints|/redress/intake|1", fact: try Told.registered())
        let first = tally.count(received)
        let second = tally.count(received)
        #expect(first && !second)
        #expect(tally[.registered] == 1)
    }

    @Test func aSubmissionSentTwiceIsADuplicate() {
        var tally = Tally()
        for id in ["1", "2", "1"] { _ = tally.count(Fact.Received(identity: "", fact: .intake(source: "/gateway", id: id))) }
        #expect(tally.submissions.count == 2)
        #expect(tally.duplicates == 1)
    }

    @Test func aComplaintMovesFromStatusToStatus() throws {
        var facts = [try Told.registered(), try Told.dispatched(), try Told.accepted()]
        #expect(tally(facts).number(with: .accepted) == 1)
        #expect(tally(facts).open == 1)
        facts.append(try Told.archived())
        #expect(tally(facts).open == 0)
        #expect(tally(facts)[.archived] == 1)
    }

    @Test func theSummaryHasTheFieldsThatProgramsRead() throws {
        let summary = DemoSummary(tally([try Told.registered(), try Told.warned(), .intake(source: "/gateway", id: "1")]))
        #expect(
            try JSONOutput.text(summary)
                == #"{"alerts":1,"answered":0,"archived":0,"compensated":0,"deadLetters":0,"dispatched":0,"duplicates":0,"incomplete":0,"#
                + #""notified":0,"registered":1,"submitted":1}"#)
    }

    @Test func theStoryIsOfTheComplaintToWhichMostHappened() throws {
        var dull = Tally.Course()
        dull.status = .archived
        var eventful = dull
        eventful.breaches = 1
        eventful.isSettled = true
        var open = eventful
        open.status = .accepted
        #expect(Story.choice(from: ["C1": dull, "C2": eventful, "C3": open]) == "C2")
        #expect(Story.choice(from: [:]) == nil)
    }
}
