import Moments
import Testing

@testable import Domain

/// Each event of a complaint names the event of the gateway that it answers.
struct OriginTests {
    @Test func aRegistrationNamesItsSubmission() throws {
        var line = LineScenario()
        let registered = try #require(try line.submits().registered)
        #expect((registered.eventSource, registered.eventID) == ("/gateway/hotline-10000", "in-1"))
        #expect(line.file.first?.flow == "in-1")
    }

    @Test func whatWasIncompleteIsRegisteredAsWhatItWasMadeFromThoughASupplementCompletesIt() throws {
        var line = LineScenario()
        let asked = try #require(try line.submits(given: ["customer"]).informationRequired)
        #expect((asked.eventSource, asked.eventID) == ("/gateway/hotline-10000", "in-1"))
        let supplemented = try #require(try line.supplements(given: ["contact"]).supplemented)
        #expect(supplemented.eventID == "in-2")
        let registered = try #require(try line.supplements(given: ["description"]).registered)
        #expect(registered.eventID == "in-1")
    }

    @Test func anUrgeAWithdrawalAndAnExposureNameThemselves() throws {
        var line = try LineScenario(rules: .china())
        _ = try line.submits()
        #expect(try line.when(.urge(complaint: nil, channel: "hotline")).urged?.eventID == "in-2")
        #expect(try line.exposes(Exposure(medium: .newMedia, effect: nil, reference: nil)).exposed?.eventID == "in-3")
        let withdrawn = try #require(try line.when(.withdrawal(complaint: nil)).withdrawn)
        #expect((withdrawn.eventSource, withdrawn.eventID) == ("/gateway/hotline-10000", "in-4"))
    }

    @Test func whatWasTakenForAnUrgeAndIsAComplaintAfterAllNamesTheSubmissionThatWaited() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        let again = LineScenario.all.union(["dissatisfaction"])
        #expect(try line.submits(given: again, at: at("2026-09-30T10:00:05+08:00")).urged?.eventID == "in-2")
        line.given(first.complaint, archivedAt: at("2026-09-30T10:00:00+08:00"))
        let registered = try #require(try line.when(.wake, at: at("2026-09-30T10:05:00+08:00")).registered)
        #expect(registered.eventID == "in-2")
        #expect(line.file.last?.flow == "in-2")
    }
}
