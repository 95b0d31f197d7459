import Contracts
import Crypto
import Foundation
import Postgres
import Testing

@testable import OperatorService

/// Changing the key that personal data is sealed with, without losing anything.
@Suite(.serialized) struct SealedStoreTests {
    private let old: Keyring
    private let both: Keyring
    /// The new key alone.
    private let summer: String
    private let store: SealedStore
    private let connection: PostgresConnection

    init() throws {
        let first = "spring \(try SealingKey.generate().base64())"
        old = try Keyring(text: first)
        let second = "summer \(try SealingKey.generate().base64())\n"
        summer = second
        both = try Keyring(text: second + first)
        connection = try MigratedDatabase.owner(of: "intake")
        store = SealedStore("intake", connection)
        _ = try connection.execute(Statement("DELETE FROM line_state WHERE lane = 801"))
        _ = try connection.execute(Statement("DELETE FROM dead_letter WHERE lane = 801"))
        _ = try connection.execute(Statement("DELETE FROM journal WHERE lane = 801"))
        _ = try connection.execute(Statement("DELETE FROM lane WHERE lane = 801"))
    }

    private func text(_ sql: String) throws -> String { try connection.execute(Statement(sql)).text(0, 0) }

    @Test func whatAnOldKeySealedIsSealedByTheNewOneAndSaysTheSame() throws {
        let sealer = try Sealer(old)
        let personal = try sealer.seal(Data("王芳".utf8), context: SealContext.personal)
        let note = try sealer.seal(Data("note".utf8), context: SealContext.note)
        let letter = try sealer.seal(Data("letter".utf8), context: SealContext.deadLetter)
        let proof = try sealer.seal(Data(), context: "a context of its own")
        _ = try connection.execute(Statement("INSERT INTO lane (lane_group, lane, position, confirmed) VALUES ('line', 801, 2, 1)"))
        _ = try connection.execute(
            Statement(
                "INSERT INTO line_state (key, lane, body, due) VALUES ('t801', 801, $1, now())",
                [.jsonb(Data(#"{"state":{"parts":"\#(personal) \#(note)","proof":"\#(proof)"}}"#.utf8))]))
        for position in 1...2 {
            _ = try connection.execute(
                Statement(
                    """
                    INSERT INTO journal (lane_group, lane, position, topic, key, id, at, data) \
                    VALUES ('line', 801, $1, 'redress.complaints', 'C801', 'C801', now(), $2)
                    """, [.int8(Int64(position)), .bytea(Data(#"{"personal":"\#(personal)"}"#.utf8))]))
        }
        _ = try connection.execute(
            Statement(
                """
                INSERT INTO dead_letter (lane_group, lane, number, kind, key, topic, partition, message_offset, message, at) \
                VALUES ('line', 801, 1, 'poison', 't801', 'redress.intake', 1, 1, $1, now())
                """, [.text(letter)]))
        #expect(try store.usage()["spring"] == 6)

        let fresh = try Sealer(both)
        #expect(try store.reseal(fresh, to: both.current) == 3)
        #expect(try store.reseal(fresh, to: both.current) == 0, "once is enough")

        #expect(try store.usage()["summer"] == 4)
        #expect(try store.usage()["spring"] == 2, "the row Kafka has not confirmed is the worker's; what opens in no known context stays")
        let parts = try text("SELECT body #>> '{state,parts}' FROM line_state WHERE key = 't801'").split(separator: " ").map(String.init)
        #expect(try fresh.open(#require(parts.first), context: SealContext.personal) == Data("王芳".utf8))
        #expect(try fresh.open(#require(parts.last), context: SealContext.note) == Data("note".utf8))
        let message = try text("SELECT message FROM dead_letter WHERE lane = 801")
        #expect(try fresh.open(message, context: SealContext.deadLetter) == Data("letter".utf8))
        #expect(try text("SELECT count(*)::text FROM journal WHERE lane = 801") == "2", "no customer had a key to send again")
        #expect(try text("SELECT (due IS NOT NULL)::text FROM line_state WHERE key = 't801'") == "true", "nothing else was changed")
    }

    @Test func aCustomersKeyThatIsWrappedAgainGoesOutAgainUnderANewEpoch() throws {
        let sealer = try Sealer(old)
        let key = try CustomerKey()
        let said = try key.seal(Data("王芳".utf8), context: SealContext.personal)
        _ = try connection.execute(
            Statement("INSERT INTO lane (lane_group, lane, epoch, position, confirmed) VALUES ('line', 801, 7, 2, 2)"))
        _ = try connection.execute(
            Statement(
                "INSERT INTO line_state (key, lane, body) VALUES ('t801', 801, $1)",
                [.jsonb(Data(#"{"state":{"said":"\#(said)"},"key":"\#(try key.wrapped(by: sealer))"}"#.utf8))]))
        let fresh = try Sealer(both)
        #expect(try store.reseal(fresh, to: both.current) == 1)
        #expect(try store.reseal(fresh, to: both.current) == 0)
        let wrapped = try text("SELECT body->>'key' FROM line_state WHERE key = 't801'")
        #expect(
            try CustomerKey(wrapped: wrapped, by: Sealer(Keyring(text: summer))).open(said, context: SealContext.personal).isEmpty == false)
        #expect(try text("SELECT body #>> '{state,said}' FROM line_state WHERE key = 't801'") == said, "what the key sealed stays as it is")
        #expect(
            try text("SELECT epoch || ' ' || position || ' ' || confirmed FROM lane WHERE lane = 801") == "8 3 2", "the owner is fenced")
        let sent = try text(
            "SELECT topic || ' ' || key || ' ' || convert_from(data, 'UTF8') FROM journal WHERE lane = 801 AND position = 3")
        #expect(sent.hasPrefix("redress.customer-keys \(key.id) ") && sent.contains(wrapped))
    }
}
