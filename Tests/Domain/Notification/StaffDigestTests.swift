import Contracts
import Foundation
import Testing

@testable import Domain

/// What a unit need not know at once comes together.
struct StaffDigestTests {
    private struct Desk {
        let rules: NotificationRules
        var file: StaffDigestState?
        var due: Instant?

        init() throws { rules = try NoticeScenario.china().rules }

        mutating func when(_ input: StaffDigestDecider.Input, at time: String = "10:00") throws -> [StaffDigest] {
            let context = DecisionContext(now: NoticeScenario.time(time), policy: rules, serial: Serial(lane: 1, number: 1))
            let decision = try StaffDigestDecider.decide(input, given: file, in: context)
            file = decision.state
            due = decision.due
            return decision.events
        }
    }

    private static func notice(_ number: Int, _ what: NoticeTrigger = .dispatched, lane: Int = 3, place: Int64? = nil) -> StaffNotice {
        StaffNotice(
            unit: "marketing", complaint: ComplaintNumber("C\(number)"), what: what, lane: lane, place: place ?? Int64(number))
    }

    @Test func anHourAfterTheFirstNoticeOneDigestHasThemAll() throws {
        var desk = try Desk()
        #expect(try desk.when(.collected(Self.notice(1)), at: "10:00").isEmpty)
        #expect(try desk.when(.collected(Self.notice(2, .warned, lane: 7)), at: "10:30").isEmpty)
        #expect(try desk.when(.collected(Self.notice(3)), at: "10:59").isEmpty)
        #expect(desk.due == NoticeScenario.time("11:00"))
        let digest = try #require(try desk.when(.wake, at: "11:00").first)
        #expect(digest.digest == "D-marketing-1")
        #expect(digest.title == "市场部待办汇总:3项")
        #expect(digest.text == "新工单 2: C1、C3\n时限预警 1: C2", "S139: early warnings reach the unit")
        #expect(desk.due == nil)
        #expect(try desk.when(.wake, at: "12:00").isEmpty)
        #expect(try desk.when(.collected(Self.notice(4)), at: "12:00").isEmpty)
        #expect(try desk.when(.wake, at: "13:00").map(\.digest) == ["D-marketing-2"])
    }

    @Test func aNoticeThatComesAgainCountsOnce() throws {
        var desk = try Desk()
        for number in [1, 2, 3] { _ = try desk.when(.collected(Self.notice(number))) }
        for number in [1, 2, 3] { _ = try desk.when(.collected(Self.notice(number))) }
        _ = try desk.when(.collected(Self.notice(9, lane: 4, place: 1)))
        #expect(desk.file?.total == 4)
        #expect(try desk.when(.wake, at: "11:00").map(\.total) == [4])
        _ = try desk.when(.collected(Self.notice(3)), at: "11:01")
        #expect(desk.due == nil)
    }

    @Test func aComplaintThatIsWithdrawnBeforeTheDigestIsNotInIt() throws {
        var desk = try Desk()
        for number in [1, 2] { _ = try desk.when(.collected(Self.notice(number))) }
        _ = try desk.when(.collected(Self.notice(1, .withdrawn, place: 3)))
        _ = try desk.when(.collected(Self.notice(9, .withdrawn, place: 4)))
        #expect(try desk.when(.wake, at: "11:00").map(\.text) == ["新工单 1: C2\n客户已撤回 1: C9"])
        _ = try desk.when(.collected(Self.notice(5, place: 5)), at: "11:10")
        _ = try desk.when(.collected(Self.notice(5, .withdrawn, place: 6)), at: "11:20")
        #expect(desk.due == nil)
    }

    @Test func aDigestNamesSomeAndCountsTheOthers() throws {
        var desk = try Desk()
        for number in 1...500 { _ = try desk.when(.collected(Self.notice(number))) }
        let file = try #require(desk.file)
        let stored = WireCoder().encode(file)
        #expect(stored.count < 400, "\(stored.count)")
        #expect(try WireCoder().decode(StaffDigestState.self, from: stored) == file)
        let text = try #require(try desk.when(.wake, at: "11:00").first?.text)
        #expect(text.hasPrefix("新工单 500: C1、C2、") && text.hasSuffix("C20 …"))
    }

    @Test func urgentWorkOrdersAreToldAtOnceAndTheOthersCollected() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        #expect(try scenario.when(.dispatched).told.isEmpty)
        #expect(try scenario.when(.alert(50)).told.isEmpty)
        #expect(try scenario.when(.alert(80)).told == ["staff-warning → marketing"])
        #expect(scenario.collected.map(\.what) == [.dispatched, .warned])
        #expect(scenario.collected.map(\.unit) == ["marketing", "marketing"])
        #expect(zip(scenario.collected, scenario.collected.dropFirst()).allSatisfy { $0.place < $1.place })
        #expect(try scenario.when(.dispatched).told.isEmpty && scenario.collected.count == 2)
        var urgent = try NoticeScenario.china()
        #expect(try urgent.when(.dispatched(priority: 1)).told == ["staff-dispatched → marketing"])
        #expect(urgent.collected.isEmpty)
    }
}
