import Domain
import Foundation
import Postgres
import Runtime
import Testing

/// What every lane store promises of the rows a batch reads and writes.
@Suite struct BatchConformanceTests {
    @Test(arguments: StoreKind.allCases)
    func aStateIsStoredReplacedAndDeleted(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        let group = GroupLoad(group: Rows.lineGroup, keys: ["token-1", "token-2"])
        try store.transact(holding) { $0.states = ["line": [Rows.state("token-1", "{\"a\": 1}"), Rows.state("token-2")]] }
        try store.transact(holding) { batch in
            batch.states = ["line": [Rows.state("token-1", "{\"a\": 2}", due: Rows.noon, reference: "r")]]
            batch.deletedRows = ["line": ["token-2"]]
        }

        let loaded = try store.begin(holding.load(groups: [group]))
        store.rollback()
        #expect(loaded.states["line"] == [Rows.state("token-1", "{\"a\": 2}", due: Rows.noon, reference: "r")])
    }

    @Test(arguments: StoreKind.allCases)
    func anEventOfAnOutsiderIsKnownInItsLaneBySourceAndID(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        let taken = EventIdentity(lane: Rows.line, source: "/gateway", id: "1")
        try store.transact(holding) { $0.identities = [taken] }
        let strangers = [
            EventIdentity(lane: Rows.line, source: "/gateway", id: "2"), EventIdentity(lane: Rows.line, source: "/desk", id: "1"),
            EventIdentity(lane: Rows.otherLine, source: "/gateway", id: "1"),
        ]

        let loaded = try store.begin(holding.load(identities: [taken] + strangers))
        store.rollback()
        #expect(loaded.known == [taken])
    }

    @Test(arguments: StoreKind.allCases)
    func anEventOfAnOutsiderIsKnownAmongThoseOfItsKeyWithTheDigestOfItsContent(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        func identity(_ key: String, _ digest: UInt8) -> EventIdentity {
            EventIdentity(lane: Rows.line, key: key, source: "/gateway", id: "1", digest: Data([digest, 0, 255]))
        }
        try store.transact(holding) { $0.identities = [identity("token-1", 1), identity("token-2", 2)] }

        let asked = [identity("token-1", 9), identity("token-2", 9), identity("token-3", 9)]
        let loaded = try store.begin(holding.load(identities: asked))
        store.rollback()
        #expect(loaded.known == [asked[0], asked[1]])
        let digests = Dictionary(uniqueKeysWithValues: loaded.known.map { ($0.key, $0.digest?.first) })
        #expect(digests == ["token-1": 1, "token-2": 2])
    }

    @Test(arguments: StoreKind.allCases)
    func anEventThatTheLastReleaseTookIsKnownUnderAnyKey(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        try store.transact(holding) { $0.identities = [EventIdentity(lane: Rows.line, source: "/gateway", id: "1")] }

        let asked = EventIdentity(lane: Rows.line, key: "token-1", source: "/gateway", id: "1", digest: Data([1]))
        let loaded = try store.begin(holding.load(identities: [asked]))
        store.rollback()
        #expect(loaded.known == [asked])
        #expect(loaded.known.allSatisfy { $0.digest == nil })
    }

    @Test(arguments: StoreKind.allCases)
    func theRowsOfTheCompanionComeWithTheKeyTheyRefer(kind: StoreKind) throws {
        let store = try kind.world().open()
        let complaints = try store.take(Rows.complaint)
        try store.transact(complaints) { batch in
            batch.states = [
                "complaint": [
                    Rows.state("C1", "{\"n\": 1}", lane: Rows.complaint, reference: "token-1"),
                    Rows.state("C2", "{\"n\": 2}", lane: Rows.complaint, reference: "token-1"),
                    Rows.state("C3", "{\"n\": 3}", lane: Rows.complaint, reference: "token-9"),
                ]
            ]
        }

        let holding = try store.take(Rows.line)
        try store.transact(holding) { $0.states = ["line": [Rows.state("token-1"), Rows.state("token-2")]] }
        let loaded = try store.begin(holding.load(groups: [GroupLoad(group: Rows.lineGroup, keys: ["token-1", "token-2", "token-9"])]))
        store.rollback()
        #expect(
            (loaded.companions["line"] ?? []).sorted { $0.key < $1.key } == [
                CompanionRow(reference: "token-1", key: "C1", body: Data("{\"n\": 1}".utf8)),
                CompanionRow(reference: "token-1", key: "C2", body: Data("{\"n\": 2}".utf8)),
            ])
    }

    @Test(arguments: StoreKind.allCases)
    func whatIsDueComesEarliestFirstUpToTheLimitAndTheNextDueIsTold(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        let minutes = [30, 10, 20, 50, 40]
        try store.transact(holding) { batch in
            batch.states = [
                "line": minutes.map { Rows.state("token-\($0)", due: Rows.noon.adding(.minutes($0))) } + [Rows.state("token-never")]
            ]
        }
        let wake = WakeLoad(lanes: [Rows.line.number], now: Rows.noon.adding(.minutes(40)), limit: 3)

        let loaded = try store.begin(holding.load(groups: [GroupLoad(group: Rows.lineGroup, keys: [], wake: wake)]))
        #expect(loaded.due["line"]?.map(\.key) == ["token-10", "token-20", "token-30"])
        var batch = BatchChanges(now: wake.now)
        batch.states = ["line": (loaded.due["line"] ?? []).map { Rows.state($0.key) }]
        batch.refreshDue = [Rows.line]
        #expect(try store.commit(batch) == [Rows.line: Rows.noon.adding(.minutes(40))])
        #expect(try store.take(Rows.line).nextDue == Rows.noon.adding(.minutes(40)))
    }

    @Test(arguments: StoreKind.allCases)
    func aLaneWithoutTimersIsLeftOutOfTheNextDue(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        _ = try store.begin(holding.load())
        var batch = BatchChanges(now: Rows.noon)
        batch.refreshDue = [Rows.line]
        #expect(try store.commit(batch).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func aParkedKeyIsToldAndARequestBringsAllItsLettersInOrder(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let holding = try store.take(Rows.line)
        let poison = Rows.letter(2, .poison)
        try store.transact(holding) { batch in
            batch.parked = [Rows.letter(5, .waiting), poison, Rows.letter(3, .poison, key: "token-9")]
        }
        #expect(try store.take(Rows.line).parked == 3)

        let current = try store.take(Rows.line)
        let quiet = try store.begin(
            current.load(groups: [GroupLoad(group: Rows.lineGroup, keys: ["token-1", "token-2"])], requests: true))
        store.rollback()
        #expect(quiet.parked["line"]?.contains("token-1") == true)
        #expect(quiet.parked["line"]?.contains("token-2") != true)
        #expect(quiet.requested.isEmpty)

        try world.request(.replay, poison)
        let asked = try store.begin(current.load(requests: true))
        store.rollback()
        #expect(asked.requested.map(\.number) == [2, 5])
        #expect(asked.requested.map(\.request) == [.replay, nil])
        #expect(asked.requested.map(\.sealedMessage.ciphertext) == ["sealed 2", "sealed 5"])
        #expect(asked.requested.map(\.origin.offset) == [42, 45])
    }

    @Test(arguments: StoreKind.allCases)
    func aRequestBringsTheStateOfItsKeyOnceAndOfNoOther(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let holding = try store.take(Rows.line)
        let poison = Rows.letter(2, .poison)
        try store.transact(holding) { batch in
            batch.states = ["line": [Rows.state("token-1"), Rows.state("token-2")]]
            batch.parked = [poison]
        }
        let current = try store.take(Rows.line)
        let load = { (keys: [String]) in
            current.load(groups: [GroupLoad(group: Rows.lineGroup, keys: keys, requestLanes: [Rows.line.number])], requests: true)
        }
        #expect(try store.begin(load([])).states["line"]?.isEmpty ?? true, "nobody has asked for anything")
        store.rollback()

        try world.request(.replay, poison)
        #expect(try store.begin(load([])).states["line"]?.map(\.key) == ["token-1"], "a replay is decided on what is known already")
        store.rollback()
        #expect(try store.begin(load(["token-1", "token-2"])).states["line"]?.map(\.key).sorted() == ["token-1", "token-2"])
        store.rollback()
    }

    @Test(arguments: StoreKind.allCases)
    func aSettledLetterGoesAndAFailedReplayStaysWithoutItsRequest(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let holding = try store.take([Rows.line, Rows.otherLine]).first { $0.lane == Rows.line }
        let current = try #require(holding)
        let elsewhere = Rows.letter(1, .poison, key: "token-7", lane: Rows.otherLine)
        try store.transact(current) { $0.parked = [Rows.letter(1, .poison), Rows.letter(2, .waiting), elsewhere] }
        try world.request(.discard, Rows.letter(1, .poison))
        try store.transact(current) { batch in
            batch.settledLetters = [Rows.letter(1, .poison)]
            batch.failedReplays = [Rows.letter(2, .poison)]
        }

        let lanes = try store.take([Rows.line, Rows.otherLine])
        #expect(lanes.first { $0.lane == Rows.line }?.parked == 1)
        #expect(lanes.first { $0.lane == Rows.otherLine }?.parked == 1, "a letter of another lane with the same number stays")
        let line = try #require(lanes.first { $0.lane == Rows.line })
        let after = try store.begin(line.load(requests: true))
        store.rollback()
        #expect(after.requested.isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func aRolledBackTransactionLeavesNothing(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        _ = try store.begin(holding.load(offsets: ["redress.intake": 3]))
        store.rollback()
        store.rollback()

        let after = try store.take(Rows.line)
        #expect(after.offsets.isEmpty)
        #expect(after.position == 0)
    }

    /// What the store refuses whoever sends it.
    enum Refused: String, Sendable, CaseIterable {
        case aStateWithANulCharacter, anEventTakenTwice, aSequenceGivenTwice, aPositionGivenTwice

        func spoil(_ batch: inout BatchChanges) {
            switch self {
            case .aStateWithANulCharacter: batch.states = ["line": [Rows.state("token-1", "{\"a\": \"x\\u0000y\"}")]]
            case .anEventTakenTwice: batch.identities = [EventIdentity(lane: Rows.line, source: "/gateway", id: "1")]
            case .aSequenceGivenTwice: batch.journal = [Rows.event(2, sequence: 1)]
            case .aPositionGivenTwice: batch.journal = [Rows.event(1, sequence: 9)]
            }
        }
    }

    @Test(arguments: StoreKind.allCases, Refused.allCases)
    func dataThatDoesNotFitIsRefusedNothingOfItsBatchIsKeptAndTheNextOneIs(kind: StoreKind, refused: Refused) throws {
        let store = try kind.world().open()
        let holding = try store.takeAfterOneEvent(Rows.line)

        #expect {
            try store.transact(holding, offsets: ["redress.intake": 9]) { batch in refused.spoil(&batch) }
        } throws: { error in
            guard case StoreError.refused(let fault) = error else { return false }
            return !fault.problem.isEmpty
        }
        store.rollback()
        try store.transact(holding) { $0.states = ["line": [Rows.state("token-2")]] }

        let after = try store.take(Rows.line)
        #expect(after.offsets.isEmpty)
        #expect(after.unconfirmed == [Rows.event(1)])
    }
}
