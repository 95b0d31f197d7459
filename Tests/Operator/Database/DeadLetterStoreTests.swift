import Domain
import Foundation
import Postgres
import Testing

@testable import OperatorService

@Suite(.serialized) struct DeadLetterStoreTests {
    /// Puts a letter into dispatch's table under a key no other test uses.
    private func park(_ number: Int64, _ key: String, lane: Int32 = 900, kind: String = "poison", second: Int64 = 0) throws {
        let fault = kind == "poison" ? Data(#"{"field":"data.by","problem":"is missing","expected":"some text"}"#.utf8) : nil
        try MigratedDatabase.owner(of: "dispatch").execute(
            Statement(
                """
                INSERT INTO dead_letter (lane_group, lane, number, kind, key, topic, partition, message_offset, message, fault, at) \
                VALUES ('complaint', $1, $2, $3, $4, 'redress.work-order-commands', 3, $2, 'v1.k1.x', $5, $6)
                """,
                [
                    .int4(lane), .int8(number), .text(kind), .text(key), fault.map { .jsonb($0) } ?? .null(.jsonb),
                    .timestamp(1_775_005_200_000_000 + second * 1_000_000),
                ]))
    }

    private func store() throws -> DeadLetterStore { DeadLetterStore("dispatch", try MigratedDatabase.people(of: "dispatch")) }

    private func place(_ number: Int64, lane: Int32 = 900) -> DeadLetterPlace {
        DeadLetterPlace(service: "dispatch", group: "complaint", lane: lane, number: number)
    }

    private static func of(_ key: String, withWaiting: Bool = false) -> LetterFilter {
        var filter = LetterFilter()
        filter.key = key
        filter.withWaiting = withWaiting
        return filter
    }

    @Test func aLetterIsListedWithItsFaultAndHowManyWaitBehindIt() throws {
        let key = "C-\(UUID().uuidString)"
        try park(11, key)
        try park(12, key, kind: "waiting")
        try park(13, key, kind: "waiting")
        let letters = try store().letters(Self.of(key, withWaiting: true))
        #expect(letters.map(\.before) == [0, 1, 2])
        #expect(letters.map(\.behind) == [2, 1, 0])
        #expect(letters.first?.fault == Fault(field: "data.by", problem: "is missing", expected: "some text"))
        #expect(letters.first?.origin == "redress.work-order-commands/3/11")
        #expect(letters.first?.at.description == "2026-04-01T01:00:00Z")
        #expect(try store().letters(Self.of(key)).count == 1)
        #expect(try store().sealedMessage(place(11)) == SealedText(ciphertext: "v1.k1.x"))
        #expect(try store().letter(place(999)) == nil)
    }

    @Test func onlyTheLetterThatHeadsItsKeyCanBeAskedAbout() throws {
        let key = "C-\(UUID().uuidString)"
        try park(21, key)
        try park(22, key)
        try park(23, key, kind: "waiting")
        #expect(try !store().ask(.discard, of: place(22), by: "10086", reason: "no"))
        #expect(try !store().ask(.replay, of: place(23), by: "10086", reason: nil))
        #expect(try store().ask(.discard, of: place(21), by: "10086", reason: "sent again"))
        let letter = try #require(try store().letter(place(21)))
        #expect(letter.requestText == "discard by 10086: sent again")
        #expect(try store().letter(place(22))?.request == nil)
    }

    @Test func anEditedMessageIsDecidedInPlaceOfTheOneThatCameWhichIsKept() throws {
        let key = "C-\(UUID().uuidString)"
        try park(41, key)
        #expect(try store().ask(.replay, of: place(41), by: "10086", reason: "cents", edited: SealedText(ciphertext: "v1.k1.y")))
        #expect(try store().ask(.replay, of: place(41), by: "10086", reason: "yuan", edited: SealedText(ciphertext: "v1.k1.z")))
        #expect(try store().sealedMessage(place(41)) == SealedText(ciphertext: "v1.k1.z"))
        let original = try MigratedDatabase.owner(of: "dispatch").execute(
            Statement("SELECT original FROM dead_letter WHERE key = $1", [.text(key)]))
        #expect(try original.text(0, 0) == "v1.k1.x")
    }

    @Test func whatWasSettledIsListedWithWhoAskedAndWhy() throws {
        let key = "C-\(UUID().uuidString)"
        try MigratedDatabase.owner(of: "dispatch").execute(
            Statement(
                """
                INSERT INTO settled_letter (lane_group, lane, number, key, topic, partition, message_offset, message, original, at, request, \
                requested_by, request_reason, settled_at) VALUES ('complaint', 903, 7, $1, 'redress.work-order-commands', 3, 12, 'v1.k1.y', \
                'v1.k1.x', $2, 'replay', '10086', 'cents', $2)
                """, [.text(key), .timestamp(1_775_005_200_000_000)]))
        let letters = try SettledLetter.all(of: "dispatch", key: key, on: MigratedDatabase.people(of: "dispatch"))
        #expect(letters.map(\.place.description) == ["dispatch/complaint/903/7"])
        #expect(letters.map(\.origin) == ["redress.work-order-commands/3/12"])
        #expect(letters.map(\.wasEdited) == [true])
        #expect(letters.map(\.reason) == ["cents"])
        #expect(letters.first?.settledAt.description == "2026-04-01T01:00:00Z")
    }

    @Test func aLetterThatWaitsBehindOneOfAnotherLaneCanBeAskedAboutOnceThatIsGone() throws {
        let key = "C-\(UUID().uuidString)"
        try park(31, key, lane: 901, second: 1)
        try park(5, key, lane: 902, kind: "waiting", second: 2)
        #expect(try store().letter(place(5, lane: 902))?.before == 1)
        #expect(try !store().ask(.replay, of: place(5, lane: 902), by: "10086", reason: nil))
        try MigratedDatabase.owner(of: "dispatch").execute(Statement("DELETE FROM dead_letter WHERE key = $1 AND lane = 901", [.text(key)]))
        #expect(try store().ask(.replay, of: place(5, lane: 902), by: "10086", reason: nil))
    }

    @Test func peopleMayWriteTheirRequestAndNothingElse() throws {
        let connection = try MigratedDatabase.people(of: "dispatch")
        for sql in [
            "UPDATE dead_letter SET key = 'x'", "DELETE FROM dead_letter", "INSERT INTO journal DEFAULT VALUES",
            "UPDATE complaint_state SET due = NULL", "UPDATE lane SET epoch = 0", "DELETE FROM settled_letter",
        ] {
            let error = #expect(throws: PostgresError.self) {
                try connection.run([Statement("BEGIN READ WRITE"), Statement(sql), Statement("COMMIT")])
            }
            #expect(error?.sqlState == "42501", "\(sql)")
            try connection.rollback()
        }
        let error = #expect(throws: PostgresError.self) { try connection.execute(Statement("UPDATE dead_letter SET request = NULL")) }
        #expect(error?.sqlState == "25006")
    }
}
