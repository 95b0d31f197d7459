import Moments
import Seeded
import Testing

@testable import Domain

/// Complaints of one cause go together, and apart again (S141, S159).
struct MergerTests {
    private static let leader: ComplaintNumber = "C1"
    private static let member: ComplaintNumber = "C2"
    private static let third: ComplaintNumber = "C3"
    private static let elsewhere: Domain.Unit = "network-operations"
    private static let merge = WorkOrderCommand.merge(into: leader, reason: "one outage")

    private static func merged() throws -> MergerScenario {
        var scenario = MergerScenario()
        try scenario.registers(leader)
        try scenario.registers(member)
        try scenario.orders(merge, member)
        try scenario.deliversAll()
        return scenario
    }

    @Test func oneAnswerIsToldToEachCustomer() throws {
        var scenario = try Self.merged()
        #expect(scenario.status(Self.member) == .merged)
        #expect(scenario.open(Self.leader)?.members == [Self.member])
        try scenario.orders(.accept, Self.leader)
        try scenario.orders(.answer(.sample("one answer")), Self.leader)
        try scenario.orders(.approveAnswer, Self.leader, by: ComplaintScenario.reviewer)
        try scenario.deliversAll()
        #expect(
            scenario.open(Self.member)?.stage == .answerApproved(.sample("one answer")), "S141: a hot problem is solved once, across lines")
        #expect(scenario.words(Self.member).suffix(2) == ["answered", "answerApproved"])
        try scenario.orders(.tellCustomer(satisfied: false), Self.member)
        #expect(scenario.status(Self.leader) == .answerApproved, "each customer is told, and each may object")
    }

    @Test func aMergerIsReversibleFromEitherSide() throws {
        var scenario = try Self.merged()
        try scenario.orders(.unmerge(reason: "another cause"), Self.member)
        try scenario.deliversAll()
        #expect(scenario.status(Self.member) == .dispatched)
        #expect(scenario.open(Self.leader)?.members == nil)
        var ended = try Self.merged()
        try ended.withdraws(Self.leader)
        try ended.deliversAll()
        #expect(ended.status(Self.member) == .dispatched, "S159: the others' problem is still to be solved")
    }

    @Test func whatComesInForAMergedComplaintIsToldToTheUnitThatHasTheOther() throws {
        var scenario = try Self.merged()
        let own = try #require(scenario.open(Self.member)?.unit)
        try scenario.orders(.transfer(to: Self.elsewhere, reason: "theirs to solve"), Self.leader)
        try scenario.deliversAll()
        #expect(scenario.words(Self.member).last == "entrusted")
        try scenario.urges(Self.member, count: 1)
        #expect(scenario.urged(Self.member).map(\.unit) == [Self.elsewhere], "S058: who can act is reminded")
        #expect(scenario.status(Self.member) == .merged)
        try scenario.orders(.unmerge(reason: "another cause"), Self.member)
        try scenario.deliversAll()
        #expect(scenario.entrusted(Self.member).map(\.unit) == [Self.elsewhere, own])
        try scenario.urges(Self.member, count: 2)
        #expect(scenario.urged(Self.member).map(\.unit) == [Self.elsewhere, own])
    }

    @Test func whoJoinsAComplaintOfAnotherUnitIsInThatUnitsChargeUntilItHasTheAnswer() throws {
        var scenario = MergerScenario()
        try scenario.registers(Self.leader)
        try scenario.registers(Self.member)
        try scenario.orders(.transfer(to: Self.elsewhere, reason: "theirs to solve"), Self.leader)
        try scenario.orders(Self.merge, Self.member)
        try scenario.deliversAll()
        #expect(scenario.entrusted(Self.member).map(\.with) == [Self.leader])
        try scenario.orders(.accept, Self.leader)
        try scenario.orders(.answer(.sample("one answer")), Self.leader)
        try scenario.orders(.approveAnswer, Self.leader, by: ComplaintScenario.reviewer)
        try scenario.deliversAll()
        #expect(scenario.words(Self.member).suffix(3) == ["entrusted", "answered", "answerApproved"])
        #expect(scenario.entrusted(Self.member).last?.unit == scenario.open(Self.member)?.unit)
    }

    @Test func crosswiseMergersDoNotHoldAndLeaveNobodyWaiting() throws {
        var scenario = MergerScenario()
        try scenario.registers(Self.leader)
        try scenario.registers(Self.member)
        try scenario.orders(Self.merge, Self.member)
        try scenario.orders(.merge(into: Self.member, reason: "one outage"), Self.leader)
        try scenario.deliversAll()
        #expect(scenario.status(Self.leader) == .dispatched && scenario.status(Self.member) == .dispatched)
        #expect(scenario.open(Self.leader)?.members == nil && scenario.open(Self.member)?.members == nil)
        try scenario.orders(Self.merge, Self.member)
        try scenario.deliversAll()
        #expect(scenario.status(Self.member) == .merged, "and each may be merged again")
    }

    @Test func whoWithdrawsLeavesTheOther() throws {
        var scenario = try Self.merged()
        try scenario.withdraws(Self.member)
        try scenario.deliversAll()
        #expect(scenario.open(Self.leader)?.members == nil)
    }

    @Test func whoComesAfterTheAnswerHasItAtOnce() throws {
        var scenario = MergerScenario()
        try scenario.registers(Self.leader)
        try scenario.registers(Self.member)
        try scenario.orders(.accept, Self.leader)
        try scenario.orders(.answer(.sample("one answer")), Self.leader)
        try scenario.orders(.approveAnswer, Self.leader, by: ComplaintScenario.reviewer)
        try scenario.orders(Self.merge, Self.member)
        try scenario.deliversAll()
        #expect(scenario.open(Self.member)?.stage == .answerApproved(.sample("one answer")))
    }

    @Test func aComplaintThatIsUnknownOrArchivedLetsGo() throws {
        var unknown = MergerScenario()
        try unknown.registers(Self.member)
        try unknown.orders(Self.merge, Self.member)
        try unknown.deliversAll()
        #expect(unknown.status(Self.member) == .merged)
        try unknown.wakes(Self.leader)
        try unknown.deliversAll()
        #expect(unknown.status(Self.member) == .dispatched)
        #expect(unknown.lanes[Self.leader]?.state == nil)

        var archived = MergerScenario()
        try archived.registers(Self.leader)
        try archived.withdraws(Self.leader)
        try archived.registers(Self.member)
        try archived.orders(Self.merge, Self.member)
        try archived.deliversAll()
        #expect(archived.status(Self.member) == .dispatched)
    }

    @Test func aJoinThatComesBeforeTheComplaintWaitsForIt() throws {
        var scenario = MergerScenario()
        try scenario.registers(Self.member)
        try scenario.orders(Self.merge, Self.member)
        try scenario.deliversAll()
        try scenario.registers(Self.leader)
        #expect(scenario.open(Self.leader)?.members == [Self.member])
    }

    @Test func nobodyGoesWithItselfNorWithOthersBehind() throws {
        var scenario = try Self.merged()
        try scenario.orders(.merge(into: Self.third, reason: "one outage"), Self.leader)
        #expect(scenario.words(Self.leader).last == "commandRejected")
        try scenario.orders(.unmerge(reason: "another cause"), Self.member)
        try scenario.orders(.merge(into: Self.member, reason: "itself"), Self.member)
        #expect(scenario.words(Self.member).last == "commandRejected")
    }

    @Test func aMessageThatComesTwiceChangesNothing() throws {
        var leader = try ComplaintScenario(after: [.accept])
        let join = MergerMessage(id: "C2-m1", step: .join, from: "C2", complaint: ComplaintScenario.number)
        #expect(try leader.dispatch.when(.merger(join)).map(\.word) == ["memberAdded", "asked"])
        let state = leader.dispatch.state
        #expect(try leader.dispatch.when(.merger(join)) == [])
        #expect(leader.dispatch.state == state)
        for number in 3...4 {
            let more = MergerMessage(
                id: "C\(number)-m1", step: .join, from: ComplaintNumber("C\(number)"), complaint: ComplaintScenario.number)
            #expect(try leader.dispatch.when(.merger(more)).map(\.word) == ["memberAdded", "asked"])
        }
        let beyond = MergerMessage(id: "C9-m1", step: .join, from: "C9", complaint: ComplaintScenario.number)
        guard case .asked(let refusal)? = try leader.dispatch.when(.merger(beyond)).first else {
            Issue.record("expected a refusal")
            return
        }
        #expect(refusal.step == .release && refusal.complaint == "C9")
    }

    /// Three complaints merge and part at random, also in a ring; once all is delivered both sides agree, and each reaches the archive.
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func inWhateverOrderTheMessagesComeBothSidesAgree(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let numbers = [Self.leader, Self.member, Self.third]
        var scenario = MergerScenario()
        var waiting = numbers.shuffled(using: &random)
        for _ in 0..<40 {
            let number = numbers.randomElement(using: &random) ?? Self.leader
            let other = numbers.filter { $0 != number }.randomElement(using: &random) ?? Self.member
            switch Int.random(in: 0..<9, using: &random) {
            case 0: if let next = waiting.popLast() { try scenario.registers(next) }
            case 1, 2: try scenario.orders(.merge(into: other, reason: "one outage"), number)
            case 3: try scenario.orders(.unmerge(reason: "another cause"), number)
            case 4: try scenario.orders(.accept, number)
            case 5: try scenario.orders(.answer(.sample("answer of \(number)")), number)
            case 6: try scenario.orders(.approveAnswer, number, by: ComplaintScenario.reviewer)
            default: _ = try scenario.delivers(using: &random)
            }
        }
        for number in waiting { try scenario.registers(number) }
        while try scenario.delivers(using: &random) {}
        for number in numbers {
            if case .merged(let into, _)? = scenario.open(number)?.stage {
                #expect(scenario.open(into)?.members?.contains(number) == true, "who goes with another is known there")
                #expect(scenario.status(into) != .merged, "and that one goes with nobody, so there is no ring")
            }
            for member in scenario.open(number)?.members ?? [] {
                guard case .merged(number, _)? = scenario.open(member)?.stage else {
                    Issue.record("\(member) is said to go with \(number) and does not")
                    continue
                }
            }
        }
    }
}
