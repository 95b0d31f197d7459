import CommandLine
import Embedded
import Foundation
import Kafka
import Postgres
import Testing

@testable import OperatorService

/// Who sets things up may start before the servers do; what no waiting mends is said at once.
@Suite struct ServerWaitTests {
    /// What was said, and what is done when it is.
    private final class Listener {
        var said: [String] = []
        var failure: (any Error)?
        private let act: () throws -> Void

        init(_ act: @escaping () throws -> Void = {}) { self.act = act }

        func hear(_ text: String) {
            said.append(text)
            do { try act() } catch { failure = error }
        }
    }

    private func connect(_ url: String) throws -> PostgresConnection { try PostgresConnection(url, applicationName: "redress-tests") }

    @Test func aDatabaseThatComesIsWaitedForAndThatIsSaidOnce() throws {
        let server = try EmbeddedPostgres(durability: .relaxed)
        server.killServer()
        let listener = Listener { try server.restart() }
        let wait = ServerWait(for: "PostgreSQL", atMost: .seconds(60), said: "60s", say: listener.hear)
        let connection = try wait.perform { try connect(server.url) }
        #expect(try connection.execute(Statement("SELECT 1::int8")).int8(0, 0) == 1)
        #expect(listener.failure == nil)
        #expect(listener.said.count == 1)
        #expect(listener.said.first?.hasPrefix("waiting up to 60s for PostgreSQL: ") == true)
    }

    @Test func aDatabaseThatDoesNotComeIsWaitedForNoLongerThanAsked() throws {
        let port = try FreePort.find()
        let listener = Listener()
        let wait = ServerWait(for: "PostgreSQL", atMost: .milliseconds(1_200), said: "1200ms", say: listener.hear)
        #expect {
            _ = try wait.perform { try connect("postgresql://postgres@127.0.0.1:\(port)/redress") }
        } throws: { error in
            FailureReport(error).code == .unavailable
        }
        #expect(listener.said.count == 1)
    }

    @Test func aDatabaseThatIsNotThereByThatNameIsSaidAtOnce() throws {
        let server = try EmbeddedPostgres(durability: .relaxed)
        let listener = Listener()
        let wait = ServerWait(for: "PostgreSQL", atMost: .seconds(60), said: "60s", say: listener.hear)
        #expect(throws: PostgresError.self) { try wait.perform { try connect(server.url(user: "postgres", database: "nowhere")) } }
        #expect(listener.said.isEmpty)
    }

    @Test func ofTheBrokersWordsOnlyThoseOfSomebodyWhoComesUpAreWaitedOn() {
        let passing: [Int32] = [-195, -185, -187, 38]
        for code in passing { #expect(ServerWait.mayPass(KafkaError(code: code, context: "ask")), "\(code)") }
        // Another number of partitions, a refused name, an invalid topic.
        for code: Int32 in [37, 58, 29, 17] { #expect(!ServerWait.mayPass(KafkaError(code: code, context: "ask")), "\(code)") }
    }

    @Test func topicsCreateEndsWithTheReasonWhereNoBrokerComes() throws {
        let port = try FreePort.find()
        let arguments = try CommandLines.parse("topics", "create", "--kafka-bootstrap-servers", "127.0.0.1:\(port)", "--wait", "1s")
        let topics = try #require(TopicsCommand.command.subcommands.first { $0.command.name == "create" })
        #expect {
            _ = try topics.run(arguments)
        } throws: { error in
            FailureReport(error).code == .unavailable && FailureReport(error).text.contains("no Kafka broker answers")
        }
    }

    @Test func whoDoesNotWantToWaitIsToldAtOnce() throws {
        let port = try FreePort.find()
        let arguments = try CommandLines.parse(
            "migrate", "--admin-database-url", "postgresql://postgres@127.0.0.1:\(port)/redress", "--wait", "0s")
        #expect {
            _ = try MigrateCommand.command.run(arguments)
        } throws: { error in
            FailureReport(error).code == .unavailable
        }
    }
}
