import Testing

@testable import Domain

/// Receipts, retries, the next medium, and giving up.
struct DeliveryTests {
    static func acknowledged() throws -> NoticeScenario {
        var scenario = NoticeScenario()
        #expect(try scenario.when(.registered()).sent == ["registered/sms/1"])
        return scenario
    }

    @Test func aReceiptThatItArrivedEndsTheMatter() throws {
        var scenario = try Self.acknowledged()
        let events = try scenario.when(.receipt(1, .delivered))
        #expect(
            events == [
                .delivered(
                    NotificationDelivered(
                        notification: "C20260302003000127-N1", complaint: NoticeScenario.complaint, at: NoticeScenario.time("10:01")))
            ])
        #expect(scenario.due == nil)
        #expect(scenario.file?.open.isEmpty == true)
        #expect(try scenario.when(.receipt(1, .delivered)).isEmpty)
        #expect(try scenario.when(.receipt(1, .failed)).isEmpty)
    }

    @Test func aFailureIsTriedAgainThenOnTheNextMediumAndThenGivenUp() throws {
        var scenario = try Self.acknowledged()
        #expect(try scenario.when(.receipt(1, .failed, reason: "unreachable"), at: "10:10").isEmpty)
        #expect(scenario.due == NoticeScenario.time("10:15"))
        #expect(try scenario.whenDue().sent == ["registered/sms/2"])
        try scenario.when(.receipt(1, .failed, attempt: 2), at: "10:20")
        #expect(scenario.due == NoticeScenario.time("10:50"))
        #expect(try scenario.whenDue().sent == ["registered/letter/3"])
        try scenario.when(.receipt(1, .failed, attempt: 3), at: "11:00")
        #expect(try scenario.whenDue().sent == ["registered/letter/4"])
        let events = try scenario.when(.receipt(1, .failed, attempt: 4, reason: "address unknown"), at: "12:00")
        #expect(
            events.abandoned == [
                NotificationAbandoned(
                    notification: "C20260302003000127-N1", complaint: NoticeScenario.complaint, attempts: 4, reason: "address unknown",
                    at: NoticeScenario.time("12:00"))
            ])
        #expect(scenario.due == nil)
    }

    @Test func silenceCountsAsAFailure() throws {
        var scenario = try Self.acknowledged()
        #expect(scenario.due == NoticeScenario.time("10:30"))
        #expect(try scenario.whenDue().isEmpty)
        #expect(scenario.due == NoticeScenario.time("10:35"))
        #expect(try scenario.whenDue().sent == ["registered/sms/2"])
        var events: [NoticeEvent] = []
        while scenario.due != nil { events += try scenario.whenDue() }
        #expect(events.sent == ["registered/letter/3", "registered/letter/4"])
        #expect(events.abandoned.map(\.reason) == ["no receipt"])
    }

    @Test func aLateReceiptOfSuccessStopsTheRetry() throws {
        var scenario = try Self.acknowledged()
        try scenario.whenDue()
        #expect(try scenario.when(.receipt(1, .delivered, attempt: 1), at: "10:33").count == 1)
        #expect(scenario.due == nil)
    }

    @Test func aReceiptOfFailureThatComesTwiceCountsOnce() throws {
        var scenario = try Self.acknowledged()
        try scenario.when(.receipt(1, .failed, id: "r-1"), at: "10:10")
        try scenario.when(.receipt(1, .failed, id: "r-1"), at: "10:11")
        #expect(scenario.due == NoticeScenario.time("10:15"))
        #expect(try scenario.whenDue().sent == ["registered/sms/2"])
        try scenario.when(.receipt(1, .failed, id: "r-1"), at: "10:16")
        try scenario.when(.receipt(1, .failed, attempt: 1, id: "r-2"), at: "10:16")
        #expect(scenario.due == NoticeScenario.time("10:45"))
    }

    @Test func aReceiptForAnUnknownMessageIsNotExpected() throws {
        var scenario = try Self.acknowledged()
        let file = try #require(scenario.file)
        guard case .receipt(let known, _) = NoticeInput.receipt(1, .failed), case .receipt(let unknown, _) = NoticeInput.receipt(9, .failed)
        else { return }
        #expect(file.expects(known))
        #expect(!file.expects(unknown))
        #expect(try scenario.when(.receipt(9, .failed)).isEmpty)
        #expect(scenario.file == file)
    }

    @Test func aReceiptForAMessageThatWasNeverSentChangesNothing() throws {
        var scenario = try Self.acknowledged()
        try scenario.when(.accepted(), at: "22:00")
        let file = scenario.file
        #expect(try scenario.when(.receipt(2, .delivered), at: "22:01").isEmpty)
        #expect(scenario.file?.open.last == file?.open.last)
    }

    @Test func aRetryThatWasOvertakenIsGivenUpAndSaysSo() throws {
        var scenario = NoticeScenario()
        try scenario.when(.informationRequired())
        try scenario.when(.receipt(1, .failed), at: "10:10")
        #expect(try scenario.when(.registered(), at: "10:12").sent == ["registered/sms/1"])
        #expect(try scenario.when(.wake, at: "10:15").abandoned.map(\.reason) == ["overtaken"])
    }

    @Test func staffHaveOneMediumAndTwoAttempts() throws {
        var scenario = NoticeScenario()
        var events = try scenario.when(.alert(80))
        while scenario.due != nil { events += try scenario.whenDue() }
        #expect(events.sent == ["warned/staff-desk/1", "warned/staff-desk/2"])
        #expect(events.abandoned.count == 1)
    }
}
