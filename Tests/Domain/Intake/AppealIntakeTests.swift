import Moments
import Testing

@testable import Domain

/// What becomes of an appeal on a line (S121, S128, S129, S145, S183; Order 35 art. 12, 13).
struct AppealIntakeTests {
    private static let march = at("2026-03-02T09:00:00+08:00")
    private static let form: Set<String> = [
        "customer", "address", "contact", "postcode", "respondent", "respondentAddress", "demand", "description", "appealDate",
    ]
    private static let filed = SubmissionDetails(duties: [DutyDone(duty: "referral-archived", reference: "R-1")])

    private static func appeal(_ caseNumber: String = "JS-1", _ change: (inout Appeal) -> Void = { _ in }) -> Appeal {
        var appeal = Appeal()
        appeal.body = "CN-JS"
        appeal.caseNumber = caseNumber
        appeal.respondent = "中国电信江苏公司"
        appeal.interest = .own
        change(&appeal)
        return appeal
    }

    private static func content(
        _ appeal: Appeal, at time: Instant, given: Set<String> = form, category: Domain.Category = "billing",
        channel: Channel = "communications-administration"
    ) -> IntakeInput.Content {
        .appeal(
            complaint: nil, LineScenario.submission(channel, category, given: given, receivedAt: time, details: filed), appeal)
    }

    private static func line() throws -> LineScenario { try LineScenario(rules: .china(), at: march) }

    @Test func anAppealAfterFifteenDaysIsRegisteredAsOneWithItsAssessment() throws {
        var line = try Self.line()
        let complaint = try #require(try line.submits().registered)
        let day = at("2026-03-18T09:00:00+08:00")
        let registered = try #require(try line.when(Self.content(Self.appeal(), at: day), at: day).registered)
        #expect(registered.level == .appeal, "S121, S128: an appeal is a level of its own")
        #expect(registered.complaint != complaint.complaint)
        let record = try #require(registered.appeal)
        #expect(record.assessment?.outcome == .admissible, "S015, S021: unanswered for 15 days")
        #expect(record.complaint == complaint.complaint, "S021: the complaint it is about")
        #expect(record.statement?.customer.isEmpty == false)
        #expect(registered.flags == [.escalated], "S145: it goes over the head of the open complaint")
    }

    @Test func anAppealWithinTheFifteenDaysUrgesTheOpenComplaint() throws {
        var line = try Self.line()
        let complaint = try #require(try line.submits().registered)
        let day = at("2026-03-10T09:00:00+08:00")
        let urged = try #require(try line.when(Self.content(Self.appeal(), at: day), at: day).urged)
        #expect(urged.complaint == complaint.complaint, "Order 35 art. 13: the operator is to answer first, so its ticket is urged")
        #expect(urged.appeal?.assessment?.outcome == .tooEarly, "S021")
        #expect(urged.appeal?.assessment?.mayAppealFrom?.description == "2026-03-18", "S015")
        #expect(line.file.count == 1)
    }

    @Test func whoNeverComplainedHasComplainedNow() throws {
        var line = try Self.line()
        let appeal = Self.appeal { $0.complainedFirst = false }
        let events = try line.when(Self.content(appeal, at: Self.march, given: LineScenario.all))
        let registered = try #require(events.registered)
        #expect(registered.level == .provincial, "Order 35 art. 13: complain to the operator first; it is taken as the complaint")
        #expect(registered.appeal?.assessment?.outcome == .complainFirst)
        #expect(registered.flags == [.skipLevel], "S050: the operator was left out")
    }

    @Test func theWrittenFormIsAskedForAndAssessedWhenItIsWhole() throws {
        var line = try Self.line()
        _ = try line.submits()
        let day = at("2026-03-20T09:00:00+08:00")
        let asked = try #require(
            try line.when(Self.content(Self.appeal(), at: day, given: LineScenario.all), at: day).informationRequired)
        #expect(
            asked.missing == ["address", "postcode", "respondent", "respondentAddress", "demand", "appealDate"],
            "Order 35 art. 12: what the written form must hold")
        #expect(try line.supplements(asked.complaint, given: ["address", "postcode", "demand"]).supplemented?.stillMissing.count == 3)
        let registered = try #require(try line.when(Self.content(Self.appeal(), at: day), at: day).registered)
        #expect(registered.complaint == asked.complaint)
        #expect(registered.appeal?.assessment?.outcome == .admissible)
    }

    @Test func anAppealThatItsBodyHasAcceptedIsNotAskedForItsForm() throws {
        var line = try Self.line()
        let appeal = Self.appeal { $0.acceptedOn = CivilDate("2026-03-02") }
        let registered = try #require(try line.when(Self.content(appeal, at: Self.march, given: LineScenario.all)).registered)
        #expect(registered.level == .appeal, "the body has decided, whatever the operator thinks of it")
        #expect(registered.appeal?.acceptedOn?.description == "2026-03-02")
    }

    @Test func theSameAppealToldAgainDecidesNothing() throws {
        var line = try Self.line()
        _ = try line.submits()
        for day in [at("2026-03-10T09:00:00+08:00"), at("2026-03-18T09:00:00+08:00")] {
            let content = Self.content(Self.appeal("JS-\(day.milliseconds)"), at: day)
            #expect(try !line.when(content, at: day).isEmpty)
            let before = line.file
            #expect(
                try line.when(content).fault?.problem.hasPrefix("is known already of complaint C") == true,
                "a case that is known says nothing new")
            #expect(line.file == before)
        }
    }

    @Test func aSecondAppealInTheMatterSaysThatTheFirstIsThere() throws {
        var line = try Self.line()
        _ = try line.submits()
        let day = at("2026-03-18T09:00:00+08:00")
        let first = try #require(try line.when(Self.content(Self.appeal("JS-1"), at: day), at: day).registered)
        let second = try #require(try line.when(Self.content(Self.appeal("JS-2"), at: day)).urged)
        #expect(second.complaint == first.complaint)
        #expect(second.appeal?.assessment?.verdict(.notBeforeAppealBody) == .failed, "Order 35 art. 11(3)")
    }

    @Test(arguments: ["consumer-association", "citizen-hotline", "industry-association"])
    func appealsThatOrder35DoesNotSpeakOfAreRegisteredWithoutAssessment(channel: String) throws {
        var line = try Self.line()
        let appeal = Self.appeal { $0.body = AppealBody(channel) }
        let events = try line.when(Self.content(appeal, at: Self.march, given: LineScenario.all, channel: Channel(channel)))
        let registered = try #require(events.registered)
        #expect(registered.level == .appeal, "S128, S129: associations and citizen hotlines are appeals, too")
        #expect(registered.appeal?.assessment == nil)
    }

    @Test func anAppealOnAnotherChannelGoesBack() throws {
        var line = try Self.line()
        #expect(try line.when(Self.content(Self.appeal(), at: Self.march, channel: "hotline")).fault?.field == "data.channel")
        let unknown = IntakeInput.Content.appeal(
            complaint: "C1", LineScenario.submission("miit", receivedAt: Self.march), Self.appeal())
        #expect(try line.when(unknown).fault?.field == "data.complaint")
    }
}
