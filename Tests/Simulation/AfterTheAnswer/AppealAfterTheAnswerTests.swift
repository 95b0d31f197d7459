import Contracts
import Domain
import Moments
import Testing
import World

/// Who was told the answer and is not content may appeal, from that day on, whether or not the complaint is archived (S015, S021).
struct AppealAfterTheAnswerTests {
    private static func appeal(_ scenario: ServicesScenario, satisfied: Bool?) -> [ComplaintEvent] {
        scenario.appeals {
            $0.appeal?.body = "CN-SC"
            $0.appeal?.satisfied = satisfied
        }
    }

    @Test func anAnsweredComplaintMayBeAppealedBeforeItIsArchivedAndBeforeTheSixteenthDay() throws {
        let scenario = try Stories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let complaint = try #require(scenario.complains().registrations.first).complaint
        scenario.reach(at("2026-03-05T10:00:00+08:00"))
        scenario.answers(complaint)
        scenario.reach(at("2026-03-06T10:00:00+08:00"))
        let appeal = try #require(Self.appeal(scenario, satisfied: nil).registrations.first, "\(scenario.complaints) \(scenario.troubles)")
        #expect(appeal.level == .appeal, "S015, S021: told on the 5th, so it may be appealed on the 6th, archived or not")
        #expect(appeal.appeal?.assessment?.outcome == .admissible)
        #expect(
            appeal.appeal?.assessment?.mayAppealFrom == CivilDate("2026-03-05"), "S021: the answer's time is when the customer was told")
        #expect(scenario.told(of: appeal.complaint).contains("customer appeal-received"), "S015: the customer is told that it is one")
        #expect(!scenario.told(of: complaint).contains("customer appeal-too-early"))
        #expect(scenario.troubles == [])
    }

    @Test func whoSaysThatTheAnswerDidNotSatisfyHasHadOne() throws {
        let scenario = try Stories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let complaint = try #require(scenario.complains().registrations.first).complaint
        scenario.reach(at("2026-03-06T10:00:00+08:00"))
        let appeal = try #require(Self.appeal(scenario, satisfied: false).registrations.first, "\(scenario.complaints)")
        #expect(
            appeal.appeal?.assessment?.verdict(.complainedFirst) == .met, "S015, S021: satisfied is false, so the customer is not content")
        #expect(scenario.told(of: appeal.complaint).contains("customer appeal-received"))
        #expect(appeal.appeal?.complaint == complaint)
        #expect(scenario.troubles == [])
    }

    @Test func whoWasToldNothingIsStillTooEarly() throws {
        let scenario = try Stories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let complaint = try #require(scenario.complains().registrations.first).complaint
        scenario.reach(at("2026-03-06T10:00:00+08:00"))
        #expect(Self.appeal(scenario, satisfied: nil).registrations.isEmpty, "S014, S021: the fifteen days still run")
        #expect(scenario.told(of: complaint).contains("customer appeal-too-early"))
    }
}
