import Contracts
import Foundation
import Moments
import Testing

@testable import Domain

/// What earlier releases stored is still read.
struct OldDocumentTests {
    private func read<Value: DocumentReadable>(_ type: Value.Type, _ text: String) throws -> Value {
        try WireCoder().decode(type, from: Data(text.utf8))
    }

    @Test func anOpenWorkOrderOfAnEarlierReleaseIsRead() throws {
        for stage in [#"{"held":{"reason":"appointment"}}"#, #"{"dispatched":{}}"#, #"{"answered":{"_0":"sealed","by":"staff-1"}}"#] {
            let document = """
                {"complaint":"C1","workOrder":"W1","line":{"token":"t1","masked":"138****8000"},"unit":"marketing",
                "firstContact":"hotline-centre","priority":3,"stage":\(stage),"claims":{"unsettled":[],"heardSinceFinding":false},
                "alerts":[],"urges":0}
                """
            let order = try read(OpenWorkOrder.self, document)
            #expect(order.major == nil && order.desk == nil && order.investigation == nil)
        }
    }

    @Test func whatWaitedAtAnEarlierReleaseIsRead() throws {
        #expect(try read(WorkOrderCommand.self, #"{"hold":{"reason":"appointment"}}"#) == .hold(reason: "appointment"))
        #expect(try read(WorkOrderCommand.self, #"{"answer":{"_0":"sealed"}}"#) == .answer(.sample("sealed")))
        #expect(try read(WorkOrderCommand.self, #"{"tellCustomer":{}}"#) == .tellCustomer(satisfied: nil))
        #expect(
            try read(WorkOrderCommand.self, #"{"findLiability":{"_0":"unclear"}}"#)
                == .findLiability(.unclear, ground: nil, amount: nil, quantity: nil))
        let waiting = try read(
            UnregisteredWorkOrder.self,
            #"{"complaint":"C1","commands":[],"alerts":[],"claims":{"unsettled":[],"heardSinceFinding":false}}"#)
        #expect(waiting.joins == nil && waiting.isEmpty)
    }

    @Test func anArchivedWorkOrderOfAnEarlierReleaseIsRead() throws {
        let text =
            #"{"complaint":"C1","workOrder":"W1","unit":"marketing","outcome":"answered","archivedAt":"2026-03-02T01:16:00Z","urges":1}"#
        #expect(try read(ArchivedWorkOrder.self, text).malicious == nil)
    }

    @Test func whatFewComplaintsHaveIsNotStoredForTheOthers() throws {
        let order = try #require(try ComplaintScenario(of: ComplaintScenario.complaint(category: "network")).open)
        let object = try JSONSerialization.jsonObject(with: WireCoder().encode(order)) as? [String: Any]
        let stored = try #require(object).keys.sorted()
        #expect(stored == ["alerts", "claims", "complaint", "firstContact", "line", "priority", "stage", "unit", "urges", "workOrder"])
    }
}
