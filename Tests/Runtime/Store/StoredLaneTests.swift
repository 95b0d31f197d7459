import Domain
import Foundation
import Postgres
import Runtime
import Testing

/// What only the tables themselves can show.
@Suite struct StoredLaneTests {
    @Test func offsetsThatCannotBeReadMakeTheStoreUnusableRatherThanBeginningAgain() throws {
        let world = try PostgresWorld()
        let store = world.open()
        _ = try store.take([Rows.line])
        _ = try world.run("UPDATE lane SET offsets = '{\"redress.intake\": \"twelve\"}'")

        let error = #expect(throws: StoreError.self) { try store.take([Rows.line]) }
        guard case .unusable(let reason) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(reason.contains("offsets") && reason.contains("holds no JSON"), "\(reason)")
    }

    @Test func aLetterIsKeptWithWhoSentItWhereThatCouldBeRead() throws {
        let world = try PostgresWorld()
        let store = world.open()
        let holding = try #require(try store.take([Rows.line]).first)
        let known = Rows.letter(1, .poison)
        let sent = DeadLetterRow(
            lane: known.lane, number: 1, kind: .poison, key: known.key, topic: known.topic, partition: 3, offset: 41,
            sealedMessage: known.sealedMessage, fault: known.fault, at: known.at, source: "/gateway/app", type: "redress.intake.urged.v1")
        try store.transact(holding) { $0.parked = [sent, Rows.letter(2, .poison)] }
        let kept = try world.run("SELECT source, type FROM dead_letter ORDER BY number")
        #expect(try [kept.optionalText(0, 0), kept.optionalText(0, 1)] == ["/gateway/app", "redress.intake.urged.v1"])
        #expect(try kept.optionalText(1, 0) == nil)
    }

    @Test func aLetterThatAnOperatorHadDiscardedIsKeptWithWhoAskedAndWhyAndOneThatOnlyWaitedIsNot() throws {
        let world = try PostgresWorld()
        let store = world.open()
        let holding = try #require(try store.take([Rows.line]).first)
        try store.transact(holding) { $0.parked = [Rows.letter(1, .poison), Rows.letter(2, .waiting)] }
        _ = try world.run(
            "UPDATE dead_letter SET request = 'discard', requested_by = '10086', request_reason = 'sent again' WHERE number = 1")
        try store.transact(holding) { $0.settledLetters = [Rows.letter(1, .poison), Rows.letter(2, .waiting)] }

        let kept = try world.run("SELECT number, message, request, requested_by, request_reason, fault->>'problem' FROM settled_letter")
        #expect(kept.count == 1)
        #expect(try kept.int8(0, 0) == 1)
        #expect(try (1...5).map { try kept.text(0, $0) } == ["sealed 1", "discard", "10086", "sent again", "is not JSON"])
        #expect(try world.run("SELECT count(*) FROM dead_letter").int8(0, 0) == 0)
    }
}
