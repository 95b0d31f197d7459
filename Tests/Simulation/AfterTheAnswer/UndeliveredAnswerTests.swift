import Contracts
import Domain
import Moments
import Testing
import World

/// An answer that no medium has brought to the customer was not told (S074).
struct UndeliveredAnswerTests {
    @Test func theClockGoesOnAndTheFirstContactHasToCall() throws {
        let scenario = try Stories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let complaint = try #require(scenario.complains().registrations.first).complaint
        scenario.reach(at("2026-03-05T10:00:00+08:00"))
        scenario.deadMedia = ["sms", "app", "letter"]
        scenario.answers(complaint)
        scenario.reach(at("2026-03-06T10:00:00+08:00"))
        let tried = scenario.notices.filter { $0.template == "answer" }.map(\.medium)
        #expect(tried == ["sms", "sms", "app", "app", "letter", "letter"], "S074: each medium in the order of the policy")
        let untold = scenario.workOrders.compactMap { event in if case .customerUntold(let fact) = event { fact } else { nil } }
        #expect(untold.map(\.unit) == ["hotline-centre"], "S074: it is said that the customer was not told; \(scenario.troubles)")
        #expect(scenario.told(of: complaint).contains("hotline-centre staff-unreached"), "S029, S074: the first contact is to call")

        scenario.reach(at("2026-03-18T10:00:00+08:00"))
        let breaches = scenario.alerts.compactMap { event in if case .breached(let alert) = event { alert.clock } else { nil } }
        #expect(
            breaches.contains("call") && scenario.told(of: complaint).contains("hotline-centre staff-call-overdue"),
            "S074: with a clock of its own")
        #expect(breaches.contains("answer"), "S014, S074: the law's fifteen days went on")
        #expect(scenario.workOrders.archivings.isEmpty, "S074: what was not told is not archived as answered")

        scenario.give(.tellCustomer, on: complaint, by: "hotline-3") { $0.texts["medium"] = "phone" }
        scenario.reach(at("2026-03-27T10:00:00+08:00"))
        #expect(scenario.workOrders.archivings.count == 1, "S074: told by phone, it comes to its end")
        #expect(scenario.troubles == [])
    }
}
