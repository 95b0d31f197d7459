import Contracts
import Foundation
import Testing

@testable import Domain

/// Files that were stored before duties, exposures and appeals were known are read as they were.
struct StoredFileTests {
    @Test func anOlderFileIsReadAndGoesOn() throws {
        let stored = """
            {"complaints":[{"number":"C20260901003000001","level":"provincial","category":"billing","receivedAt":"2026-09-01T01:00:00Z",
            "registeredAt":"2026-09-01T01:00:01Z","urges":2,"standing":{"open":{}}},
            {"number":"C20260902003000002","level":"groupLevel","receivedAt":"2026-09-02T01:00:00Z","urges":0,
            "standing":{"awaitingInformation":{"_0":{"submission":{"line":{"token":"line-8000","masked":"138****8000"},
            "channel":"group-hotline","province":"CN-JS","personal":"sealed","given":["customer"],"receivedAt":"2026-09-02T01:00:00Z",
            "flags":[],"settledOnSpot":false},"flags":["escalated"],"nature":"ordinary","missing":["contact"],"supplements":1}}}}]}
            """.replacing("groupLevel", with: "group-level")
        let file = try WireCoder().decode(LineState.self, from: Data(stored.utf8))
        #expect(file.complaints.map(\.isOpen) == [true, true])
        #expect(file.complaints[0].openDuties == nil && file.complaints[0].appeals == nil)
        guard case .awaitingInformation(let pending) = file.complaints[1].standing else {
            Issue.record("expected a complaint that waits, got \(file.complaints[1])")
            return
        }
        #expect(pending.wanted == ["contact"] && !pending.isComplete)
    }

    @Test func nothingOfWhatIsRareIsStoredWhereItIsNot() throws {
        var line = try LineScenario(rules: .china())
        _ = try line.submits()
        let text = String(decoding: WireCoder().encode(try #require(line.intake.state)), as: UTF8.self)
        for name in ["openDuties", "reported", "exposures", "feedback", "doubts", "appeals", "past"] {
            #expect(!text.contains(name), "\(name)")
        }
    }
}
