import Contracts
import Domain
import Foundation
import Moments
import Policies
import Testing
import World

/// Who takes a matter to the group or to an appeal body: escalated where the line has complained of it below, skip-level where not (S050, S132, S133).
struct EscalationTests {
    private static let lines = ["13800001001", "13800001002", "13800001003"]
    private static let risk: ComplaintNumber = "risk/CN-SC/billing"

    /// Three customers complain on the hotline, are answered, and their complaints are archived.
    private static func archived() throws -> ServicesScenario {
        let scenario = try AboveStories.begin(at: at("2026-03-02T09:00:00+08:00"))
        for line in lines { scenario.answers(try #require(scenario.complains(line).registrations.first).complaint) }
        scenario.reach(at("2026-03-31T09:00:00+08:00"))
        try #require(scenario.workOrders.archivings.count == 3, "\(scenario.troubles)")
        return scenario
    }

    private static func expectRisk(_ scenario: ServicesScenario, _ why: Comment) {
        scenario.reach(scenario.now.adding(.minutes(5)))
        #expect(scenario.risks.contains { $0.rule == "same-day" && $0.count >= 3 }, why)
        let told = scenario.told(of: risk)
        #expect(told.contains("provincial-customer-service staff-risk"), "S139, S182: the province has to know")
        #expect(told.contains("group-customer-service staff-risk"), "S139: and the group")
        #expect(scenario.troubles == [])
    }

    @Test(arguments: ["miit", "consumer-association", "group-hotline"] as [Channel])
    func threeOfADayAboutArchivedComplaintsAreARiskWhereverTheyGo(channel: Channel) throws {
        let scenario = try Self.archived()
        scenario.reach(at("2026-04-01T09:00:00+08:00"))
        for (index, line) in Self.lines.enumerated() {
            let events =
                channel == "group-hotline"
                ? scenario.complains(line, on: channel) { $0.dissatisfaction = "Only half was paid back." }
                : scenario.appeals(line, "A-\(index)", on: channel)
            let registered = try #require(events.registrations.first, "\(scenario.complaints) \(scenario.troubles)")
            #expect(registered.flags.contains(.escalated), "S050, S132: the line has complained of it below, and that is archived")
        }
        Self.expectRisk(scenario, "S132: three of a day, a province and a class of problem")
    }

    @Test(arguments: ["group-hotline", "miit"] as [Channel])
    func threeWhoNeverComplainedBelowAreSkipLevelAndARisk(channel: Channel) throws {
        let scenario = try AboveStories.begin(at: at("2026-03-02T09:00:00+08:00"))
        for (index, line) in Self.lines.enumerated() {
            let events = channel == "miit" ? scenario.appeals(line, "A-\(index)", on: channel) : scenario.complains(line, on: channel)
            let registered = try #require(events.registrations.first, "\(scenario.complaints) \(scenario.troubles)")
            #expect(registered.flags == [.skipLevel], "S050, S132: \(channel) without a complaint below")
            #expect(
                scenario.told(of: registered.complaint).contains { $0.hasSuffix("-customer-service staff-flagged") },
                "S050: reported upward")
        }
        Self.expectRisk(scenario, "S132: skip-level counts as escalated does")
    }

    @Test func whoseComplaintWasWithdrawnOrIsOpenHasEscalated() throws {
        let scenario = try AboveStories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let withdrawn = try #require(scenario.complains().registrations.first).complaint
        var withdrawal = IntakeSubmission(.withdrawn, line: Self.lines[0])
        withdrawal.complaint = withdrawn
        withdrawal.receivedAt = scenario.now
        scenario.say(withdrawal)
        scenario.complains(Self.lines[1])
        scenario.reach(at("2026-03-03T09:00:00+08:00"))
        for line in Self.lines.prefix(2) {
            let events = scenario.complains(line, on: "group-hotline") { $0.dissatisfaction = "Nobody has called." }
            #expect(events.registrations.first?.flags == [.escalated], "\(line) \(scenario.troubles)")
        }
        let other = scenario.complains(Self.lines[1], "network", on: "group-hotline")
        #expect(other.registrations.first?.flags.contains(.skipLevel) == true, "another matter was never complained of below")
        #expect(scenario.troubles == [])
    }

    @Test func whoRoamsComplainsWhereTheyHaveTo() throws {
        let scenario = try AboveStories.begin(at: at("2026-03-02T09:00:00+08:00"))
        #expect(scenario.complains(on: "roaming-hotline").registrations.first?.flags == [.roaming], "S156: nothing is left out")
    }

    /// The file forgets a closed complaint after sixty days; that the line has complained is remembered for as long as the policy says.
    @Test func theLineRemembersForAsLongAsThePolicySays() throws {
        let scenario = try Self.archived()
        scenario.reach(at("2026-08-01T09:00:00+08:00"))
        scenario.complains("13800001001", "network")
        scenario.reach(at("2026-08-20T09:00:00+08:00"))
        let appeal = try #require(
            scenario.appeals("13800001001", "A-1", on: "consumer-association").registrations.first, "\(scenario.troubles)")
        #expect(appeal.flags == [.escalated], "S132, S133: complained of in March, appealed in August")
        #expect(
            scenario.told(of: appeal.complaint).contains("provincial-customer-service staff-dispatched"),
            "whoever handles appeals has to know")
        #expect(scenario.troubles == [])
    }

    @Test func appealsThatAreTooEarlyBringTheOpenComplaintUp() throws {
        let scenario = try AboveStories.begin(at: at("2026-03-02T09:00:00+08:00"))
        for line in Self.lines { scenario.complains(line) }
        let complaints = scenario.complaints.registrations.map(\.complaint)
        for complaint in complaints { scenario.give(.accept, on: complaint) }
        scenario.reach(at("2026-03-05T09:00:00+08:00"))
        for (index, line) in Self.lines.enumerated() {
            let events = scenario.appeals(line, "A-\(index)")
            #expect(events.registrations.isEmpty && events.urges.count == 1, "Order 35 art. 13: too early, so the open one is urged")
            #expect(events.reportsUpward.first?.flags == [.escalated], "S050, S132: it has gone to an appeal body all the same")
        }
        for complaint in complaints {
            let told = scenario.told(of: complaint)
            #expect(told.contains("group-customer-service staff-flagged"), "S050: reported upward")
            #expect(told.contains("marketing staff-work-order-flagged"), "S050: the handler has to know")
        }
        Self.expectRisk(scenario, "S132: escalated to a channel of appeals")
    }
}

/// Where the stories of complaints that go up begin: the shipped pack, in a year whose holidays are published.
enum AboveStories {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Ops/policies/china")
        .standardizedFileURL
    private static let pack: Result<PolicyPack, any Error> = Result { try PolicyPackLoader.load(directory: folder) }

    static func begin(at time: Instant) throws -> ServicesScenario { try ServicesScenario(pack.get(), from: time) }
}
