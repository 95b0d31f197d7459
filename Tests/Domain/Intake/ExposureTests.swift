import Moments
import Testing

@testable import Domain

/// Major by exposure, and reports upward (S050, S056, S088, S122, S131, S135).
struct ExposureTests {
    private static let exposure = Exposure(medium: .newMedia, effect: .crossProvince, reference: "PRESS-118")

    @Test(arguments: ExposureMedium.allCases, [ExposureEffect.national, .provincial, .crossProvince, nil])
    func anExposureMakesAComplaintMajorAtRegistration(medium: ExposureMedium, effect: ExposureEffect?) throws {
        var line = try LineScenario(rules: .china())
        let exposure = Exposure(medium: medium, effect: effect)
        let registered = try #require(try line.submits(details: SubmissionDetails(exposure: exposure)).registered)
        #expect(registered.nature == .major, "S131, S135: national, provincial or new media; may cause or has caused public opinion")
        #expect(registered.exposure == exposure)
    }

    @Test func aMediumThePolicyDoesNotNameMakesNothingMajor() throws {
        var line = LineScenario(.fixture(media: [.national], beforeEffect: false))
        #expect(try line.submits(details: SubmissionDetails(exposure: Self.exposure)).registered?.nature == .ordinary)
        var waiting = LineScenario(.fixture(media: [.national], beforeEffect: false))
        let unseen = SubmissionDetails(exposure: Exposure(medium: .national))
        #expect(
            try waiting.submits(details: unseen).registered?.nature == .ordinary, "S131: whether a mere possibility counts is the policy's")
    }

    @Test func aRepeatInTheMediaIsMajorAndStillKnowsWhatItRepeats() throws {
        var line = try LineScenario(rules: .china())
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        let again = try #require(
            try line.submits(
                given: LineScenario.all.union(["dissatisfaction"]), details: SubmissionDetails(exposure: Self.exposure),
                at: at("2026-10-05T09:00:00+08:00")
            ).registered)
        #expect(again.nature == .major, "S122: major before repeat")
        #expect(again.repeatOf == first.complaint)
    }

    @Test func anExposureOfAnOpenComplaintMakesItMajorOnce() throws {
        var line = try LineScenario(rules: .china())
        let open = try #require(try line.submits().registered)
        let exposed = try #require(try line.exposes(Self.exposure).exposed)
        #expect(exposed.complaint == open.complaint)
        #expect(exposed.major, "S131, S135: a complaint exposed while it is open is major from then on")
        let before = line.file
        #expect(
            try line.exposes(Self.exposure).fault?.problem.hasPrefix("is known already of complaint C") == true,
            "told twice, it changes nothing")
        #expect(line.file == before)
        #expect(try line.exposes(Exposure(medium: .national, effect: .national)).exposed?.major == true)
    }

    @Test func anIncompleteComplaintThatIsExposedIsRegisteredAsMajor() throws {
        var line = try LineScenario(rules: .china())
        _ = try line.submits(given: ["customer"])
        #expect(try line.exposes(Self.exposure).exposed?.major == true)
        let registered = try #require(try line.supplements(given: ["contact", "description"]).registered)
        #expect(registered.nature == .major, "S135: exposure before the complaint is complete")
        #expect(registered.exposure == Self.exposure)
    }

    @Test func anExposureWithoutAnOpenComplaintGoesBackToItsSender() throws {
        var line = try LineScenario(rules: .china())
        #expect(try line.exposes(Self.exposure).fault?.field == "data.complaint")
    }

    @Test func aSupplementThatTellsOfAnExposureDoesBoth() throws {
        var line = try LineScenario(rules: .china())
        _ = try line.submits()
        let events = try line.supplements(given: [], details: SubmissionDetails(exposure: Self.exposure))
        #expect(events.count == 2)
        #expect([events[1]].exposed?.major == true, "S135")
    }

    @Test func aSubmissionThatUrgesAndExposesDoesBoth() throws {
        var line = try LineScenario(rules: .china())
        _ = try line.submits()
        let events = try line.submits(details: SubmissionDetails(exposure: Self.exposure))
        #expect(events.count == 2)
        #expect([events[0]].urged?.count == 1, "S058: no new ticket")
        #expect([events[1]].exposed?.major == true, "S135")
    }
}
