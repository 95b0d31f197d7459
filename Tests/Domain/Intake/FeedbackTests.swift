import Moments
import Testing

@testable import Domain

/// The customer's word on the handling, passed on (S040, S109).
struct FeedbackTests {
    @Test func whatTheCustomerSaysIsPassedOnOnce() throws {
        var line = try LineScenario(rules: .china())
        let complaint = try #require(try line.submits().registered).complaint
        line.given(complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        let feedback = Feedback(satisfaction: 2, resolved: false, wantsReview: true)
        let word = IntakeInput.Content.feedback(complaint: complaint, channel: "sms", feedback, .sample("words"))
        let events = try line.when(word)
        guard case .feedbackGiven(let given)? = events.first else {
            Issue.record("expected feedback, got \(events)")
            return
        }
        #expect(given.complaint == complaint)
        #expect(given.feedback == feedback)
        #expect(try line.when(word).fault?.problem.hasPrefix("is known already of complaint C") == true, "told twice, it changes nothing")
        #expect(try line.when(.feedback(complaint: "C1", channel: "sms", feedback, .sample("words"))).fault?.field == "data.complaint")
    }

    @Test func feedbackOnALineWithoutComplaintsGoesBack() throws {
        var line = try LineScenario(rules: .china())
        let nothing = Feedback(satisfaction: nil, resolved: true, wantsReview: nil)
        #expect(try line.when(.feedback(complaint: nil, channel: "sms", nothing, .sample(""))).fault?.field == "data.complaint")
        #expect(try line.when(.feedback(complaint: nil, channel: "pigeon", nothing, .sample(""))).fault?.field == "data.channel")
    }
}
