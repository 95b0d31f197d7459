import Contracts
import Domain
import Moments
import Testing
import World

/// What a customer says of the answer has effect, before and after archiving (S040, S075–S077, S109, S110, S199).
struct ReviewStoryTests {
    /// A complaint of Monday, answered on Thursday.
    private static func answered() throws -> (scenario: ServicesScenario, complaint: ComplaintNumber) {
        let scenario = try Stories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let complaint = try #require(scenario.complains().registrations.first).complaint
        scenario.reach(at("2026-03-05T10:00:00+08:00"))
        scenario.answers(complaint)
        return (scenario, complaint)
    }

    @Test func whoAsksForAReviewOnAnyChannelHasItAndHearsWhatItCameTo() throws {
        let (scenario, complaint) = try Self.answered()
        scenario.reach(at("2026-03-05T15:00:00+08:00"))
        scenario.comments(complaint, satisfaction: 1, resolved: false, wantsReview: true) {
            $0.dissatisfaction = "Only half was paid back."
        }
        let review = try #require(scenario.workOrders.reviewRequests.first, "S040, S075: a review was asked for; \(scenario.troubles)")
        #expect(review.by == "customer" && review.round == 1 && review.of == nil)
        #expect(review.personal != nil, "S075: the reviewer has the customer's words")
        let told = scenario.told(of: complaint)
        #expect(told.contains("customer review"), "S040: the customer hears that it is reviewed")
        #expect(
            told.contains("marketing staff-review") && told.contains("marketing staff-discontent"), "S075: whose answer it is has to know")
        #expect(told.contains("hotline-centre staff-discontent"), "S029: and the first contact")
        #expect(!told.contains("customer appeal-path"), "they have asked for it already")

        scenario.reach(at("2026-03-20T10:00:00+08:00"))
        #expect(scenario.workOrders.archivings.isEmpty, "S109: who is not content is not archived by time")
        #expect(!scenario.told(of: complaint).contains("hotline-centre staff-follow-up"), "S109: who has spoken is not called to be asked")
        let breaches = scenario.alerts.compactMap { event in if case .breached(let alert) = event { alert.clock } else { nil } }
        #expect(breaches.contains("customer-review"), "S076: a review has a clock of its own")
        #expect(!breaches.contains("follow-up"))

        scenario.finds(complaint, by: "handler-8", text: "The other half is paid back.")
        #expect(scenario.told(of: complaint).contains("customer review-answer"), "S076: what it came to is told")
        scenario.reach(at("2026-03-28T10:00:00+08:00"))
        #expect(scenario.workOrders.archivings.count == 1, "S075: a review has an end")
        #expect(scenario.troubles == [])
    }

    @Test func aLowScoreAloneKeepsItOpenAndTellsTheWaysThatAreOpen() throws {
        let (scenario, complaint) = try Self.answered()
        scenario.reach(at("2026-03-05T15:00:00+08:00"))
        scenario.comments(complaint, satisfaction: 2)
        let told = scenario.told(of: complaint)
        #expect(told.contains("customer appeal-path"), "S040: they hear that they may have it reviewed, or appeal")
        #expect(told.contains("marketing staff-discontent"), "S199: the evaluation reaches the unit")
        scenario.reach(at("2026-03-20T10:00:00+08:00"))
        #expect(scenario.workOrders.archivings.isEmpty, "S109, S199: a score of 2 is not contentment")
        scenario.comments(complaint, wantsReview: true)
        #expect(scenario.workOrders.reviewRequests.count == 1, "S040: asked for later, it is had")
        #expect(scenario.troubles == [])
    }

    @Test func aGoodScoreChangesNothingAndAsksNobodyToCall() throws {
        let (scenario, complaint) = try Self.answered()
        scenario.reach(at("2026-03-05T15:00:00+08:00"))
        scenario.comments(complaint, satisfaction: 5, resolved: true)
        scenario.reach(at("2026-03-14T10:00:00+08:00"))
        #expect(scenario.workOrders.archivings.count == 1)
        #expect(!scenario.told(of: complaint).contains { $0.hasSuffix("staff-follow-up") || $0.hasSuffix("staff-discontent") })
    }

    @Test func afterArchivingTheReviewIsAWorkOrderOfItsOwnThatNamesTheArchivedOne() throws {
        let (scenario, complaint) = try Self.answered()
        scenario.reach(at("2026-03-13T10:00:00+08:00"))
        let first = try #require(scenario.workOrders.archivings.first)
        scenario.reach(at("2026-03-20T10:00:00+08:00"))
        scenario.comments(complaint, resolved: false, wantsReview: true) { $0.description = "It came back." }
        let review = try #require(scenario.workOrders.reviewRequests.first, "S075: within 30 days a review is had; \(scenario.troubles)")
        #expect(
            review.of == first.workOrder && review.workOrder != first.workOrder, "S075: a work order of its own that names the archived one"
        )
        let told = scenario.told(of: complaint)
        #expect(told.contains("customer review") && told.contains("marketing staff-review"), "S040: both sides know")
        scenario.reach(at("2026-03-31T10:00:00+08:00"))
        let breaches = scenario.alerts.compactMap { event in if case .breached(let alert) = event { alert.clock } else { nil } }
        #expect(breaches.contains("customer-review"), "S076: its clock runs though the complaint was archived")
        #expect(scenario.told(of: complaint).suffix(4).contains("marketing staff-breach"), "S076: and the unit is told")
        scenario.finds(complaint, by: "handler-8")
        #expect(scenario.told(of: complaint).contains("customer review-answer"))
        scenario.reach(at("2026-04-10T10:00:00+08:00"))
        #expect(scenario.workOrders.archivings.map(\.workOrder) == [first.workOrder, review.workOrder], "S075: each has its end")
        #expect(scenario.troubles == [])
    }

    @Test func laterThanThePolicyAllowsTheWayOfAppealIsTold() throws {
        let (scenario, complaint) = try Self.answered()
        scenario.reach(at("2026-05-20T10:00:00+08:00"))
        scenario.comments(complaint, wantsReview: true)
        #expect(scenario.workOrders.reviewRequests.isEmpty)
        #expect(scenario.told(of: complaint).contains("customer appeal-only"), "S040: the appeal is open to them still")
        #expect(scenario.troubles == [])
    }

    @Test func whatTheCallComesToCountsAsMuchAsWhatTheCustomerWrites() throws {
        let (scenario, complaint) = try Self.answered()
        scenario.reach(at("2026-03-06T15:00:00+08:00"))
        #expect(scenario.told(of: complaint).contains("hotline-centre staff-follow-up"), "S109: the first contact is to call")
        scenario.give(.recordFollowUp, on: complaint, by: "hotline-3") { command in
            command.flags = ["reached": true]
            command.numbers = ["satisfaction": 1]
        }
        #expect(scenario.told(of: complaint).contains("customer appeal-path"), "S110: what was said has its consequence")
        scenario.reach(at("2026-03-20T10:00:00+08:00"))
        #expect(scenario.workOrders.archivings.isEmpty, "S109: a score of 1 on the call keeps it open")
        #expect(scenario.troubles == [])
    }

    @Test func whatElseTroublesTheCustomerReachesTheFirstContactWhenItIsArchivedToo() throws {
        let (scenario, complaint) = try Self.answered()
        scenario.reach(at("2026-03-20T10:00:00+08:00"))
        var submission = IntakeSubmission(.feedbackGiven, line: "13800001001")
        submission.complaint = complaint
        submission.channel = "sms"
        submission.feedback = Feedback(satisfaction: 4, resolved: true, wantsReview: nil, otherProblems: true)
        submission.description = "And the broadband drops out at night."
        scenario.say(submission)
        #expect(
            scenario.told(of: complaint).contains("hotline-centre staff-other-problems"),
            "S109: other problems are somebody's to take up; \(scenario.told(of: complaint))")
        #expect(scenario.troubles == [])
    }

    @Test func afterTheLastReviewTheWayOfAppealIsTold() throws {
        let (scenario, complaint) = try Self.answered()
        for handler in ["handler-8", "handler-9"] as [ActorID] {
            scenario.comments(complaint, wantsReview: true) { $0.description = "Not enough, \(handler)." }
            scenario.finds(complaint, by: handler)
            scenario.comments(complaint, resolved: false) { $0.description = "Still not, \(handler)." }
        }
        scenario.comments(complaint, satisfaction: 1, wantsReview: true)
        #expect(scenario.workOrders.reviewRequests.count == 2)
        #expect(
            scenario.told(of: complaint).contains("customer appeal-only"), "S075: a review always has an end, at last the way of appeal")
        #expect(scenario.troubles == [])
    }
}
