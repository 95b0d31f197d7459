import Embedded
import Foundation
import Testing

struct EmbeddedPostgresTests {
    @Test func aServerStartsAnswersSurvivesAKillAndLeavesNothing() throws {
        var server: EmbeddedPostgres? = try EmbeddedPostgres(durability: .relaxed)
        let (directory, port, url) = try #require(server.map { ($0.directory, $0.port, $0.url) })
        #expect(url == "postgresql://postgres@127.0.0.1:\(port)/postgres")
        #expect(try Loopback.accepts(port: port))

        server?.killServer()
        #expect(server?.isRunning == false)
        #expect(try !Loopback.accepts(port: port))

        try server?.restart()
        #expect(try Loopback.accepts(port: port))
        server?.stop()
        #expect(try !Loopback.accepts(port: port))
        #expect(FileManager.default.fileExists(atPath: directory))

        server = nil
        #expect(!FileManager.default.fileExists(atPath: directory))
    }

    @Test func anImpossibleSettingIsReportedInTheServersOwnWords() {
        #expect { try EmbeddedPostgres(durability: .relaxed, settings: ["shared_buffers": "much"]) } throws: {
            "\($0)".contains("shared_buffers")
        }
    }
}

@Suite struct FreePortTests {
    @Test(.enabled(if: FreePort.connectionPorts.lowerBound > 10_000, "the system may give any port to connections"))
    func aServersPortIsNoneThatAConnectionMayBeGivenWhileItIsAway() throws {
        for _ in 0..<50 {
            let port = try FreePort.find()
            #expect((10_000..<FreePort.connectionPorts.lowerBound).contains(port))
        }
    }
}
