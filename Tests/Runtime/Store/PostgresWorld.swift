import Embedded
import Foundation
import Postgres
import Runtime
import Synchronization
import Testing

/// The real thing: a schema of its own with a service's migrations, on the server at `DATABASE_URL` or on one of the tests' own.
final class PostgresWorld: StoreWorld {
    private static let server = Result { try EmbeddedPostgres(durability: .relaxed) }
    private static let migrations = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Ops/migrations").standardizedFileURL

    private let url: String
    private let schema: String
    private let owner: PostgresConnection

    /// - Parameter folders: of the migrations, where they are not those of a service.
    init(_ service: String = "intake", folders: [String]? = nil) throws {
        url = try ProcessInfo.processInfo.environment["DATABASE_URL"] ?? Self.server.get().url
        schema = "lanes_\(UUID().uuidString.prefix(8).lowercased())"
        owner = try PostgresConnection(url, applicationName: "owner", connectTimeoutSeconds: 60)
        let migrator = Migrator(
            service: service, schema: schema,
            directories: (folders ?? ["lanes", service]).map { Self.migrations.appending(path: $0) }
                .filter { FileManager.default.fileExists(atPath: $0.path) })
        _ = try migrator.apply(owner) { _ in }
        _ = try owner.execute(Statement("SELECT set_config('search_path', $1, false)", [.text(schema)]))
    }

    deinit {
        // The schema of a test that has ended is of no use; where the server is gone already, so is the schema.
        _ = try? owner.run([Statement("SET lock_timeout = '2s'"), Statement("DROP SCHEMA \(schema) CASCADE")])
    }

    func open() -> any LaneStore {
        PostgresLaneStore { [self] () throws(StoreError) in try Self.connect(url, schema) }
    }

    /// A session as a store has it.
    func connect() throws(StoreError) -> PostgresConnection { try Self.connect(url, schema) }

    private static func connect(_ url: String, _ schema: String) throws(StoreError) -> PostgresConnection {
        do throws(PostgresError) {
            let connection = try PostgresConnection(url, applicationName: schema, connectTimeoutSeconds: 60)
            _ = try connection.execute(Statement("SELECT set_config('search_path', $1, false)", [.text(schema)]))
            return connection
        } catch {
            throw StoreError.unavailable(error.description)
        }
    }

    func request(_ request: DeadLetterRow.Request, _ letter: DeadLetterRow) throws {
        _ = try owner.execute(
            Statement(
                "UPDATE dead_letter SET request = $1 WHERE lane_group = $2 AND lane = $3 AND number = $4",
                [.text(request.rawValue), .text(letter.lane.group), .int4(letter.lane.number), .int8(letter.number)]))
    }

    /// Runs SQL as the owner of the schema.
    func run(_ sql: String) throws -> Postgres.Rows { try owner.execute(Statement(sql)) }

    func cutConnections() throws {
        _ = try owner.execute(
            Statement("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = $1", [.text(schema)]))
    }

    func take(_ lanes: [LaneID], during body: () throws -> Void) throws -> [LaneHolding] {
        let taken = TakeResult()
        let (url, schema) = (url, schema)
        let thread = Thread {
            let store = PostgresLaneStore { () throws(StoreError) in try Self.connect(url, schema) }
            taken.set(Result { try store.take(lanes) })
        }
        thread.start()
        try waitUntilOneWaitsForALock()
        try body()
        return try #require(taken.wait(seconds: 30), "the take never came through").get()
    }

    private func waitUntilOneWaitsForALock() throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            let waiting = try owner.execute(
                Statement(
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'", [.text(schema)]))
            if try waiting.int8(0, 0) > 0 { return }
        }
        Issue.record("the second store never waited for the first")
    }
}

/// What another thread got, waited for.
private final class TakeResult: Sendable {
    private let result = Mutex<Result<[LaneHolding], any Error>?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func set(_ result: Result<[LaneHolding], any Error>) {
        self.result.withLock { $0 = result }
        isThere.signal()
    }

    func wait(seconds: Double) -> Result<[LaneHolding], any Error>? {
        guard isThere.wait(timeout: .now() + seconds) == .success else { return nil }
        return result.withLock { $0 }
    }
}
