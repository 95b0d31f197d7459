import Contracts
import Domain
import Foundation
import Policies
import Runtime
import Testing

@testable import OperatorService

/// The short stories of the demo: who plays in them, and how they are told.
@Suite struct StoriesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let offset = UTCOffset(minutes: 480) ?? .utc

    private static func digest(_ time: String, total: Int) throws -> Fact {
        let data = """
            {"digest":"D-marketing-1","unit":"marketing","medium":"staff-desk","language":"zh","title":"\(total)项","text":"","total":\(total),
            "at":"2026-03-03T\(time):00+08:00"}
            """
        let type = "redress.notification.digest-requested.v1"
        return .notice(try #require(try NoticeEvent.decode(type: type, data: Data(data.utf8), with: WireCoder())))
    }

    private static func settled(_ count: Int) -> [Schedule.Settled] {
        (0..<count).map { index in
            var submission = IntakeSubmission(line: "21125\(index)", lineKind: .account)
            submission.channel = "hotline"
            submission.province = "US-MI"
            submission.category = "billing"
            return Schedule.Settled(complaint: ComplaintNumber("C2026030200100000\(index)"), submission: submission)
        }
    }

    @Test func whateverIsCommandedInTheDemoItHasSomebodyWhoMayCommandIt() throws {
        let policy = try RolePolicy.load(directory: Self.root.appending(path: "Ops/policies/china"))
        let senders = try DemoSenders(policy)
        for type in WorkOrderCommand.Name.allCases where policy.roles(mayGive: type.type) != nil {
            let command = CommandMessage(type, complaint: "C20260302001000001", by: "somebody")
            let message = OutsideMessage(command, to: .workOrderCommands, from: .handlerDesk, at: Instant(seconds: 1_772_400_000))
            #expect(try senders.signed(message).event.verification != nil, "\(type)")
        }
    }

    @Test func theLargestDigestOfAMorningIsToldBeforeALargerOneOfTheDay() throws {
        var cast = Cast(morning: (480, Self.offset))
        for (time, total) in [("14:00", 30), ("08:00", 9), ("08:10", 12), ("07:50", 40)] { cast.note(try Self.digest(time, total: total)) }
        #expect(cast.digest?.total == 12)
        var dayOnly = Cast(morning: (480, Self.offset))
        dayOnly.note(try Self.digest("14:00", total: 30))
        #expect(dayOnly.digest?.total == 30)
    }

    @Test func aStoryNobodyPlaysInHasNoComplaint() throws {
        #expect(Repertoire(Cast(), courses: [:]).pieces.allSatisfy { $0.complaint == nil })
        var cast = Cast()
        cast.note(try Told.registered())
        #expect(cast.repeated == nil && cast.appeal == nil && cast.major == nil)
    }

    @Test func theLastOfTheFileComplainsAgainAndTheOneBeforeAppeals() throws {
        let day = try #require(CivilDate(year: 2026, month: 4, day: 7))
        let encore = Encore(on: Self.settled(3), at: Told.monday, appealedOn: day)
        #expect(encore.count == 2)
        #expect(encore.intentions.map(\.message.key) == ["211252", "211251"])
        let appeal = try #require(encore.intentions.last)
        #expect(appeal.message.event.type == IntakeType.appealed.rawValue)
        #expect(try appeal.field("complaint") == "C20260302001000001")
        let keys = try DemoKeys()
        let guarding = try SealingGuard(keyring: keys.keyring, lineKey: keys.line)
        for intention in encore.intentions {
            #expect(try IntakeReader.draft(of: intention.message.event, guard: guarding).fault == nil)
        }
        #expect(Encore(on: Self.settled(1), at: Told.monday, appealedOn: day).count == 0)
    }

    @Test func oneComplaintIsDeclaredMajorAndNoSecond() throws {
        var supervisors = Supervisors()
        let numbers = (1...400).map { ComplaintNumber("C20260302001" + String(1_000_000 + $0).dropFirst()) }
        let declared = try numbers.flatMap { try supervisors.respond(to: Told.accepted($0)) }
        #expect(declared.map(\.verb) == ["declare-major"])
        #expect(try declared.first?.field("ground") == "group-complaint")
    }

    @Test func anAppealsStepsArePutOnRecordInTheirOrderAndNoOtherComplaintHasAny() throws {
        var desk = AppealDesk()
        #expect(try desk.respond(to: Told.dispatched()).isEmpty)
        let steps = try desk.respond(to: Told.dispatched(level: "appeal"))
        #expect(try steps.map { try $0.field("step") } == ["accepted", "forwarded", "mediation-opened", "mediation-agreed", "closed"])
        #expect(steps.map(\.at) == steps.map(\.at).sorted())
        #expect(Set(steps.map(\.message.event.id)).count == steps.count)
    }

    @Test func aStorysLinesLineUpAndLongTextsAreBroken() {
        let text = String(repeating: "word ", count: 30)
        let entries = [
            TimelineEntry(
                at: Told.monday, service: "dispatch", order: 0, type: "t",
                account: EventAccount("reported", [EventAccount.Detail("to", "group-customer-service")])),
            TimelineEntry(
                at: Told.monday, service: "notification", order: 0, type: "t",
                account: EventAccount("customer told", by: "staff-1", [EventAccount.Detail("", text)])),
        ]
        let lines = StoryWriter.render(entries, TimeText(offset: Self.offset))
        #expect(lines.count == 3)
        #expect(lines.first == "2026-03-02 09:00  reported                to group-customer-service")
        #expect(lines.allSatisfy { $0.count <= 16 + 2 + 13 + 2 + 7 + 2 + 100 })
        #expect(Set(lines.map { $0.firstRange(of: $0.contains("group") ? "to group" : "word")?.lowerBound.utf16Offset(in: $0) }).count == 1)
    }

    @Test func unitsHaveQuietNightsInTheDemoUnlessThePackHasThem() throws {
        let pack = try String(contentsOf: Self.root.appending(path: "Ops/policies/china/notification.yaml"), encoding: .utf8)
        let changed = DemoPolicies.withQuietNights(pack)
        #expect(changed.contains("digest:\n  quietHours: {value: {from: \"21:00\", until: \"08:00\"}"))
        #expect(DemoPolicies.withQuietNights(changed) == changed)
    }
}
