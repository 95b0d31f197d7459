import CommandLine
import Contracts
import Domain
import Foundation
import Postgres
import Testing

@testable import OperatorService

@Suite(.serialized) struct ComplaintRecordsTests {
    private static let registered =
        #"{"complaint":"KEY","line":{"token":"t","masked":"138****8000"},"channel":"hotline","level":"provincial","province":"CN-SC","category":"billing","nature":"repeat","flags":["roaming"],"language":"zh","personal":"v1.k1.x","receivedAt":"2026-04-01T00:59:00Z","registeredAt":"2026-04-01T01:00:00Z","repeatOf":"C1","settledOnSpot":false,"policyVersion":"2019.1"}"#
    private static let dispatched =
        #"{"complaint":"KEY","workOrder":"W1","unit":"marketing","firstContact":"hotline-centre","priority":2,"line":{"token":"t","masked":"138****8000"},"channel":"hotline","level":"provincial","province":"CN-SC","category":"billing","nature":"repeat","at":"2026-04-01T01:00:01Z","policyVersion":"2019.1"}"#

    private func write(_ service: String, _ topic: String, _ type: String, _ data: String, key: String, second: Int64) throws {
        try MigratedDatabase.owner(of: service).execute(
            Statement(
                """
                INSERT INTO journal (lane_group, lane, position, topic, key, id, type, sequence, at, data) SELECT 'complaint', 3, \
                coalesce(max(position), 0) + 1, $1, $2, $2 || '-1', $3, 1, $4, $5 FROM journal WHERE lane_group = 'complaint' AND lane = 3
                """,
                [
                    .text(topic), .text(key), .text(type), .timestamp(1_775_005_200_000_000 + second * 1_000_000),
                    .bytea(Data(data.replacing("KEY", with: key).utf8)),
                ]))
    }

    private func show(_ number: String) throws -> Arguments {
        try CommandLines.parse(
            "show", number, "--database-url", MigratedDatabase.operatorURL(), "--policies",
            ShippedFile.url("Ops/policies/china").path)
    }

    @Test func theJournalsOfAllServicesAreOneTimelineAndOnePicture() throws {
        let key = "C-\(UUID().uuidString)"
        try write("dispatch", "redress.work-orders", "redress.work-order.dispatched.v1", Self.dispatched, key: key, second: 1)
        try write("intake", "redress.complaints", "redress.complaint.registered.v1", Self.registered, key: key, second: 0)
        let records = try ComplaintRecords(of: ComplaintNumber(key), show(key))
        #expect(records.journals.map(\.service) == ["intake", "dispatch", "sla-monitor", "compensation", "notification"])
        #expect(records.journals.map(\.entries.count) == [1, 1, 0, 0, 0])
        let standing = try ComplaintStanding(of: ComplaintNumber(key), records, coder: WireCoder())
        #expect(standing.status == "registered")
        #expect(standing.line == "138****8000")
        #expect(standing.nature == .repeat)
        #expect(standing.repeatOf == "C1")
        let text = standing.text(TimeText(offset: .utc))
        #expect(text.contains("nature      repeat, provincial\n"))
        #expect(text.contains("registered  2026-04-01 01:00:00\n"))
        #expect(!text.contains("v1.k1"))
    }

    @Test func whatAnotherComplaintSaysToTheOneItGoesWithIsNoFactOfThat() throws {
        let key = "C-\(UUID().uuidString)"
        try write("dispatch", "redress.work-order-commands", "redress.work-order.merger-message.v1", "{}", key: key, second: 2)
        try write("intake", "redress.complaints", "redress.complaint.registered.v1", Self.registered, key: key, second: 0)
        let records = try ComplaintRecords(of: ComplaintNumber(key), show(key))
        #expect(records.journals.map(\.entries.count) == [1, 0, 0, 0, 0])
    }

    @Test func aComplaintNobodyKnowsIsANegativeAnswer() throws {
        #expect(try ComplaintRecords(of: "C-unknown", show("C-unknown")).isEmpty)
        #expect(try ShowCommand.command.run(show("C-unknown")) == .negative)
    }
}
