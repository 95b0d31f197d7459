import Domain
import Foundation
import Runtime
import Testing

/// What every lane store answers when it is asked which published facts it does not know.
@Suite struct MissingConformanceTests {
    private func position(_ sequence: Int64, key: String = "C1", after minutes: Int = 0) -> PublishedPosition {
        PublishedPosition(topic: "redress.complaints", key: key, sequence: sequence, at: Rows.noon.adding(.minutes(minutes)))
    }

    @Test(arguments: StoreKind.allCases)
    func aFactInTheJournalIsKnownAndOneThatIsNotIsMissingWhetherConfirmedOrNot(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        try store.transact(holding, confirmed: 0) { batch in
            batch.lanes = [LaneAdvance(lane: Rows.line, position: 2, serial: 0)]
            batch.journal = [Rows.event(1), Rows.event(2)]
        }

        #expect(try store.missing([position(1), position(2)]).isEmpty)
        #expect(try store.missing([position(2), position(3), position(1, key: "C2")]) == [position(3), position(1, key: "C2")])
        #expect(try store.missing([]).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func anEmptyDatabaseKnowsNothingOfWhatWasPublished(kind: StoreKind) throws {
        let store = try kind.world().open()

        #expect(try store.missing([position(1)]) == [position(1)])
        _ = try store.take(Rows.line)
        #expect(try store.missing([position(1)]) == [position(1)])
    }

    @Test(arguments: StoreKind.allCases)
    func whatIsOlderThanTheJournalMayHaveBeenDeletedAndIsNotMissed(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        try store.transact(holding, confirmed: 0) { batch in
            batch.lanes = [LaneAdvance(lane: Rows.line, position: 7, serial: 0)]
            batch.journal = [Rows.event(7)]
        }

        #expect(try store.missing([position(6, after: -1), position(8)]) == [position(8)])
    }

    @Test(arguments: StoreKind.allCases)
    func whereRetentionHasLeftNoRowNothingIsMissed(kind: StoreKind) throws {
        let store = try kind.world().open()
        let holding = try store.take(Rows.line)
        try store.transact(holding, confirmed: 0) { $0.lanes = [LaneAdvance(lane: Rows.line, position: 7, serial: 0)] }

        #expect(try store.missing([position(7)]).isEmpty)
    }
}
