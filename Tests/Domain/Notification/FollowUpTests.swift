import Moments
import Testing

@testable import Domain

/// After the customer was told: the question, the call, and its end.
struct FollowUpTests {
    private static func told() throws -> NoticeScenario {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        try scenario.when(.dispatched)
        try scenario.when(.customerTold(), at: "16:00")
        for index in 1...2 { try scenario.when(.receipt(index, .delivered), at: "16:01") }
        return scenario
    }

    @Test func aDayAfterTheAnswerTheCustomerIsAskedAndTheFirstContactIsToCall() throws {
        var scenario = try Self.told()
        #expect(scenario.due == NoticeScenario.time("16:00", day: 3))
        #expect(
            try scenario.whenDue().told == ["follow-up → customer", "staff-follow-up → hotline-centre"],
            "S109: a return visit after handling; S110: its result goes on record; S199: §8 service evaluation")
    }

    @Test func whomNoCallReachesIsAskedInWritingAndThatIsTheEnd() throws {
        var scenario = try Self.told()
        var told: [String] = []
        var events: [NoticeEvent] = []
        for _ in 0..<40 {
            guard scenario.due != nil else { break }
            let now = try scenario.whenDue()
            events += now
            told += now.told
            for case .requested(let notice) in now {
                let index = Int(notice.notification.rawValue.split(separator: "N").last ?? "") ?? 0
                try scenario.when(.receipt(index, .delivered), now: notice.at)
            }
        }
        #expect(
            told == [
                "follow-up → customer", "staff-follow-up → hotline-centre", "staff-follow-up → hotline-centre",
                "staff-follow-up → hotline-centre", "follow-up-written → customer",
            ], "S109: three attempts, then in writing")
        let ends = events.filter { if case .customerUnreached = $0 { true } else { false } }
        #expect(
            ends == [
                .customerUnreached(
                    CustomerUnreached(complaint: NoticeScenario.complaint, attempts: 3, at: NoticeScenario.time("16:00", day: 6)))
            ], "S109: failing to reach the customer is on record")
        #expect(scenario.due == nil)
        #expect(
            events.compactMap { if case .requested(let notice) = $0, notice.template == "follow-up-written" { notice.medium } else { nil } }
                == ["letter"])
    }

    @Test func thatTheCustomerIsContentIsNoSecondFollowUpButANewAnswerIs() throws {
        var scenario = try Self.told()
        try scenario.whenDue()
        try scenario.when(.customerTold(satisfied: true), at: "17:00", day: 3)
        #expect(scenario.file?.followUp?.asked == 1)
        try scenario.when(.customerTold(answer: .sample("another"), day: 3), at: "17:00", day: 3)
        #expect(scenario.file?.followUp?.asked == 0)
    }

    @Test func whoWithdrewIsNotAsked() throws {
        var scenario = try Self.told()
        try scenario.when(.withdrawn, at: "17:00")
        try scenario.when(.receipt(3, .delivered), at: "17:01")
        #expect(scenario.due == nil)
    }

    @Test func aFollowUpWaitsForTheCustomersAddress() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.customerTold())
        #expect(scenario.due == nil)
        #expect(try scenario.when(.registered(), at: "10:00", day: 9).told.contains("follow-up → customer"))
    }
}
