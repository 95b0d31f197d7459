import CommandLine
import Contracts
import Embedded
import Foundation
import Kafka
import Testing

@testable import OperatorService

/// One Apache Kafka that asks who comes, for all tests: with every topic, and the rights that `redress topics acls --apply` gives.
enum GuardedBroker {
    /// Where an Apache Kafka lies; without one nothing here can be tried, as the embedded broker asks nobody.
    static let home = ProcessInfo.processInfo.environment["KAFKA_HOME"]

    static let authority = Result { try CertificateAuthority(named: "Redress Tests") }
    private static let shared = Result {
        let door = try GuardedDoor(authority.get(), users: TopicRole.all.map(\.userName))
        let broker = try ApacheKafka(home: home ?? "", door: door)
        for words in [["topics", "create", "--partitions", "1"], ["topics", "acls", "--apply"]] {
            let arguments = try CommandLines.parse(words + flags(GuardedDoor.administrator, broker, door))
            try #require(try command(words[1]).run(arguments) == .ok)
        }
        try waitForRights(broker, door)
        return (broker, door)
    }

    /// A broker answers before it holds everybody to what it was told.
    private static func waitForRights(_ broker: ApacheKafka, _ door: GuardedDoor) throws {
        let last = try #require(TopicRole.all.last)
        let settings = KafkaSettings(
            bootstrapServers: broker.bootstrapServers, clientID: "guarded-tests", security: door.security(of: last.userName))
        let (admin, wanted) = (try KafkaAdmin(settings), Set((last.reads + last.writes).map(\.name)))
        let deadline = ContinuousClock.now + .seconds(30)
        while try !wanted.isSubset(of: admin.topics().keys) {
            try #require(ContinuousClock.now < deadline, "the rights never came to count")
        }
    }

    static func broker() throws -> ApacheKafka { try shared.get().0 }
    static func door() throws -> GuardedDoor { try shared.get().1 }

    private static func command(_ name: String) throws -> OperatorCommand {
        try #require(TopicsCommand.command.subcommands.first { $0.command.name == name })
    }

    /// How a person says who comes.
    private static func flags(_ user: String, _ broker: ApacheKafka, _ door: GuardedDoor) -> [String] {
        [
            "--kafka-bootstrap-servers", broker.bootstrapServers, "--kafka-security-protocol", "sasl_ssl", "--kafka-ca-file", door.caFile,
            "--kafka-sasl-mechanism", door.security(of: user).mechanism.rawValue,
            "--kafka-user", user, "--kafka-password-file", door.passwordFile(of: user),
        ]
    }

    /// A client that shows a certificate in place of a password.
    static func settings(showing identity: KafkaSecurity.Identity?) throws -> KafkaSettings {
        let security = KafkaSecurity(transport: .tls, caFile: try door().caFile, identity: identity)
        return KafkaSettings(bootstrapServers: try broker().certificateServers, clientID: "guarded-tests", security: security)
    }

    /// A client of that user, with what the test wants otherwise.
    static func settings(of user: String, _ change: (inout KafkaSecurity) -> Void = { _ in }) throws -> KafkaSettings {
        var security = try door().security(of: user)
        change(&security)
        return KafkaSettings(bootstrapServers: try broker().bootstrapServers, clientID: "guarded-tests", security: security)
    }
}
