import Moments
import Testing

@testable import Domain

/// What each channel asks of staff, by the pack that ships (S051–S055, S066, S080, S103).
struct ChannelDutyTests {
    private static let taken = SubmissionDetails(takenBy: "staff-301")
    private static let signed = DutyDone(duty: "customer-signature", reference: "SCAN-0930-01")

    @Test func aVisitIsNotRegisteredBeforeTheCustomerHasSigned() throws {
        var line = try LineScenario(rules: .china())
        let asked = try #require(try line.submits("visit", details: Self.taken).informationRequired)
        #expect(asked.missing == ["customer-signature"], "S052: the customer signs that the form matches the facts")
        let unproved = SubmissionDetails(duties: [DutyDone(duty: "customer-signature")])
        #expect(try line.supplements(given: [], details: unproved).supplemented?.stillMissing == ["customer-signature"])
        let registered = try #require(try line.supplements(given: [], details: SubmissionDetails(duties: [Self.signed])).registered)
        #expect(registered.doneDuties?.contains(Self.signed) == true, "S052: the signed form can be looked up")
        #expect(registered.openDuties == nil)
        #expect(registered.takenBy == "staff-301", "S066: a named person keeps the register")
    }

    @Test func aDeskThatDoesNotSayWhoTookItDownIsTold() throws {
        var line = try LineScenario(rules: .china())
        let fault = try line.submits("visit", details: SubmissionDetails(duties: [Self.signed])).fault
        #expect(fault?.field == "data.takenBy", "S066, S103: the receptionist who records is named, and is not the customer's to name")
        #expect(line.intake.state == nil)
    }

    @Test(arguments: [true, false])
    func onAVisitTheCustomerWritesTheContentOnlyWithConsent(consents: Bool) throws {
        var line = try LineScenario(rules: .china())
        let duties = [Self.signed] + (consents ? [DutyDone(duty: "customer-consent")] : [])
        let events = try line.submits(
            "visit", details: SubmissionDetails(duties: duties, takenBy: "staff-301", writtenByCustomer: true))
        #expect((events.registered != nil) == consents, "S053: with consent the customer fills in the content")
        #expect(events.informationRequired?.missing == (consents ? nil : ["customer-consent"]), "S053")
    }

    @Test func aLetterStaysOwedToTheArchiveUntilItsReferenceIsKnown() throws {
        var line = try LineScenario(rules: .china())
        let letter = try #require(try line.submits("letter", details: Self.taken).registered)
        #expect(letter.openDuties == ["letter-archived"], "S036, S051: a letter is kept and archived after it is taken in")
        let bare = SubmissionDetails(duties: [DutyDone(duty: "letter-archived")])
        #expect(try line.supplements(letter.complaint, given: [], details: bare).supplemented?.openDuties == ["letter-archived"])
        let filed = DutyDone(duty: "letter-archived", reference: "LF-2026-0930-07")
        let closed = try #require(
            try line.supplements(letter.complaint, given: [], details: SubmissionDetails(duties: [filed])).supplemented)
        #expect(closed.openDuties == nil, "S051: with a reference it can be looked up")
        #expect(closed.doneDuties == [filed])
        #expect(line.file.first?.openDuties == nil)
    }

    @Test func aLetterSettledOnTheSpotIsArchivedAllTheSame() throws {
        var line = try LineScenario(rules: .china())
        let letter = try #require(
            try line.submits("letter", given: ["description", "settlement"], settledOnSpot: true).registered)
        #expect(letter.openDuties == ["letter-archived"], "S051: a settled letter is kept, too")
        let filed = SubmissionDetails(duties: [DutyDone(duty: "letter-archived", reference: "LF-1")])
        #expect(try line.supplements(letter.complaint, given: [], details: filed).supplemented?.openDuties == nil, "S051")
        #expect(try line.supplements(letter.complaint, given: [], details: filed).fault?.problem == "is closed")
    }

    @Test(arguments: ["web-hall", "website", "app", "mobile-hall", "wechat", "weibo", "sms", "email", "group-web-hall"])
    func whoWritesOnlineIsCalledBackBeforeOrWhileItIsHandled(channel: String) throws {
        var before = try LineScenario(rules: .china())
        let called = SubmissionDetails(duties: [DutyDone(duty: "call-back")])
        #expect(try before.submits(Channel(channel), details: called).registered?.openDuties == nil, "S055: called back before")
        var handled = try LineScenario(rules: .china())
        let registered = try #require(try handled.submits(Channel(channel)).registered)
        #expect(
            registered.openDuties == ["call-back"],
            "S035, S055, S061, S079, S081, S092: registered at once, and called back while it is handled")
        #expect(try handled.supplements(registered.complaint, given: [], details: called).supplemented?.openDuties == nil, "S055")
    }

    @Test(arguments: 0...23)
    func theHotlineTakesAComplaintAtAnyHour(hour: Int) throws {
        let midnight = at("2026-10-01T00:00:00+08:00")
        var line = try LineScenario(rules: .china(), at: midnight.adding(.hours(hour)))
        let registered = try #require(try line.submits("hotline").registered)
        #expect(registered.registeredAt == midnight.adding(.hours(hour)), "S034, S080: the hotline takes complaints for 24 hours")
        #expect(registered.openDuties == nil, "S054: what a call still needs, the investigation does")
    }

    @Test func aCallIsWrittenDownInDetailBeforeItIsRegistered() throws {
        var line = try LineScenario(rules: .china())
        let asked = try #require(try line.submits("hotline", given: ["customer"]).informationRequired)
        #expect(asked.missing == ["contact", "description"], "S037, S054, S104: a call is recorded with content and contact")
    }

    @Test func aNoteInTheBoxMayHaveNoNameAndIsArchived() throws {
        var line = try LineScenario(rules: .china())
        let registered = try #require(try line.submits("complaint-box", given: ["description"]).registered)
        #expect(registered.openDuties == ["letter-archived"], "S102: the box is a channel of its own")
    }

    @Test func whatIsSettledOnTheSpotIsRecordedWithTheProblemAndTheSettlement() throws {
        var line = try LineScenario(rules: .china())
        let asked = try #require(try line.submits(given: ["description"], settledOnSpot: true).informationRequired)
        #expect(asked.missing == ["settlement"], "S191: the problem and how it was settled are recorded")
        let settled = try #require(try line.supplements(given: ["settlement"]).registered)
        #expect(settled.settledOnSpot, "S048, S049: explained, accepted, recorded: closed")
        #expect(line.file.map(\.isOpen) == [false], "S049: the complaint is closed with its record")
        #expect(settled.nature == .ordinary, "S120: settled on the spot, it still is a complaint with a number and a class")
    }

    @Test func aSuspensionForSuspectedFraudHasDutiesOfItsOwn() throws {
        var line = try LineScenario(rules: .china())
        let registered = try #require(try line.submits("hotline", "fraud-suspension").registered)
        #expect(
            registered.openDuties == ["reason-told", "remedy-told", "material-told", "checked-and-lifted"],
            "Anti-fraud law art. 32: reason, remedy, material; lifted at once where the check is passed")
        let told = SubmissionDetails(duties: ["reason-told", "remedy-told", "material-told"].map { DutyDone(duty: $0) })
        let left = try #require(try line.supplements(registered.complaint, given: [], details: told).supplemented)
        #expect(left.openDuties == ["checked-and-lifted"])
        let lifted = SubmissionDetails(duties: [DutyDone(duty: "checked-and-lifted")])
        #expect(try line.supplements(registered.complaint, given: [], details: lifted).supplemented?.openDuties == nil)
    }

    @Test func everyChannelOfTheSourceIsThereWithItsLevel() throws {
        let rules = try IntakeRules.china()
        let levels = Dictionary(grouping: rules.channels.channels, by: \.level.value).mapValues { Set($0.map(\.code)) }
        #expect(
            levels[.provincial]?.isSuperset(of: ["hotline", "business-hall", "customer-manager"]) == true,
            "S123, S124: traditional channels")
        #expect(
            levels[.provincial]?.isSuperset(of: ["web-hall", "mobile-hall", "wechat", "weibo", "app", "website", "instant-messaging"])
                == true,
            "S125, S176: internet channels of the province")
        #expect(
            levels[.groupLevel]?.isSuperset(of: [
                "group-hotline", "roaming-hotline", "group-web-hall", "group-mobile-hall", "group-mailbox", "group-petition",
                "general-manager-mailbox", "online-media", "new-media-service",
            ]) == true, "S126, S127, S142, S148, S156: group channels")
        #expect(
            levels[.appeal]?.isSuperset(of: ["miit", "communications-administration", "consumer-association", "citizen-hotline"]) == true,
            "S128, S129: appeals by regulators, associations, citizen hotlines")
        #expect(
            levels[.groupLevel]?.isSuperset(of: ["specialist-company-site", "specialist-company-app"]) == true,
            "S168: specialist companies' own entries")
        #expect(
            levels[.provincial]?.isSuperset(of: ["letter", "visit", "sms", "email", "complaint-box"]) == true,
            "S036, S061, S079, S092, S102")
        #expect(levels.keys.count == 3, "S121: provincial, group-level, appeal")
    }

    @Test func theContactsTheSourceGivesArePublished() throws {
        let contacts = Dictionary(uniqueKeysWithValues: try IntakeRules.china().directory.map { ($0.channel, $0.contact) })
        #expect(contacts["hotline"] == "10000", "S062: contacts are published")
        #expect(contacts["group-hotline"] == "4008810000", "S062, S148")
        let hours = try #require(try IntakeRules.china().directory.first { $0.channel == "hotline" })
        #expect(hours.isAlwaysOpen, "S080: the public is told that the hotline never closes")
    }
}
