import CommandLine
import Contracts
import Crypto
import Domain
import Foundation
import Postgres
import Runtime
import Testing

@testable import OperatorService

/// Erasing one customer in the tables of the services, with a database and no service at work.
@Suite(.serialized) struct CustomerErasureTests {
    private let sealer: Sealer
    private let key: CustomerKey
    private let token = "t\(UUID().uuidString)"
    private let complaint = "C-\(UUID().uuidString)"

    init() throws {
        sealer = try Sealer(Keyring(current: "k1", keys: ["k1": .generate()]))
        key = try CustomerKey()
    }

    private func arguments(_ words: String...) throws -> Arguments {
        try CommandLines.parse(words + ["--database-url", MigratedDatabase.url(of: PeopleRole.retention.name)])
    }

    private func run(_ more: String...) throws -> ExitCode { try Self.erase(complaint, wait: "0s", more) }

    private static func erase(_ complaint: String, wait: String, _ more: [String] = []) throws -> ExitCode {
        try EraseCommand.command.run(
            CommandLines.parse(
                ["retention", "erase", "--complaint", complaint, "--by", "staff-7001", "--reason", "request R-2026-118", "--wait", wait]
                    + more
                    + ["--database-url", MigratedDatabase.url(of: PeopleRole.retention.name)]))
    }

    /// A line that intake knows with a complaint, archived or open, sealed by the line's own key.
    private func register(archived: Bool = true, confirmed: Int64 = 9) throws {
        let intake = try MigratedDatabase.owner(of: "intake")
        for group in ["line", "complaint"] {
            try intake.execute(
                Statement(
                    "INSERT INTO lane (lane_group, lane, epoch, position, confirmed) VALUES ($1, 702, 5, 9, $2) ON CONFLICT DO NOTHING",
                    [.text(group), .int8(confirmed)]))
        }
        let said = try key.seal(Data("王芳".utf8), context: SealContext.personal)
        let standing = archived ? #"{"archived":{"at":"2026-04-01T00:00:00Z"}}"# : #"{"open":{}}"#
        let file = """
            {"state":{"complaints":[{"number":"\(complaint)","level":"provincial","receivedAt":"2026-03-01T00:00:00Z","urges":0,
            "standing":\(standing)}]},"received":{},"sent":{},"key":"\(try key.wrapped(by: sealer))"}
            """
        try intake.execute(
            Statement("INSERT INTO line_state (key, lane, body) VALUES ($1, 702, $2)", [.text(token), .jsonb(Data(file.utf8))]))
        let registered = #"{"complaint":"\#(complaint)","line":{"token":"\#(token)","masked":"138****8000"},"personal":"\#(said)"}"#
        let made = try CustomerKeyMade(key: key.id, wrapped: SealedText(ciphertext: key.wrapped(by: sealer))).encodeData(with: WireCoder())
        let rows: [(Int64, String, String, String?, Data)] = [
            (1, "redress.customer-keys", key.id, CustomerKeyMade.wireType, made),
            (2, "redress.complaints", complaint, "redress.complaint.registered.v1", Data(registered.utf8)),
            (3, "redress.intake", token, nil, Data("forwarded, sealed whole".utf8)),
        ]
        for (position, topic, key, type, data) in rows {
            try intake.execute(
                Statement(
                    """
                    INSERT INTO journal (lane_group, lane, position, topic, key, id, type, at, data) \
                    VALUES ('line', 702, $1, $2, $3, $3, $4, now(), $5)
                    """, [.int8(position), .text(topic), .text(key), type.map { .text($0) } ?? .null(.text), .bytea(data)]))
        }
    }

    private func clear() throws {
        let intake = try MigratedDatabase.owner(of: "intake")
        for table in ["line_state", "journal", "dead_letter", "lane"] {
            try intake.execute(Statement("DELETE FROM \(table) WHERE lane = 702"))
        }
    }

    private func text(_ sql: String) throws -> String {
        let rows = try MigratedDatabase.owner(of: "intake").execute(Statement(sql))
        return rows.isEmpty ? "" : try rows.text(0, 0)
    }

    @Test func theKeyGoesFromDocumentAndJournalAndATombstoneIsLeftForTheLanesOwner() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        try register()
        #expect(try run() == .temporaryFailure, "no service is there to send the tombstone")
        #expect(try text("SELECT (body::jsonb ? 'key')::text FROM line_state WHERE key = '\(token)'") == "false")
        #expect(try text("SELECT count(*)::text FROM journal WHERE lane = 702 AND convert_from(data, 'UTF8') LIKE '%v1.%'") == "0")
        #expect(try text("SELECT count(*)::text FROM journal WHERE lane = 702 AND type IS NULL") == "0", "forwarded messages are gone")
        #expect(try text("SELECT convert_from(data, 'UTF8') FROM journal WHERE key = '\(complaint)'").contains(#""personal":"erased""#))
        #expect(
            try text("SELECT topic || ' ' || key || ' ' || type || ' ' || length(data) FROM journal WHERE lane = 702 AND position = 10")
                == "redress.customer-keys \(key.id) redress.customer-key.erased.v1 0")
        #expect(try text("SELECT epoch || ' ' || position FROM lane WHERE lane_group = 'line' AND lane = 702") == "6 10")
        let log = try OperationsSchema.connect(arguments("retention", "plan")).execute(
            Statement("SELECT actor || ' ' || reason FROM customer_erasure WHERE line = $1", [.text(token)]))
        #expect(try log.text(0, 0) == "staff-7001 request R-2026-118")
        #expect(try run() == .ok, "again, there is nothing left to do")
        #expect(try text("SELECT position::text FROM lane WHERE lane_group = 'line' AND lane = 702") == "10")
    }

    @Test func anOpenComplaintStandsAgainstItUnlessItIsOverruled() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        try register(archived: false)
        #expect(try run() == .negative)
        #expect(try text("SELECT (body::jsonb ? 'key')::text FROM line_state WHERE key = '\(token)'") == "true", "nothing was changed")
        #expect(try run("--hold", complaint, "--even-open") == .negative, "what is held is held")
        #expect(try run("--even-open") == .temporaryFailure)
        #expect(try text("SELECT (body::jsonb ? 'key')::text FROM line_state WHERE key = '\(token)'") == "false")
    }

    @Test func anUnsettledDeadLetterOfTheLineStandsAgainstItAlways() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        try register()
        try MigratedDatabase.owner(of: "intake").execute(
            Statement(
                """
                INSERT INTO dead_letter (lane_group, lane, number, kind, key, topic, partition, message_offset, message, at) \
                VALUES ('line', 702, 1, 'poison', $1, 'redress.intake', 1, 1, 'sealed', now())
                """, [.text(token)]))
        #expect(try run("--even-open") == .negative)
        #expect(try text("SELECT (body::jsonb ? 'key')::text FROM line_state WHERE key = '\(token)'") == "true")
    }

    @Test func aKeyThatKafkaHasNotConfirmedIsNotErasedBeforeIt() throws {
        defer { #expect(throws: Never.self) { try clear() } }
        try register(confirmed: 0)
        #expect(try run() == .temporaryFailure, "its tombstone might be overtaken by it")
        #expect(try text("SELECT (body::jsonb ? 'key')::text FROM line_state WHERE key = '\(token)'") == "true")
    }

    @Test func aKeyThatKafkaConfirmsMeanwhileIsErased() async throws {
        defer { #expect(throws: Never.self) { try clear() } }
        try register(confirmed: 0)
        let service = try MigratedDatabase.owner(of: "intake")
        _ = try service.run([
            Statement("BEGIN READ WRITE"), Statement("SELECT confirmed FROM lane WHERE lane_group = 'line' AND lane = 702 FOR UPDATE"),
        ])
        let erasing = Task.detached { [complaint] in try Self.erase(complaint, wait: "60s") }
        try await wait { try service.isWaitedFor }

        // Whoever waits for the row sees it as it was; only its next look finds the key confirmed.
        try service.execute(Statement("COMMIT"))
        try service.execute(Statement("UPDATE lane SET confirmed = 9 WHERE lane_group = 'line' AND lane = 702"))
        try await wait { try text("SELECT count(*)::text FROM journal WHERE lane = 702 AND position = 10") == "1" }
        try service.execute(Statement("UPDATE lane SET confirmed = 10 WHERE lane_group = 'line' AND lane = 702"))

        #expect(try await erasing.value == .ok)
        #expect(try text("SELECT (body::jsonb ? 'key')::text FROM line_state WHERE key = '\(token)'") == "false")
    }

    private func wait(until isSo: () throws -> Bool) async throws {
        let deadline = ContinuousClock.now.advanced(by: .seconds(60))
        while try !isSo() {
            guard ContinuousClock.now < deadline else {
                Issue.record("not within 60 s")
                return
            }
            await Task.yield()
        }
    }

    @Test func whatWasErasedIsShownAsErasedAndWhatWasNotIsOpened() throws {
        let other = try CustomerKey()
        let revealing = try Revealing(
            Keyring(current: "k1", keys: ["k1": .generate()]), keys: [])
        let gone = SealedText(ciphertext: try other.seal(Data("answer".utf8), context: SealContext.answer))
        #expect(try revealing.answer(gone) == Revealing.erased)
        #expect(try revealing.personal([gone, SealedText(ciphertext: Revealing.erased)]) == nil)
    }

    @Test(arguments: [["--line", "13800138000", "--complaint", "C1"], []])
    func exactlyOneOfLineAndComplaintIsAskedFor(given: [String]) throws {
        let words = ["retention", "erase", "--by", "s", "--reason", "r", "--line-key", String(repeating: "A", count: 43) + "="] + given
        #expect(throws: UsageError.self) {
            try EraseCommand.command.run(
                CommandLines.parse(words + ["--database-url", MigratedDatabase.url(of: PeopleRole.retention.name)]))
        }
    }
}

extension PostgresConnection {
    /// Whether somebody waits for a lock that this session holds.
    fileprivate var isWaitedFor: Bool {
        get throws {
            let waiting = try MigratedDatabase.owner(of: "intake").execute(
                Statement(
                    "SELECT true FROM pg_locks WHERE NOT granted AND $1 = ANY(pg_blocking_pids(pid)) LIMIT 1", [.int4(serverProcess)]))
            return !waiting.isEmpty
        }
    }
}
