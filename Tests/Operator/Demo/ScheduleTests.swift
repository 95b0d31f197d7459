import Contracts
import Domain
import Files
import Foundation
import Testing

@testable import OperatorService

@Suite struct ScheduleTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func shipped() throws -> Schedule {
        try Schedule(
            data: Self.root.appending(path: "Ops/data/complaints-us-2015.csv"),
            mapping: Self.root.appending(path: "Ops/data/complaints-us-2015.mapping.yaml"))
    }

    @Test func allComplaintsOfTheShippedFileCanBeSent() throws {
        let schedule = try shipped()
        #expect(schedule.count == 1_112)
        #expect(schedule.refused.isEmpty)
    }

    @Test func complaintsAreSentInTheOrderOfTheirDatesEvenlyOverTheSpan() throws {
        let intentions = try shipped().intentions(from: Told.monday, over: .hours(1_112))
        #expect(intentions.map(\.at) == (0..<1_112).map { Told.monday.adding(.hours($0)) })
        // The first of the file's dates is the 4th of January at 00:18:47, the last the 6th of December.
        #expect(intentions.first?.message.event.id.hasPrefix("211255-") == true)
    }

    @Test func aComplaintIsReceivedWhenItIsSent() throws {
        for intention in try shipped().intentions(from: Told.monday, over: .days(20)).prefix(50) {
            #expect(try intention.field("receivedAt") == intention.at.description)
        }
    }

    @Test func whatIsSentTwiceIsTheSameEvent() throws {
        let once = try shipped().intentions(from: Told.monday, over: .days(20))
        let again = Schedule.repetitions(of: once, count: 20, after: .hours(6))
        #expect(again.count == 20)
        #expect(zip(once, again).allSatisfy { $0.message == $1.message && $1.at == $0.at.adding(.hours(6)) })
    }

    @Test func aFileThatIsNotThereIsNamed() throws {
        let mapping = Self.root.appending(path: "Ops/data/complaints-us-2015.mapping.yaml")
        #expect(throws: FileError.self) { try Schedule(data: URL(filePath: "/nowhere/complaints.csv"), mapping: mapping) }
    }

    @Test func onlyTheReceiptsOfMinutesAndHoursAreGivenMoreTime() throws {
        let pack = try String(contentsOf: Self.root.appending(path: "Ops/policies/china/notification.yaml"), encoding: .utf8)
        let changed = DemoPolicies.withReceiptTimeout(pack)
        let pairs = zip(pack.split(separator: "\n"), changed.split(separator: "\n")).filter { $0 != $1 }
        #expect(pairs.count == 5)
        #expect(pairs.allSatisfy { $1.contains("receiptTimeout: {value: 5d,") })
        #expect(changed.contains("receiptTimeout: {value: 7d,"))
    }
}
