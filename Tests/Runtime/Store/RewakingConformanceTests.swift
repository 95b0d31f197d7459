import Domain
import Foundation
import Runtime
import Testing

/// What every lane store promises of lanes whose timers depend on something that has changed.
@Suite struct RewakingConformanceTests {
    private static let other = LaneID(group: "complaint", number: 4)

    private func rewaking(_ revision: String) -> Rewaking {
        Rewaking(revisions: ["complaint": revision], now: Rows.noon, perSecond: 1)
    }

    /// Three states of a lane that are armed, one that is not, and one of another lane.
    private func filled(_ kind: StoreKind) throws -> any LaneStore {
        let store = try kind.world(of: "sla_monitor").open()
        for (lane, rows) in [
            (Rows.complaint, [("C3", 3), ("C1", 1), ("C2", 2), ("C0", nil)]), (Self.other, [("D1", 1)]),
        ] as [(LaneID, [(String, Int?)])] {
            let holding = try #require(try store.take([lane], rewaking: rewaking("old")).first)
            try store.transact(holding) { batch in
                batch.states = [
                    "complaint": rows.map { key, days in
                        Rows.state(key, lane: lane, due: days.map { Rows.noon.adding(.days($0)) })
                    }
                ]
            }
        }
        return store
    }

    private func dueKeys(_ store: any LaneStore, _ holding: LaneHolding, at now: Instant) throws -> [String] {
        var load = holding.load(offsets: [:], confirmed: nil)
        load.groups = [
            GroupLoad(group: Rows.complaintGroup, keys: [], wake: WakeLoad(lanes: [holding.lane.number], now: now, limit: 10))
        ]
        let loaded = try store.begin(load)
        store.rollback()
        return (loaded.due["complaint"] ?? []).map(\.key)
    }

    @Test(arguments: StoreKind.allCases)
    func anotherRevisionSpreadsTheTimersInTheirOrder(kind: StoreKind) throws {
        let store = try filled(kind)
        let holding = try #require(try store.take([Rows.complaint], rewaking: rewaking("new")).first)
        #expect(holding.nextDue == Rows.noon.adding(.seconds(1)))
        #expect(try dueKeys(store, holding, at: Rows.noon.adding(.seconds(1))) == ["C1"])
        #expect(try dueKeys(store, holding, at: Rows.noon.adding(.seconds(3))) == ["C1", "C2", "C3"])
        let other = try #require(try store.take([Self.other], rewaking: rewaking("old")).first)
        #expect(other.nextDue == Rows.noon.adding(.days(1)), "another lane keeps its own revision")
    }

    @Test(arguments: StoreKind.allCases)
    func theSameRevisionLeavesTheTimersAsTheyAre(kind: StoreKind) throws {
        let store = try filled(kind)
        let holding = try #require(try store.take([Rows.complaint], rewaking: rewaking("old")).first)
        #expect(holding.nextDue == Rows.noon.adding(.days(1)))
    }

    @Test(arguments: StoreKind.allCases)
    func whoeverTakesTheLaneAfterADeathGoesOnWithTheRest(kind: StoreKind) throws {
        let store = try filled(kind)
        let first = try #require(try store.take([Rows.complaint], rewaking: rewaking("new")).first)
        try store.transact(first) { batch in
            batch.states = ["complaint": [Rows.state("C1", lane: Rows.complaint, due: Rows.noon.adding(.days(9)))]]
        }
        let successor = try #require(try store.take([Rows.complaint], rewaking: rewaking("new")).first)
        #expect(try dueKeys(store, successor, at: Rows.noon.adding(.seconds(9))) == ["C2", "C3"])
    }

    @Test(arguments: StoreKind.allCases)
    func noTimerIsPutOff(kind: StoreKind) throws {
        let store = try filled(kind)
        let late = Rewaking(revisions: ["complaint": "new"], now: Rows.noon.adding(.days(2)), perSecond: 1)
        let holding = try #require(try store.take([Rows.complaint], rewaking: late).first)
        #expect(holding.nextDue == Rows.noon.adding(.days(1)))
    }
}
