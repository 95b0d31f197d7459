import Domain
import Postgres
import Runtime
import Synchronization
import Testing

/// A session that is of no use any more is given up, whatever made it so, and the next one works without anybody's help.
@Suite struct SpoiledSessionTests {
    /// What can be wrong with a session from its beginning on, and be right with the next.
    enum Spoiling: String, Sendable, CaseIterable {
        case mayNotWrite = "SET default_transaction_read_only = on"
        case hasNoTables = "SET search_path = nowhere"
        case hasNoRights = "SET SESSION AUTHORIZATION pg_monitor"
        case isFailed = "BEGIN; SAVEPOINT s; SET TRANSACTION READ ONLY"
    }

    @Test(arguments: Spoiling.allCases)
    func theNextAttemptIsAnotherSession(spoiling: Spoiling) throws {
        let world = try PostgresWorld()
        let opened = Mutex(0)
        let store = PostgresLaneStore { () throws(StoreError) in
            let connection = try world.connect()
            opened.withLock { $0 += 1 }
            guard opened.withLock({ $0 }) == 1 else { return connection }
            do throws(PostgresError) {
                // The store's first question is which tables have documents; only what follows is to fail.
                try connection.script(spoiling.rawValue)
            } catch {
                throw .unavailable(error.description)
            }
            return connection
        }
        let lane = LaneID(group: "complaint", number: 1)

        #expect(throws: StoreError.self) { try store.take([lane]) }

        #expect(try store.take([lane]).map(\.lane) == [lane])
        #expect(opened.withLock { $0 } == 2)
    }

    @Test func aFaultOfTheDataLeavesTheSession() throws {
        let world = try PostgresWorld()
        let opened = Mutex(0)
        let store = PostgresLaneStore { () throws(StoreError) in
            opened.withLock { $0 += 1 }
            return try world.connect()
        }
        let lane = LaneID(group: "complaint", number: 1000)
        #expect(throws: StoreError.self) { try store.take([lane]) }
        store.rollback()
        #expect(throws: StoreError.self) { try store.take([lane]) }
        #expect(opened.withLock { $0 } == 1)
    }
}
