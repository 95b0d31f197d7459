import Fakes
import Runtime
import Testing

/// A database as the contract of the lane store is tested on it; it lives as long as its stores.
protocol StoreWorld: AnyObject {
    /// A store with a connection of its own.
    func open() -> any LaneStore

    /// What an operator asks for.
    func request(_ request: DeadLetterRow.Request, _ letter: DeadLetterRow) throws

    /// Ends every store's connection, as a server that is restarted does.
    func cutConnections() throws

    /// Has another store take lanes while `body` runs, and gives what it got once it is through.
    ///
    /// A store that locks starts first and waits; one that does not has taken them before `body` runs.
    func take(_ lanes: [LaneID], during body: () throws -> Void) throws -> [LaneHolding]
}

/// The stores that keep the contract.
enum StoreKind: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case memory, postgres

    /// - Parameter service: whose tables it has.
    func world(of service: String = "intake") throws -> any StoreWorld {
        switch self {
        case .memory: MemoryWorld()
        case .postgres: try PostgresWorld(service)
        }
    }

    var testDescription: String { rawValue }
}

/// The fake, which the tests of the worker and the simulation stand on.
final class MemoryWorld: StoreWorld {
    private let database = MemoryDatabase()
    private var areCut = 0

    func open() -> any LaneStore {
        let store = MemoryStore(database)
        var heard = areCut
        store.mishap = { [self] in
            guard heard < areCut else { return nil }
            heard = areCut
            return .before
        }
        return store
    }

    func request(_ request: DeadLetterRow.Request, _ letter: DeadLetterRow) {
        database.request(request, of: letter.lane, number: letter.number)
    }

    func cutConnections() { areCut += 1 }

    func take(_ lanes: [LaneID], during body: () throws -> Void) throws -> [LaneHolding] {
        let holdings = try open().take(lanes)
        try body()
        return holdings
    }
}
