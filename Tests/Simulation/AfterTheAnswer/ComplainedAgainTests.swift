import Contracts
import Domain
import Moments
import Testing
import World

/// The two cases of a repeated complaint: in progress it is an urge whose words travel, after the answer it is a new ticket (S057–S059).
struct ComplainedAgainTests {
    private static func begun() throws -> (scenario: ServicesScenario, complaint: ComplaintNumber) {
        let scenario = try Stories.begin(at: at("2026-03-02T09:00:00+08:00"))
        return (scenario, try #require(scenario.complains().registrations.first).complaint)
    }

    @Test func whileItIsHandledTheHandlerGetsTheCustomersWordsAndTheCustomerHearsHowFarItIs() throws {
        let (scenario, complaint) = try Self.begun()
        scenario.reach(at("2026-03-03T10:00:00+08:00"))
        scenario.give(.accept, on: complaint)
        scenario.reach(at("2026-03-04T10:00:00+08:00"))
        let events = scenario.complains { $0.description = "Charged a third time now." }
        #expect(events.registrations.isEmpty, "S058: no new ticket")
        let urged = scenario.workOrders.compactMap { event in if case .urged(let urged) = event { urged } else { nil } }
        #expect(urged.first?.personal != nil, "S058: what the customer said goes to the handling unit, sealed")
        #expect(scenario.told(of: complaint).contains("marketing staff-urged"), "S057, S058: the handler is urged")
        let reply = try #require(scenario.notices.first { $0.template == "urged" })
        #expect(reply.text.contains("处理部门正在查证处理"), "S058: the customer hears how far it is")
        #expect(scenario.troubles == [])
    }

    @Test func afterTheAnswerItIsANewTicketThatHoldsTheReasonAndTheFormerEndsByIt() throws {
        let (scenario, former) = try Self.begun()
        scenario.reach(at("2026-03-05T10:00:00+08:00"))
        scenario.answers(former)
        scenario.reach(at("2026-03-06T10:00:00+08:00"))
        let asked = scenario.complains()
        guard case .informationRequired(let question)? = asked.first(where: { if case .informationRequired = $0 { true } else { false } })
        else {
            Issue.record("S059: the reason is asked for, but \(asked)")
            return
        }
        #expect(question.missing == ["dissatisfaction"], "S059: the reason is asked for")
        #expect(scenario.told(of: question.complaint).contains("customer information-required"))
        scenario.reach(at("2026-03-16T10:00:00+08:00"))
        #expect(scenario.workOrders.archivings.isEmpty, "S057: what is contested does not archive itself as content")

        var supplement = IntakeSubmission(.supplemented, line: "13800001001")
        supplement.complaint = question.complaint
        supplement.channel = "hotline"
        supplement.province = "CN-SC"
        supplement.receivedAt = scenario.now
        supplement.dissatisfaction = "Only half was paid back."
        let ticket = try #require(scenario.say(supplement).registrations.first, "\(scenario.complaints) \(scenario.troubles)")
        #expect(ticket.continues == former && ticket.repeatOf == former, "S059: a new ticket that names the former one")
        #expect(ticket.nature == .repeat, "S057: it is a repeat")
        let ended = try #require(scenario.workOrders.of(former).archivings.first)
        #expect(ended.continuedBy == ticket.complaint, "S059: the former ends as continued by the new one")
        let told = scenario.told(of: former)
        #expect(told.contains("marketing staff-discontent"), "S059: the handler has to know")
        #expect(told.contains("hotline-centre staff-discontent"), "S029: and the first contact")
        #expect(told.contains("provincial-customer-service staff-discontent"), "S182: and who supervises repeats")
        #expect(scenario.told(of: ticket.complaint).contains("customer acknowledgement"))
        #expect(scenario.troubles == [])
    }

    @Test func withTheReasonItIsRegisteredAtOnceAndOnAHigherChannelToo() throws {
        for channel in ["hotline", "group-hotline"] as [Channel] {
            let (scenario, former) = try Self.begun()
            scenario.reach(at("2026-03-05T10:00:00+08:00"))
            scenario.answers(former)
            scenario.reach(at("2026-03-06T10:00:00+08:00"))
            let events = scenario.complains(on: channel) { $0.dissatisfaction = "Only half was paid back." }
            let ticket = try #require(events.registrations.first, "\(channel): \(scenario.complaints) \(scenario.troubles)")
            #expect(ticket.continues == former, "S059: \(channel)")
            #expect(scenario.workOrders.of(former).archivings.first?.continuedBy == ticket.complaint)
            #expect(scenario.troubles == [])
        }
    }

    @Test func whileTheAnswerIsReviewedItIsBeingHandledAgain() throws {
        let (scenario, complaint) = try Self.begun()
        scenario.answers(complaint)
        scenario.comments(complaint, wantsReview: true)
        #expect(scenario.complains().registrations.isEmpty, "S058: the review is in progress, so it is an urge")
        #expect(scenario.told(of: complaint).contains("marketing staff-urged"))
    }

    @Test func theReasonIsAskedOfTheSameMatterOnlyAndNotOfWhoTookTheComplaintBack() throws {
        let (scenario, complaint) = try Self.begun()
        scenario.reach(at("2026-03-03T10:00:00+08:00"))
        scenario.answers(complaint)
        scenario.give(.archive, on: complaint)
        scenario.reach(at("2026-03-05T10:00:00+08:00"))
        let other = try #require(scenario.complains("13800001001", "network").registrations.first, "S059: another category, nothing to ask")
        #expect(other.nature == .repeat, "S130: the same line within 30 days")
        var withdrawal = IntakeSubmission(.withdrawn, line: "13800001001")
        withdrawal.complaint = other.complaint
        scenario.say(withdrawal)
        let again = scenario.complains("13800001001", "network")
        #expect(again.registrations.count == 1, "S059: who took it back was told no result")
        #expect(scenario.troubles == [])
    }
}
