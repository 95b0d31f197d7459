import Moments
import Testing

@testable import Domain

/// A customer is not flooded, and never hears what a newer message says better.
struct ThrottleTests {
    static let rules: [NoticeRule] = [
        NotificationRules.rule(.registered, .customer, atAnyHour: true, unlimited: true),
        NotificationRules.rule(.complaintUrged, .customer, droppedBy: [.archived, .withdrawn], latestOnly: true),
        NotificationRules.rule(.accepted, .customer, droppedBy: [.customerTold, .withdrawn], latestOnly: true),
        NotificationRules.rule(.customerTold, .customer, unlimited: true, latestOnly: true),
        NotificationRules.rule(.claimSettled, .customer),
    ]

    static func scenario(limit: Int) throws -> NoticeScenario {
        var scenario = NoticeScenario(rules: .fixture(rules: rules, dailyLimit: limit))
        #expect(try scenario.when(.registered()).sent.count == 1)
        try scenario.when(.receipt(1, .delivered))
        return scenario
    }

    @Test func theMessageBeyondTheDaysLimitWaitsForTheNextMorning() throws {
        var scenario = try Self.scenario(limit: 2)
        #expect(try scenario.when(.accepted(), at: "11:00").sent == ["accepted/sms/1"])
        try scenario.when(.receipt(2, .delivered), at: "11:01")
        #expect(try scenario.when(.urged(1), at: "12:00").sent == ["complaint-urged/sms/1"])
        try scenario.when(.receipt(3, .delivered), at: "12:01")
        #expect(try scenario.when(.settled, at: "13:00").isEmpty)
        #expect(scenario.due == NoticeScenario.time("08:00", day: 3))
        #expect(try scenario.whenDue().sent == ["claim-settled/sms/1"])
    }

    @Test func theAnswerIsExemptAndDoesNotCount() throws {
        var scenario = try Self.scenario(limit: 1)
        #expect(try scenario.when(.customerTold()).sent == ["customer-told/sms/1"])
        #expect(try scenario.when(.urged(1)).sent == ["complaint-urged/sms/1"])
        #expect(try scenario.when(.customerTold(answer: .sample("another"))).sent == ["customer-told/sms/1"])
    }

    @Test func aRetryIsNoSecondMessage() throws {
        var scenario = try Self.scenario(limit: 1)
        try scenario.when(.accepted())
        try scenario.when(.receipt(2, .failed), at: "10:05")
        #expect(try scenario.whenDue().sent == ["accepted/sms/2"])
    }

    @Test func ofSeveralThatWaitOnlyTheLatestIsSent() throws {
        var scenario = try Self.scenario(limit: 1)
        try scenario.when(.urged(1), at: "10:00")
        try scenario.when(.receipt(2, .delivered))
        for count in 2...5 { #expect(try scenario.when(.urged(count), at: "12:00").isEmpty) }
        let events = try scenario.whenDue()
        #expect(events.texts(of: "complaint-urged") == ["中 count=5 line=138****8000"])
        #expect(events.count == 1)
    }

    @Test func aMessageThatANewerOneOvertookIsNotTriedAgain() throws {
        var scenario = try Self.scenario(limit: 9)
        try scenario.when(.customerTold())
        try scenario.when(.customerTold(answer: .sample("another")), at: "10:10")
        #expect(try scenario.when(.receipt(2, .failed), at: "10:11").abandoned.map(\.reason) == ["overtaken"])
        try scenario.when(.receipt(3, .failed), at: "10:12")
        #expect(try scenario.whenDue().firstSent?.enclosure == .sample("another"))
    }

    @Test func whatWaitsIsLookedAtOnceMoreBeforeItGoesOut() throws {
        var scenario = try Self.scenario(limit: 1)
        try scenario.when(.urged(1))
        try scenario.when(.receipt(2, .delivered))
        try scenario.when(.accepted(), at: "14:00")
        try scenario.when(.withdrawn, at: "15:00")
        #expect(try scenario.whenDue().isEmpty)
        #expect(scenario.due == nil)
    }
}
