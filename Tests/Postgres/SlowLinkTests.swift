import Embedded
import Foundation
import Postgres
import Testing

@Suite(.serialized) struct SlowLinkTests {
    private static let server = Result { try EmbeddedPostgres(durability: .relaxed) }
    private let server: EmbeddedPostgres
    private let link: SlowLink

    init() throws {
        server = try Self.server.get()
        link = try SlowLink(to: server.port)
    }

    private func connect() throws -> PostgresConnection {
        try PostgresConnection(server.url(user: "postgres", database: "postgres", port: link.port), applicationName: "test")
    }

    @Test func aDelayMeetsQuestionAndAnswerAndEndsWithIt() throws {
        let connection = try connect()
        link.set(.init(delayMilliseconds: 150))
        let began = ContinuousClock.now
        #expect(try connection.execute(Statement("SELECT 1")).int4(0, 0) == 1)
        #expect(ContinuousClock.now - began >= .milliseconds(300))

        link.set(.good)
        #expect(try connection.execute(Statement("SELECT 2")).int4(0, 0) == 2)
    }

    @Test func whatPassesSlowlyArrivesWholeAndInOrder() throws {
        let connection = try connect()
        link.set(.init(delayMilliseconds: 0, bytesPerSecond: 4 << 20))
        let began = ContinuousClock.now
        let text = try connection.execute(Statement("SELECT string_agg(n::text, ' ') FROM generate_series(1, 200000) AS n")).text(0, 0)
        #expect(text == (1...200_000).map(String.init).joined(separator: " "))
        #expect(ContinuousClock.now - began >= .milliseconds(250), "1.3 MB at 4 MB/s")
    }

    @Test func whoConnectsWhileTheServerIsAwayIsHungUpOnAndAfterwardsServed() throws {
        server.stop(.immediate)
        #expect(throws: PostgresError.self) { try connect() }
        try server.restart()
        #expect(try connect().execute(Statement("SELECT 3")).int4(0, 0) == 3)
    }

    @Test func anEndedLinkEndsItsConnections() throws {
        let connection = try connect()
        link.end()
        let error = #expect(throws: PostgresError.self) {
            while true { try connection.execute(Statement("SELECT pg_sleep(0.01)")) }
        }
        #expect(error?.isConnectionLoss == true)
    }
}
