import Domain
import Foundation
import Runtime
import Testing

/// What every lane store promises of batches so large that a store may write them in another way.
@Suite struct ManyRowsConformanceTests {
    private static let count = 300
    private static let keys = (0..<count).map { "token-\($0)" }
    private static let group = GroupLoad(group: Rows.lineGroup, keys: keys)

    private static func states(_ body: String) -> [StateRow] {
        keys.enumerated().map { index, key in
            Rows.state(key, body, due: index % 2 == 0 ? Rows.noon : nil, reference: index % 3 == 0 ? "r-\(index)" : nil)
        }
    }

    private func stored(_ store: any LaneStore, _ holding: LaneHolding) throws -> [StateRow] {
        let loaded = try store.begin(holding.load(groups: [Self.group]))
        store.rollback()
        return (loaded.states["line"] ?? []).sorted { $0.key < $1.key }
    }

    @Test(arguments: StoreKind.allCases)
    func manyNewRowsAreStoredWholeAsFewAre(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        let identities = Self.keys.map { EventIdentity(lane: Rows.line, source: "/gateway", id: "投诉 \($0)") }
        let journal = (1...Int64(Self.count)).map { $0 % 2 == 0 ? Rows.event($0) : Rows.forwarded($0) }
        try store.transact(holding) { batch in
            batch.lanes = [LaneAdvance(lane: Rows.line, position: Int64(Self.count), serial: 1)]
            batch.states = ["line": Self.states("{\"说\": \"\\\\u0000 is no NUL\"}")]
            batch.added = ["line": Set(Self.keys)]
            batch.identities = identities
            batch.journal = journal
        }

        let known = try store.begin(holding.load(identities: identities)).known
        store.rollback()
        #expect(known == Set(identities))
        #expect(try stored(store, holding) == Self.states("{\"说\": \"\\\\u0000 is no NUL\"}").sorted { $0.key < $1.key })
        #expect(try store.take(Rows.line).unconfirmed == journal)
    }

    @Test(arguments: StoreKind.allCases)
    func oldRowsAmongManyNewOnesAreReplaced(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        try store.transact(holding) { $0.states = ["line": [Rows.state("token-7", "{\"a\": 1}", reference: "old")]] }
        try store.transact(holding) { batch in
            batch.states = ["line": Self.states("{\"a\": 2}")]
            batch.added = ["line": Set(Self.keys).subtracting(["token-7"])]
        }

        #expect(try stored(store, holding) == Self.states("{\"a\": 2}").sorted { $0.key < $1.key })
    }

    @Test(arguments: StoreKind.allCases)
    func aRowTakenForNewThatIsThereDoesNoHarm(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        try store.transact(holding) { $0.states = ["line": [Rows.state("token-7", "{\"a\": 1}")]] }
        do {
            try store.transact(holding) { batch in
                batch.states = ["line": Self.states("{\"a\": 2}")]
                batch.added = ["line": Set(Self.keys)]
            }
        } catch StoreError.refused {
            // A store may refuse the batch; the worker then tries it in parts, and the part with that row alone is taken.
            store.rollback()
            #expect(try stored(store, holding) == [Rows.state("token-7", "{\"a\": 1}")])
            try store.transact(holding) { batch in
                batch.states = ["line": [Rows.state("token-7", "{\"a\": 2}")]]
                batch.added = ["line": ["token-7"]]
            }
        }

        #expect(try stored(store, holding).first { $0.key == "token-7" }?.body == Data("{\"a\": 2}".utf8))
    }

    /// What the store refuses although all the other rows fit.
    enum Refused: String, Sendable, CaseIterable {
        case aStateWithANulCharacter, anEventTakenTwice, aSequenceGivenTwice

        func spoil(_ batch: inout BatchChanges) {
            switch self {
            case .aStateWithANulCharacter: batch.states["line"]?.append(Rows.state("token-x", "{\"a\": \"x\\u0000y\"}"))
            case .anEventTakenTwice: batch.identities.append(EventIdentity(lane: Rows.line, source: "/gateway", id: "1"))
            case .aSequenceGivenTwice: batch.journal.append(Rows.event(Int64(ManyRowsConformanceTests.count) + 2, sequence: 1))
            }
        }
    }

    @Test(arguments: StoreKind.allCases, Refused.allCases)
    func oneRowThatDoesNotFitKeepsAllOfItsBatchOut(kind: StoreKind, refused: Refused) throws {
        let store = try kind.world().open()
        let holding = try store.takeAfterOneEvent(Rows.line)

        #expect {
            try store.transact(holding, offsets: ["redress.intake": 9]) { batch in
                batch.states = ["line": Self.states("{}")]
                batch.added = ["line": Set(Self.keys).union(["token-x"])]
                batch.identities = Self.keys.map { EventIdentity(lane: Rows.line, source: "/desk", id: $0) }
                batch.journal = (2...Int64(Self.count)).map { Rows.event($0) }
                refused.spoil(&batch)
            }
        } throws: { error in
            guard case StoreError.refused(let fault) = error else { return false }
            return !fault.problem.isEmpty
        }
        store.rollback()

        #expect(try stored(store, holding).isEmpty)
        #expect(try store.take(Rows.line).offsets.isEmpty)
    }
}
