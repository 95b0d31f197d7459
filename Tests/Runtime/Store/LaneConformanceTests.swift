import Domain
import Foundation
import Runtime
import Testing

/// What every lane store promises of lanes: epochs, offsets, the journal and its watermark.
@Suite struct LaneConformanceTests {
    @Test(arguments: StoreKind.allCases)
    func aLaneNobodyHadStartsAtTheBeginningOfItsTopics(kind: StoreKind) throws {
        let world = try kind.world()

        let holding = try world.open().take(Rows.line)

        #expect(holding.epoch == 1)
        #expect(holding.offsets.isEmpty)
        #expect((holding.position, holding.confirmed, holding.serial) == (0, 0, 0))
        #expect(holding.nextDue == nil)
        #expect(holding.unconfirmed.isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func aTakeRaisesTheEpochAndGivesWhatIsOwedInOrderEveryColumnAsItWas(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let first = try store.take(Rows.line)
        try store.transact(first, offsets: ["redress.intake": 12], confirmed: 0) { batch in
            batch.lanes = [LaneAdvance(lane: Rows.line, position: 4, serial: 9)]
            batch.journal = [Rows.event(1), Rows.event(2), Rows.forwarded(3), Rows.event(4)]
        }
        try store.transact(first, confirmed: 1)

        let second = try world.open().take(Rows.line)

        #expect(second.epoch == 2)
        #expect(second.offsets == ["redress.intake": 12])
        #expect((second.position, second.confirmed, second.serial) == (4, 1, 9))
        #expect(second.unconfirmed == [Rows.event(2), Rows.forwarded(3), Rows.event(4)])
    }

    @Test(arguments: StoreKind.allCases)
    func takingSeveralLanesAtOnceKeepsThemApart(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let first = try store.take(Rows.complaint)
        try store.transact(first) { batch in
            batch.lanes = [LaneAdvance(lane: Rows.complaint, position: 1, serial: 1)]
            batch.journal = [Rows.event(1, lane: Rows.complaint)]
            batch.states = ["complaint": [Rows.state("C1", lane: Rows.complaint, due: Rows.noon)]]
        }

        let holdings = try store.take([Rows.line, Rows.otherLine, Rows.complaint]).sorted { $0.lane < $1.lane }

        #expect(holdings.map(\.lane) == [Rows.complaint, Rows.line, Rows.otherLine])
        #expect(holdings.map(\.epoch) == [2, 1, 1])
        #expect(holdings.map(\.nextDue) == [Rows.noon, nil, nil])
        #expect(holdings.map(\.unconfirmed.count) == [1, 0, 0])
    }

    @Test(arguments: StoreKind.allCases)
    func aWorkerWhoseLaneWasTakenIsFencedAndKeepsNothing(kind: StoreKind) throws {
        let world = try kind.world()
        let zombie = world.open()
        let old = try zombie.take(Rows.line)
        let owner = world.open()
        let new = try owner.take(Rows.line)

        let loaded = try zombie.transact(old, offsets: ["redress.intake": 5], confirmed: 3) { batch in
            batch.states = ["line": [Rows.state("token-1")]]
        }

        #expect(loaded.fenced == [Rows.line])
        let read = try owner.begin(new.load(groups: [GroupLoad(group: Rows.lineGroup, keys: ["token-1"])]))
        #expect(read.states["line"]?.isEmpty ?? true)
        owner.rollback()
        let again = try owner.take(Rows.line)
        #expect(again.offsets.isEmpty)
        #expect(again.confirmed == 0)
    }

    @Test(arguments: StoreKind.allCases)
    func oneLostLaneOfABatchKeepsTheWholeBatchOut(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let holdings = try store.take([Rows.line, Rows.otherLine])
        _ = try world.open().take(Rows.otherLine)

        let loaded = try store.begin(
            BatchLoad(lanes: holdings.map { LaneFence(lane: $0.lane, epoch: $0.epoch, offsets: ["redress.intake": 7], confirmed: 0) }))

        #expect(loaded.fenced == [Rows.otherLine])
        #expect(try world.open().take([Rows.line, Rows.otherLine]).allSatisfy { $0.offsets.isEmpty })
    }

    @Test(arguments: StoreKind.allCases)
    func offsetsAndWatermarkMoveWithTheCommitAndNotBefore(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let holding = try store.take(Rows.line)
        try store.transact(holding) { batch in
            batch.lanes = [LaneAdvance(lane: Rows.line, position: 2, serial: 2)]
            batch.journal = [Rows.event(1), Rows.event(2)]
        }
        _ = try store.begin(holding.load(offsets: ["redress.intake": 9], confirmed: 2))
        store.rollback()

        let rolledBack = try store.take(Rows.line)
        #expect(rolledBack.offsets.isEmpty)
        #expect(rolledBack.confirmed == 0)
        #expect(rolledBack.unconfirmed.map(\.position) == [1, 2])

        try store.transact(rolledBack, offsets: ["redress.intake": 9], confirmed: 2)
        let committed = try store.take(Rows.line)
        #expect(committed.offsets == ["redress.intake": 9])
        #expect(committed.confirmed == 2)
        #expect(committed.unconfirmed.isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func theWatermarkNeverGoesBackAndOtherTopicsKeepTheirOffsets(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let holding = try store.take(Rows.complaint)
        try store.transact(holding, offsets: ["redress.work-orders": 4, "redress.alerts": 2]) { batch in
            batch.lanes = [LaneAdvance(lane: Rows.complaint, position: 3, serial: 3)]
            batch.journal = (1...3).map { Rows.event($0, lane: Rows.complaint) }
        }
        try store.transact(holding, offsets: ["redress.alerts": 8], confirmed: 3)
        try store.transact(holding, confirmed: 1)

        let after = try store.take(Rows.complaint)
        #expect(after.offsets == ["redress.work-orders": 4, "redress.alerts": 8])
        #expect(after.confirmed == 3)
    }

    /// READ COMMITTED shows each statement what was committed before it: a take that reads the journal in the statement that raises the
    /// epoch would miss the row of the transaction it waited for.
    @Test(arguments: StoreKind.allCases)
    func whoTakesBetweenBeginAndCommitSeesTheTransactionWholeOrItNeverWas(kind: StoreKind) throws {
        let world = try kind.world()
        let first = world.open()
        let holding = try first.take(Rows.line)
        _ = try first.begin(holding.load(offsets: ["redress.intake": 1]))
        var batch = BatchChanges(now: Rows.noon)
        batch.lanes = [LaneAdvance(lane: Rows.line, position: 1, serial: 1)]
        batch.journal = [Rows.event(1)]

        var stands = false
        let second = try world.take([Rows.line]) {
            do {
                _ = try first.commit(batch)
                stands = true
            } catch is StoreError {
                first.rollback()
            }
        }

        let taken = try #require(second.first)
        #expect(taken.epoch == 2)
        #expect(taken.unconfirmed == (stands ? [Rows.event(1)] : []))
        #expect(taken.offsets == (stands ? ["redress.intake": 1] : [:]))
        #expect(try world.open().take(Rows.line).unconfirmed == taken.unconfirmed, "nothing came in afterwards")
    }

    @Test(arguments: StoreKind.allCases)
    func aConnectionLostInATransactionIsAnOutageAndAfterwardsTheStoreWorks(kind: StoreKind) throws {
        let world = try kind.world()
        let store = world.open()
        let holding = try store.take(Rows.line)
        _ = try store.begin(holding.load(offsets: ["redress.intake": 1]))
        try world.cutConnections()

        #expect { try store.commit(BatchChanges(now: Rows.noon)) } throws: { error in
            guard case StoreError.unavailable = error else { return false }
            return true
        }
        store.rollback()

        let again = try store.take(Rows.line)
        #expect(again.epoch == 2)
        #expect(again.offsets.isEmpty)
    }
}
