import Testing

@testable import Domain

/// Customers sleep; what they are told waits until morning and is looked at once more.
struct QuietHoursTests {
    @Test(arguments: [
        ("20:59", 2, "20:59", 2), ("21:00", 2, "08:00", 3), ("23:30", 2, "08:00", 3), ("00:00", 3, "08:00", 3), ("07:59", 3, "08:00", 3),
        ("08:00", 3, "08:00", 3),
    ])
    func aNightFromNineToEightEndsAtEight(time: String, day: Int, expected: String, expectedDay: Int) throws {
        let hours = try #require(QuietHours(from: 21 * 60, until: 8 * 60))
        let offset = try #require(UTCOffset(minutes: 480))
        let earliest = hours.earliest(at: NoticeScenario.time(time, day: day), offset: offset)
        #expect(earliest == NoticeScenario.time(expected, day: expectedDay))
    }

    @Test(arguments: [("11:59", "11:59"), ("12:00", "14:00"), ("13:59", "14:00"), ("14:00", "14:00")])
    func aNoonRestFromTwelveToTwoEndsAtTwo(time: String, expected: String) throws {
        let hours = try #require(QuietHours(from: 12 * 60, until: 14 * 60))
        let offset = try #require(UTCOffset(minutes: 480))
        #expect(hours.earliest(at: NoticeScenario.time(time), offset: offset) == NoticeScenario.time(expected))
    }

    @Test func secondsPastTheMinuteAreNotAddedToTheMorning() throws {
        let hours = try #require(QuietHours(from: 21 * 60, until: 8 * 60))
        let offset = try #require(UTCOffset(minutes: 480))
        let late = NoticeScenario.time("22:10").adding(.milliseconds(12_345))
        #expect(hours.earliest(at: late, offset: offset) == NoticeScenario.time("08:00", day: 3))
    }

    @Test func progressAtNightWaitsUntilEight() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered())
        #expect(try scenario.when(.receipt(1, .delivered)).count == 1)
        #expect(try scenario.when(.accepted(), at: "22:00").isEmpty)
        #expect(scenario.due == NoticeScenario.time("08:00", day: 3))
        #expect(try scenario.when(.wake, at: "07:59", day: 3).isEmpty)
        #expect(try scenario.whenDue().sent == ["accepted/sms/1"])
    }

    @Test func progressThatWaitedIsNotSentOnceTheComplaintIsArchived() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered())
        try scenario.when(.receipt(1, .delivered))
        try scenario.when(.accepted(), at: "22:00")
        try scenario.when(.archived(), at: "23:00")
        #expect(try scenario.when(.wake, at: "08:00", day: 3).sent == ["archived/sms/1"])
    }

    @Test func whoActsAtNightIsAnsweredAtNight() throws {
        var scenario = NoticeScenario()
        #expect(try scenario.when(.registered(), at: "23:00").sent == ["registered/sms/1"])
    }

    @Test func aMediumThatDoesNotDisturbKnowsNoQuietHours() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered(channel: "website"))
        #expect(try scenario.when(.accepted(), at: "23:00").sent == ["accepted/email/1"])
    }

    @Test func staffAreToldAtAnyHour() throws {
        var scenario = NoticeScenario()
        #expect(try scenario.when(.alert(100), at: "03:00").sent == ["breached/staff-desk/1"])
    }

    @Test func aRetryFallsUnderQuietHoursToo() throws {
        var scenario = NoticeScenario()
        try scenario.when(.registered())
        try scenario.when(.receipt(1, .delivered))
        try scenario.when(.accepted(), at: "20:50")
        try scenario.when(.receipt(2, .failed), at: "20:58")
        #expect(scenario.due == NoticeScenario.time("21:03"))
        #expect(try scenario.whenDue().isEmpty)
        #expect(scenario.due == NoticeScenario.time("08:00", day: 3))
        #expect(try scenario.whenDue().sent == ["accepted/sms/2"])
    }

    @Test func withoutQuietHoursNothingWaits() throws {
        var scenario = NoticeScenario(rules: .fixture(quietHours: nil))
        try scenario.when(.registered())
        #expect(try scenario.when(.accepted(), at: "23:00").sent == ["accepted/sms/1"])
    }
}
