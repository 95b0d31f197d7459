import CommandLine
import Contracts
import Crypto
import Domain
import Foundation
import Postgres
import Runtime
import Testing

@testable import OperatorService

/// Many dead letters at once, on a real PostgreSQL.
@Suite(.serialized) struct LetterBulkTests {
    private static let noon: Int64 = 1_775_005_200_000_000

    /// Puts letters into compensation's table, whose lanes no other test uses: each of another source, fault, key.
    private struct Letter {
        var number: Int64
        var key: String
        var kind = "poison"
        var source: String? = "/gateway/app"
        var problem = "is missing"
        var topic = "redress.compensation-commands"
        var message = "v1.k1.x"
        var hour: Int64 = 0
    }

    private static func owner() throws -> PostgresConnection { try MigratedDatabase.owner(of: "compensation") }

    private static func fill(_ letters: [Letter], lane: Int32 = 700) throws {
        try owner().execute(Statement("DELETE FROM dead_letter WHERE lane >= 700"))
        for letter in letters {
            let fault = Data(#"{"field":"data.disputedAmount","problem":"\#(letter.problem)","expected":"an object"}"#.utf8)
            try owner().execute(
                Statement(
                    """
                    INSERT INTO dead_letter (lane_group, lane, number, kind, key, topic, partition, message_offset, message, fault, at, source, \
                    type) VALUES ('complaint', $1, $2, $3, $4, $5, 3, $2, $6, $7, $8, $9, 'redress.compensation.approve.v1')
                    """,
                    [
                        .int4(lane), .int8(letter.number), .text(letter.kind), .text(letter.key), .text(letter.topic),
                        .text(letter.message), letter.kind == "poison" ? .jsonb(fault) : .null(.jsonb),
                        .timestamp(noon + letter.hour * 3_600_000_000), letter.source.map { .text($0) } ?? .null(.text),
                    ]))
        }
    }

    private static func store() throws -> DeadLetterStore {
        DeadLetterStore("compensation", try MigratedDatabase.people(of: "compensation"))
    }

    private static func filter(_ change: (inout LetterFilter) -> Void = { _ in }) -> LetterFilter {
        var filter = LetterFilter()
        change(&filter)
        return filter
    }

    private static func asked() throws -> [Int64] {
        let rows = try owner().execute(
            Statement("SELECT number FROM dead_letter WHERE lane >= 700 AND request IS NOT NULL ORDER BY number"))
        return try (0..<rows.count).map { try rows.int8($0, 0) }
    }

    private static func run(_ words: String...) throws -> ExitCode {
        let arguments = try CommandLines.parse(
            ["dead-letters"] + words + ["--service", "compensation", "--database-url", MigratedDatabase.operatorURL(), "--json"])
        let command = try #require(
            DeadLettersCommand.command.subcommands.first { $0.command.name == words[0] })
        return try command.run(arguments)
    }

    @Test func lettersAreChosenBySourceFaultTopicKeyTypeAndTime() throws {
        try Self.fill([
            Letter(number: 1, key: "K1"), Letter(number: 2, key: "K2", source: "/gateway/hall"),
            Letter(number: 3, key: "K3", problem: "has the Wrong type"), Letter(number: 4, key: "K4", topic: "timer", hour: 3),
            Letter(number: 5, key: "K5", source: nil, hour: 5),
        ])
        func numbers(_ change: (inout LetterFilter) -> Void) throws -> [Int64] {
            try Self.store().letters(Self.filter(change)).map(\.place.number)
        }
        #expect(try numbers { $0.source = "/gateway/hall" } == [2])
        #expect(try numbers { $0.fault = "wrong TYPE" } == [3])
        #expect(try numbers { $0.topic = "timer" } == [4])
        #expect(try numbers { $0.key = "K1" } == [1])
        #expect(try numbers { $0.type = "redress.compensation.decline.v1" } == [])
        #expect(try numbers { $0.since = Instant("2026-04-01T04:00:00Z") } == [4, 5])
        #expect(try numbers { $0.until = Instant("2026-04-01T04:00:00Z") } == [1, 2, 3])
        #expect(try numbers { ($0.source, $0.fault) = ("/gateway/app", "missing") } == [1, 4])
        #expect(try Self.store().letters(Self.filter { $0.key = "K2" }).first?.source == "/gateway/hall")
    }

    @Test func theyAreCountedByWhatTheyHaveInCommon() throws {
        try Self.fill([
            Letter(number: 1, key: "K1"), Letter(number: 2, key: "K1"), Letter(number: 3, key: "K2", source: "/gateway/hall"),
            Letter(number: 4, key: "K3", source: nil, hour: 30),
        ])
        let bySource = try Self.store().counts(Self.filter(), by: [.source])
        #expect(bySource.map { $0.of["source"] } == ["/gateway/app", "(unreadable)", "/gateway/hall"])
        #expect(bySource.map(\.count) == [2, 1, 1])
        let byDay = try Self.store().counts(Self.filter(), by: [.service, .day])
        #expect(Set(byDay.map { $0.of["day"] }) == ["2026-04-01", "2026-04-02"])
        #expect(byDay.first?.of["service"] == "compensation")
        #expect(try Self.store().counts(Self.filter(), by: [.fault]).first?.of["fault"] == "data.disputedAmount is missing")
    }

    @Test func allOfOneKeyAreAskedAboutAndAnEarlierOneThatIsNotMeantHoldsTheLaterUp() throws {
        try Self.fill([
            Letter(number: 1, key: "K1"), Letter(number: 2, key: "K1"), Letter(number: 3, key: "K1"),
            Letter(number: 4, key: "K2", source: "/gateway/hall"), Letter(number: 5, key: "K2"), Letter(number: 6, key: "K3"),
        ])
        let all = try Self.store().askable(Self.filter(), limit: .max)
        #expect(all.matched == 6 && all.places.map(\.number) == [1, 2, 3, 4, 5, 6])
        let app = try Self.store().askable(Self.filter { $0.source = "/gateway/app" }, limit: .max)
        #expect(app.matched == 5 && app.places.map(\.number) == [1, 2, 3, 6])
        #expect(try Self.store().askable(Self.filter(), limit: 2).places.map(\.number) == [1, 2])
        #expect(try Self.store().askable(Self.filter { $0.key = "K9" }, limit: .max).matched == 0)
    }

    @Test func lettersWithoutAKeyHoldNothingUpSoThatOneSenderIsReplayedByItself() throws {
        try Self.fill([
            Letter(number: 1, key: "", source: "/gateway/hall"), Letter(number: 2, key: ""),
            Letter(number: 3, key: "", source: "/gateway/hall"), Letter(number: 4, key: "K1"), Letter(number: 5, key: "K1"),
        ])
        #expect(try Self.store().letters(Self.filter()).map(\.before) == [0, 0, 0, 0, 1])
        #expect(try Self.store().letters(Self.filter()).map(\.behind) == [0, 0, 0, 1, 0])
        let app = try Self.store().askable(Self.filter { ($0.source, $0.key) = ("/gateway/app", "") }, limit: .max)
        #expect(app.matched == 1 && app.places.map(\.number) == [2])
        #expect(try Self.run("replay", "--all", "--source", "/gateway/app", "--by", "10086", "--yes") == .ok)
        #expect(try Self.asked() == [2, 4, 5])
        let progress = try Self.store().progress(app.places)
        #expect(progress.pending == 1 && progress.failed == 0 && progress.heldUp == 0)
        let last = DeadLetterPlace(service: "compensation", group: "complaint", lane: 700, number: 3)
        #expect(try Self.store().ask(.discard, of: last, by: "10086", reason: "sent again"))
        #expect(try Self.asked() == [2, 3, 4, 5])
    }

    @Test func discardAllAsksAboutAllThatMatchAndSaysWhoAskedAndWhy() throws {
        try Self.fill(
            (1...130).map { Letter(number: $0, key: "K1") } + [Letter(number: 200, key: "K2", source: "/gateway/hall")]
                + [Letter(number: 131, key: "K1", kind: "waiting", source: nil)])
        #expect(
            try Self.run("discard", "--all", "--source", "/gateway/app", "--by", "10086", "--reason", "sent again", "--yes") == .ok)
        #expect(try Self.asked() == Array(1...130))
        let rows = try Self.owner().execute(
            Statement("SELECT DISTINCT request, requested_by, request_reason FROM dead_letter WHERE lane >= 700 AND request IS NOT NULL"))
        #expect(rows.count == 1)
        #expect(try (0...2).map { try rows.text(0, $0) } == ["discard", "10086", "sent again"])
    }

    @Test func aDryRunAsksNothingAndALimitIsKept() throws {
        try Self.fill((1...9).map { Letter(number: $0, key: "K\($0)") })
        #expect(try Self.run("replay", "--all", "--by", "10086", "--dry-run") == .ok)
        #expect(try Self.asked() == [])
        #expect(try Self.run("replay", "--all", "--limit", "4", "--by", "10086", "--yes") == .ok)
        #expect(try Self.asked() == [1, 2, 3, 4])
        #expect(try Self.run("replay", "--all", "--key", "K0", "--by", "10086", "--yes") == .negative)
    }

    @Test func whatADryRunCountsIsWhatMatchesWithoutTheOnesAskedAboutAndNoMoreThanTheLimit() throws {
        try Self.fill((1...5).map { Letter(number: $0, key: "K\($0)") })
        #expect(try Self.run("replay", "--all", "--limit", "2", "--by", "10086", "--yes") == .ok)
        #expect(try Self.store().counts(Self.filter(), by: [.source]).map(\.count) == [5])
        #expect(try Self.store().counts(Self.filter(), by: [.source], askableUpTo: .max).map(\.count) == [3])
        let first = try Self.store().counts(Self.filter(), by: [.service, .topic, .source, .fault, .type, .key, .day], askableUpTo: 1)
        #expect(first.map(\.count) == [1] && first.first?.of["key"] == "K3")
    }

    @Test func nothingIsAskedOfManyWithoutAQuestionOrAYes() throws {
        try Self.fill([Letter(number: 1, key: "K1")])
        #expect(throws: UsageError.self) { try Self.run("discard", "--all", "--by", "10086", "--reason", "sent again") }
        #expect(throws: UsageError.self) { try Self.run("discard", "--by", "10086", "--reason", "sent again") }
        #expect(throws: UsageError.self) {
            try Self.run("discard", "compensation/complaint/700/1", "--all", "--by", "10086", "--reason", "sent again")
        }
        #expect(try Self.asked() == [])
    }

    @Test func whatIsAskedAlreadyIsLeftToThat() throws {
        try Self.fill([Letter(number: 1, key: "K1"), Letter(number: 2, key: "K1")])
        let place = DeadLetterPlace(service: "compensation", group: "complaint", lane: 700, number: 1)
        #expect(try Self.store().ask(.replay, of: place, by: "20001", reason: nil))
        #expect(try Self.run("discard", "--all", "--by", "10086", "--reason", "sent again", "--yes") == .ok)
        let letters = try Self.store().letters(Self.filter())
        #expect(letters.map(\.request) == ["replay", "discard"])
        #expect(letters.map(\.requestedBy) == ["20001", "10086"])
    }

    // MARK: Mending

    private static let keyring = Result { try "k1 " + SealingKey.generate().base64() }

    private static func sealed(_ payload: String) throws -> String {
        let message = Data(
            #"{"key":"SzE=","headers":[{"name":"ce_id","value":"MQ=="}],"value":"\#(Data(payload.utf8).base64EncodedString())"}"#.utf8)
        return try Sealer(Keyring(text: keyring.get())).seal(message, context: SealContext.deadLetter)
    }

    private static func mend(_ program: String, _ more: String...) throws -> ExitCode {
        let arguments = try CommandLines.parse(
            [
                "dead-letters", "mend", "--all", "--service", "compensation", "--through", program, "--by", "10086", "--reason",
                "the app leaves it out", "--sealing-key", keyring.get(), "--database-url", MigratedDatabase.operatorURL(), "--json",
            ] + more)
        return try MendRequest.command.run(arguments)
    }

    private static func payload(_ number: Int64) throws -> String? {
        let message = try #require(
            try store().sealedMessage(DeadLetterPlace(service: "compensation", group: "complaint", lane: 700, number: number)))
        let opened = try Revealing(Keyring(text: keyring.get())).deadLetter(message)
        return opened.value.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func manyAreMendedByOneProgramSealedAgainAndDecidedAndTheOnesThatCameAreKept() throws {
        try Self.fill(try (1...5).map { Letter(number: $0, key: "K\($0)", message: try Self.sealed(#"{"by":"x\#($0)"}"#)) })
        #expect(try Self.mend("sed 's/x/y/'", "--dry-run") == .ok)
        #expect(try Self.payload(1) == #"{"by":"x1"}"#)
        #expect(try Self.mend("sed 's/x/y/'", "--yes") == .ok)
        for number in 1...5 as ClosedRange<Int64> { #expect(try Self.payload(number) == #"{"by":"y\#(number)"}"#) }
        #expect(try Self.asked() == [1, 2, 3, 4, 5])
        let kept = try Self.owner().execute(
            Statement("SELECT count(*) FROM dead_letter WHERE lane >= 700 AND original IS NOT NULL AND request = 'replay'"))
        #expect(try kept.int8(0, 0) == 5)
        let noted = try AccessLog(
            OperationsSchema.connect(CommandLines.parse("access", "list", "--database-url", MigratedDatabase.operatorURL()))
        ).entries(subject: "compensation/complaint/700/3", actor: "10086", since: nil)
        #expect(noted.contains { $0.command == "dead-letters mend" && $0.reason == "the app leaves it out" })
    }

    @Test func whatTheProgramCannotMendIsLeftAsItIsWithTheLaterOnesOfItsKey() throws {
        try Self.fill([
            Letter(number: 1, key: "K1", message: try Self.sealed("bad")), Letter(number: 2, key: "K1", message: try Self.sealed("ax")),
            Letter(number: 3, key: "K2", message: try Self.sealed("bx")),
        ])
        #expect(try Self.mend("sed '/bad/q3; s/x/y/'", "--yes") == .negative)
        #expect(try Self.asked() == [3])
        #expect(try Self.payload(1) == "bad" && Self.payload(2) == "ax" && Self.payload(3) == "by")
    }

    @Test func whatTheProgramCannotMendHoldsUpNoOtherWithoutAKey() throws {
        try Self.fill([
            Letter(number: 1, key: "", message: try Self.sealed("bad")), Letter(number: 2, key: "", message: try Self.sealed("ax")),
        ])
        #expect(try Self.mend("sed '/bad/q3; s/x/y/'", "--yes") == .negative)
        #expect(try Self.asked() == [2])
        #expect(try Self.payload(1) == "bad" && Self.payload(2) == "ay")
    }
}
