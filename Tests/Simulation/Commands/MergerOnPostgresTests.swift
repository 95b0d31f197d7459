import Contracts
import Domain
import Foundation
import Testing

/// Complaints that go together, on the real tables: each has a lane and numbers of its own, and what they tell each other has none.
@Suite(.serialized) struct MergerOnPostgresTests {
    private static let merged = "redress.work-order.merged.v1"
    private static let unmerged = "redress.work-order.unmerged.v1"
    private static let urged = "redress.work-order.urged.v1"
    private static let entrusted = "redress.work-order.entrusted.v1"
    private static let elsewhere: Domain.Unit = "provincial-complaint-centre"

    private func stories(_ bench: CommandBench, _ count: Int) throws -> [CommandStory] {
        try (1...count).map { try CommandStory(bench, line: "1380000200\($0)") }
    }

    @Test func whoeverJoinsAComplaintHasItsAnswerWhateverDiesBetween() throws {
        let bench = try CommandBench()
        let all = try stories(bench, 3)
        let (leader, others) = (all[0], all[1...])
        for story in others { story.merge(into: leader.complaint) }
        #expect(leader.count("redress.work-order.member-added.v1") == 2)
        try bench.restart()
        leader.answer()
        leader.give(.approveAnswer, by: "reviewer-3")
        for story in others {
            #expect(story.count("redress.work-order.answered.v1") == 1)
            #expect(story.count("redress.work-order.answer-approved.v1") == 1)
            story.give(.tellCustomer) { $0.satisfied = true }
            story.give(.archive)
        }
        #expect(bench.deadLetters.isEmpty)
    }

    @Test func ofTwoCrosswiseMergersAtMostOneHolds() throws {
        let bench = try CommandBench()
        let all = try stories(bench, 2)
        let traces = zip(all, all.reversed()).map { story, other in
            story.write(.merge) { command in
                command.texts["into"] = other.complaint.rawValue
                command.reason = "one cause"
            }
        }
        bench.settle()
        #expect(traces.allSatisfy { bench.facts(of: $0).contains { $0.event.type == Self.merged } })
        let held = all.filter { $0.count(Self.merged) > $0.count(Self.unmerged) }
        #expect(held.count <= 1)
        // Whichever goes its own way can be worked on.
        for story in all where story.count(Self.merged) == story.count(Self.unmerged) { story.give(.accept) }
        #expect(bench.deadLetters.isEmpty)
    }

    @Test func whatComesInForAMergedComplaintReachesTheUnitThatHasTheOther() throws {
        let bench = try CommandBench()
        let all = try stories(bench, 3)
        let (member, leader, late) = (all[0], all[1], all[2])
        let own = try member.last("redress.work-order.dispatched.v1").text("unit")
        member.merge(into: leader.complaint)
        leader.give(.transfer) { command in
            command.to = Self.elsewhere
            command.reason = "theirs to solve"
        }
        #expect(try member.last(Self.entrusted).text("unit") == Self.elsewhere.rawValue)

        try member.reach(IntakeType.urged)
        try member.reach(IntakeType.supplemented)
        try member.reach(IntakeType.feedbackGiven)
        #expect(try member.last(Self.urged).text("unit") == Self.elsewhere.rawValue)
        let told = bench.facts("redress.notification.requested.v1", of: member.complaint)
            .filter { $0.text("unit") == Self.elsewhere.rawValue }.compactMap { $0.text("template") }
        #expect(Set(told).isSuperset(of: ["staff-urged", "staff-supplemented", "staff-feedback"]), "\(told)")
        #expect(member.count(Self.unmerged) == 0, "it stays merged")

        try leader.reach(IntakeType.withdrawn)
        #expect(member.count(Self.unmerged) == 1, "and goes its own way when the other has ended")
        #expect(try member.last(Self.entrusted).text("unit") == own)
        member.give(.accept)

        late.merge(into: leader.complaint)
        #expect(try late.last(Self.unmerged).text("reason")?.contains("archived") == true)
        late.give(.accept)
        #expect(bench.deadLetters.isEmpty)
    }

    @Test func aComplaintThatIsJoinedBeforeDispatchKnowsItIsDispatchedAllTheSame() throws {
        let bench = try CommandBench()
        let member = try CommandStory(bench, line: "13800002001")
        var joined: ComplaintNumber = ""
        try bench.withhold(.complaints, from: "dispatch") {
            joined = try CommandStory(bench, line: "13800002002").complaint
            member.merge(into: joined)
        }
        #expect(bench.facts("redress.work-order.dispatched.v1", of: joined).count == 1)
        #expect(bench.facts("redress.work-order.member-added.v1", of: joined).count == 1)
        #expect(bench.deadLetters.isEmpty)
    }

    /// Before 240 a message to another complaint stood in the journal under a number of that complaint's.
    @Test func aNumberThatAnEarlierReleaseGaveToAMessageIsFreeForTheComplaintsOwnEvent() throws {
        let bench = try CommandBench()
        let step = try String(
            contentsOf: CommandBench.migrations.appending(path: "dispatch/240_messages_without_sequence.sql"), encoding: .utf8)
        var joined: ComplaintNumber = ""
        try bench.withhold(.complaints, from: "dispatch") {
            joined = try CommandStory(bench, line: "13800002002").complaint
            try bench.run(
                """
                INSERT INTO journal (lane_group, lane, position, topic, key, id, type, sequence, at, data)
                VALUES ('complaint', 999, 1, 'redress.work-order-commands', '\(joined)', 'C1-m1',
                    'redress.work-order.merger-message.v1', 1, now(), '')
                """, in: "dispatch")
            try bench.run(step, in: "dispatch")
        }
        #expect(bench.facts("redress.work-order.dispatched.v1", of: joined).count == 1)
        #expect(bench.deadLetters.isEmpty)
    }
}
