import CommandLine
import Domain
import Foundation
import Policies
import Postgres
import Runtime
import Testing

@testable import OperatorService

@Suite(.serialized) struct RetentionRunTests {
    private static let sealed = "v1.k1." + String(repeating: "Qw-_", count: 12)
    private let old = "2020-04-01T00:00:00Z"

    private func url() throws -> String { try MigratedDatabase.url(of: PeopleRole.retention.name) }

    private func stores() throws -> [RetentionStore] {
        let arguments = try CommandLines.parse("retention", "plan", "--database-url", url())
        return try OperatorDatabase.services.map { RetentionStore($0.name, try OperatorDatabase.connect($0, arguments)) }
    }

    private func run(held: Set<String> = [], journal: String = "2021-01-01T00:00:00Z") throws -> RetentionRun {
        let arguments = try CommandLines.parse("retention", "plan", "--database-url", url())
        let policy = try ReportingPackLoader.load(directory: ShippedFile.url("Ops/policies/china")).retention
        let cutoff = try #require(Instant("2021-01-01T00:00:00Z"))
        return RetentionRun(
            stores: try stores(), log: ErasureLog(try OperationsSchema.connect(arguments)), policy: policy,
            cutoffs: RetentionCutoffs(personal: cutoff, journal: try #require(Instant(journal)), accessLog: cutoff), actor: "staff-7001",
            held: held)
    }

    /// A complaint that dispatch has archived and notification still knows the customer of.
    private func archive(_ key: String, at time: String, due: String? = nil) throws {
        let dispatch = try MigratedDatabase.owner(of: "dispatch")
        let notification = try MigratedDatabase.owner(of: "notification")
        for connection in [dispatch, notification] {
            try connection.execute(
                Statement(
                    "INSERT INTO lane (lane_group, lane, position, confirmed) VALUES ('complaint', 700, 99, 2) ON CONFLICT DO NOTHING"))
        }
        try dispatch.execute(
            Statement(
                "INSERT INTO complaint_state (key, lane, body) VALUES ($1, 700, $2)",
                [
                    .text(key),
                    .jsonb(
                        Data(#"{"state":{"archived":{"_0":{"complaint":"\#(key)","archivedAt":"\#(time)"}}},"received":{},"sent":{}}"#.utf8)
                    ),
                ]))
        try notification.execute(
            Statement(
                "INSERT INTO complaint_state (key, lane, body, due) VALUES ($1, 700, $2, $3::timestamptz)",
                [
                    .text(key),
                    .jsonb(Data(#"{"state":{"contact":{"personal":"\#(Self.sealed) \#(Self.sealed)","line":"138****8000"}}}"#.utf8)),
                    due.map { .text($0) } ?? .null(.text),
                ]))
    }

    private func body(_ key: String) throws -> String {
        let rows = try MigratedDatabase.owner(of: "notification").execute(
            Statement("SELECT body FROM complaint_state WHERE key = $1", [.text(key)]))
        return String(decoding: try rows.data(0, 0), as: UTF8.self)
    }

    private func write(_ key: String, _ position: Int64, topic: String = "redress.complaints", at time: String = "2020-01-01T00:00:00Z")
        throws
    {
        try MigratedDatabase.owner(of: "notification").execute(
            Statement(
                """
                INSERT INTO journal (lane_group, lane, position, topic, key, id, type, at, data) \
                VALUES ('complaint', 700, $1, $2, $3, $3 || $1, 'x', $4::timestamptz, $5)
                """,
                [
                    .int8(position), .text(topic), .text(key), .text(time), .bytea(Data(#"{"personal":"\#(Self.sealed)","n":1}"#.utf8)),
                ]))
    }

    private func journal(_ key: String) throws -> [String] {
        let rows = try MigratedDatabase.owner(of: "notification").execute(
            Statement("SELECT data FROM journal WHERE key = $1 ORDER BY position", [.text(key)]))
        return try (0..<rows.count).map { String(decoding: try rows.data($0, 0), as: UTF8.self) }
    }

    private func clear() throws {
        for service in ["dispatch", "notification"] {
            let owner = try MigratedDatabase.owner(of: service)
            try owner.execute(Statement("DELETE FROM complaint_state WHERE lane = 700"))
            try owner.execute(Statement("DELETE FROM journal WHERE lane = 700"))
        }
    }

    @Test func personalDataOfLongArchivedComplaintsIsErasedWhereItLiesAndTheRestStays() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        let (gone, kept, held) = ("C-\(UUID().uuidString)", "C-\(UUID().uuidString)", "C-\(UUID().uuidString)")
        try archive(gone, at: old)
        try archive(held, at: old)
        try archive(kept, at: "2026-04-01T00:00:00Z")
        try write(gone, 1, at: "2026-01-01T00:00:00Z")
        try write(gone, 3, at: "2026-01-01T00:00:00Z")
        #expect(try run(held: [held]).plan().complaints == 1)
        let summary = try run(held: [held]).apply()
        #expect(summary.complaints == 1 && summary.documents == 1 && summary.entries == 1 && summary.held == 1)
        #expect(try body(gone).contains(#""personal": "erased""#), "S201: 11.3 and 11.4, kept no longer than its period")
        #expect(try body(gone).contains("138****8000"), "what is not personal stays")
        #expect(try body(kept).contains(Self.sealed))
        #expect(try body(held).contains(Self.sealed), "what a lawsuit needs is held")
        #expect(try journal(gone)[0] == #"{"personal":"erased","n":1}"#)
        #expect(try journal(gone)[1].contains(Self.sealed), "what is above the lane's watermark is still to be sent to Kafka")
    }

    @Test func theComplaintsKeyGoesWithItAndItsTombstoneIsOwedToKafka() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        let (gone, kept) = ("C-\(UUID().uuidString)", "C-\(UUID().uuidString)")
        try archive(gone, at: old)
        try archive(kept, at: "2026-04-01T00:00:00Z")
        try giveKey("Sixteen-letters1", to: gone)
        try giveKey("Sixteen-letters2", to: kept)

        let summary = try run().apply()

        #expect(summary.keys == 1 && summary.complaints == 1)
        #expect(try !body(gone).contains("Sixteen-letters1"))
        #expect(try body(kept).contains("Sixteen-letters2"))
        let owed = try MigratedDatabase.owner(of: "notification").execute(
            Statement("SELECT key FROM journal WHERE lane = 700 AND topic = 'redress.customer-keys'"))
        #expect(try (0..<owed.count).map { try owed.text($0, 0) } == ["Sixteen-letters1"])
    }

    @Test func aComplaintWhoseKeyIsNotYetSentIsLeftForLater() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        let key = "C-\(UUID().uuidString)"
        try archive(key, at: old)
        try giveKey("Sixteen-letters3", to: key)
        try write("Sixteen-letters3", 50, topic: "redress.customer-keys")

        let summary = try run().apply()

        #expect(summary.keys == 0 && summary.waiting == 1 && summary.complaints == 0)
        #expect(try body(key).contains("Sixteen-letters3"))
    }

    private func giveKey(_ id: String, to complaint: String) throws {
        try MigratedDatabase.owner(of: "notification").execute(
            Statement(
                "UPDATE complaint_state SET body = body::jsonb || jsonb_build_object('key', $2) WHERE key = $1",
                [.text(complaint), .text("\(id):\(Self.sealed)")]))
    }

    @Test func whatIsDoneIsNotedAndNotDoneAgain() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        let key = "C-\(UUID().uuidString)"
        try archive(key, at: old)
        #expect(try run().apply().complaints == 1)
        #expect(try run().apply().complaints == 0)
    }

    @Test func aDocumentThatStillHasWorkToDoIsLeftForLater() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        let key = "C-\(UUID().uuidString)"
        try archive(key, at: old, due: "2027-01-01T00:00:00Z")
        let summary = try run().apply()
        #expect(summary.waiting == 1 && summary.complaints == 0)
        #expect(try body(key).contains(Self.sealed))
    }

    @Test func confirmedJournalRowsAreDeletedAndNeverOneAboveTheMark() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        let key = "C-\(UUID().uuidString)"
        try archive(key, at: "2026-04-01T00:00:00Z")
        try write(key, 1)
        try write(key, 2, topic: "redress.alerts")
        try write(key, 3)
        let summary = try run().apply()
        #expect(summary.journal["notification"] == 1)
        #expect(try journal(key).count == 2, "an alert's row keeps it from firing twice; row 3 is not confirmed")
    }

    /// The lane's owner is in the middle of a batch: its row of the lane is updated and the document not yet saved.
    @Test func whatTheLanesOwnerIsSavingIsWaitedForAndNotOverwritten() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        let key = "C-\(UUID().uuidString)"
        try archive(key, at: old)
        let owner = try MigratedDatabase.owner(of: "notification")
        try owner.run([
            Statement("BEGIN"), Statement("UPDATE lane SET confirmed = confirmed WHERE lane_group = 'complaint' AND lane = 700"),
        ])
        let store = try #require(try stores().last)
        let impatient = try RetentionStore(
            store.service,
            OperatorDatabase.connect(
                OperatorDatabase.services[4],
                CommandLines.parse("retention", "plan", "--database-url", url() + "?options=-c%20lock_timeout%3D200")))
        #expect(throws: PostgresError.self, "it waits for the owner") { try impatient.erase([key]) }
        try owner.run([
            Statement("UPDATE complaint_state SET body = jsonb_set(body::jsonb, '{state,told}', '1') WHERE key = $1", [.text(key)]),
            Statement("COMMIT"),
        ])
        #expect(try store.erase([key]).documents == [key])
        #expect(try body(key).contains(#""told": 1"#) && body(key).contains("erased"), "both changes are there")
    }
}
