import Moments
import Testing

@testable import Domain

/// Level by channel, nature by what came before, flags (S050, S121–S132).
struct ClassificationTests {
    @Test(arguments: [
        ("hotline", ChannelLevel.provincial, [Flag]()), ("wechat", .provincial, []), ("group-hotline", .groupLevel, [.skipLevel]),
        ("roaming-hotline", .groupLevel, [.roaming]), ("miit", .appeal, [.skipLevel]),
    ])
    func theChannelGivesTheLevelAndItsOwnFlags(channel: String, level: ChannelLevel, flags: [Flag]) throws {
        var line = LineScenario()
        let registered = try #require(try line.submits(Channel(channel)).registered)
        #expect(registered.level == level)
        #expect(registered.flags == flags)
        #expect(registered.nature == .ordinary)
    }

    @Test func whatTheGatewayFlagsAndWhatTheChannelImpliesAreJoinedOnce() throws {
        var line = LineScenario()
        let registered = try #require(try line.submits("roaming-hotline", flags: [.skipLevelTendency, .roaming]).registered)
        #expect(registered.flags == [.roaming, .skipLevelTendency])
    }

    @Test func whoGoesToMIITWhileAProvincialComplaintIsOpenHasAnEscalatedComplaintOfItsOwn() throws {
        var line = LineScenario()
        let provincial = try #require(try line.submits("hotline").registered)
        let appeal = try #require(try line.submits("miit").registered)
        #expect(appeal.complaint != provincial.complaint)
        #expect(appeal.level == .appeal)
        #expect(appeal.flags == [.escalated])
        #expect(try line.submits("hotline").urged?.complaint == appeal.complaint)
    }

    @Test func centralMediaMakeAComplaintMajor() throws {
        var line = LineScenario()
        #expect(try line.submits("central-media").registered?.nature == .major)
    }

    @Test(arguments: [
        ("the very moment of archiving", "2026-10-01T12:00:00+08:00", true),
        ("30 days later, to the millisecond", "2026-10-31T12:00:00+08:00", true),
        ("a millisecond after 30 days", "2026-10-31T12:00:00.001+08:00", false),
    ])
    func aComplaintWithinThirtyDaysOfArchivingIsARepeat(when: String, received: String, isRepeat: Bool) throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        let second = try #require(
            try line.submits("wechat", "network", given: LineScenario.all.union(["dissatisfaction"]), at: at(received)).registered)
        #expect(second.nature == (isRepeat ? .repeat : .ordinary), "\(when)")
        #expect(second.repeatOf == (isRepeat ? first.complaint : nil))
    }

    @Test func theWindowIsJudgedByWhenTheCustomerComplainedNotByWhenItArrived() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        let letter = try line.submits(
            given: LineScenario.all.union(["dissatisfaction"]), receivedAt: at("2026-10-30T09:00:00+08:00"),
            at: at("2026-11-05T09:00:00+08:00"))
        #expect(letter.registered?.nature == .repeat)
    }

    @Test func whatTheCustomerSaidBeforeTheFirstComplaintRepeatsNothing() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        let older = try line.submits(receivedAt: at("2026-09-29T09:00:00+08:00"), at: at("2026-10-02T09:00:00+08:00"))
        #expect(older.registered?.nature == .ordinary)
    }

    @Test func aRepeatIsAskedWhyTheCustomerIsNotContent() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        let asked = try #require(try line.submits(at: at("2026-10-05T09:00:00+08:00")).informationRequired)
        #expect(asked.missing == ["dissatisfaction"])
        let second = try #require(try line.supplements(given: ["dissatisfaction"]).registered)
        #expect(second.nature == .repeat)
        #expect(second.repeatOf == first.complaint)
    }

    @Test func anAppealHasNoRepeats() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        let appeal = try #require(try line.submits("miit", at: at("2026-10-05T09:00:00+08:00")).registered)
        #expect(appeal.nature == .ordinary)
        #expect(appeal.flags == [.escalated], "S050, S132: the line has complained of it below, archived or not")
    }

    @Test(arguments: [true, false])
    func whetherAWithdrawnComplaintCanBeRepeatedIsThePolicysToSay(counts: Bool) throws {
        var line = LineScenario(.fixture(repeatAfterWithdrawal: counts))
        let first = try #require(try line.submits().registered)
        _ = try line.when(.withdrawal(complaint: first.complaint))
        let second = try #require(try line.submits(given: LineScenario.all.union(["dissatisfaction"])).registered)
        #expect(second.nature == (counts ? .repeat : .ordinary))
    }
}
