import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// That the limits `redress topics acls` prints hold on an Apache Kafka: one gateway's flood is its own trouble.
    @Suite(
        .enabled(if: ProcessInfo.processInfo.environment["KAFKA_HOME"] != nil, "needs an Apache Kafka: set KAFKA_HOME"),
        .enabled(if: Built.has("kcat"), "kcat is not installed"))
    struct Quotas {
        /// Bytes a second that each gateway may send.
        private static let share = 20_000
        private static let gateways = ["app", "hotline"]

        private static func lines(_ start: Int, _ count: Int) -> [String] { (0..<count).map { String(start + $0) } }

        private static func complaint(_ line: String, channel: String, description: String) -> IntakeSubmission {
            var submission = Gateway.complaint(line)
            submission.channel = Channel(channel)
            submission.description = description
            return submission
        }

        /// Gives the gateways their limits and rights by the very lines that the command prints for them.
        private func letIn(_ deployment: Deployment) throws {
            let broker = try #require(deployment.broker as? ApacheKafka)
            let printed = try Run.output(
                of: Built.executable("redress"),
                ["topics", "acls", "--commands", "--outsider-bytes-per-second", "\(Self.share)"]
                    + Self.gateways.flatMap { ["--user", "channel-gateway=\($0)"] },
                environment: ["KAFKA_BOOTSTRAP_SERVERS": broker.bootstrapServers]
            ).split(separator: "\n").map(String.init)
            let limits = printed.filter { line in Self.gateways.contains { line.hasSuffix("--entity-name \($0)") } }
            let rights = printed.filter { line in Self.gateways.contains { line.contains("User:\($0) ") } }
            // To write its complaints, and to read the answers in a group of its own.
            try #require(limits.count == Self.gateways.count && rights.count == 3 * Self.gateways.count, "\(printed)")

            // The limits first: a broker takes in what it is told in order, so whoever has the right has the limit.
            let tools = try BrokerTools(broker)
            try tools.run(limits)
            try tools.run(rights)
            for user in Self.gateways {
                let security = try #require(broker.door).security(of: user)
                let admin = try KafkaAdmin(
                    KafkaSettings(bootstrapServers: broker.bootstrapServers, clientID: user, security: security))
                try deployment.wait("\(user) may write") { try admin.topics()[Topic.intake.name] != nil }
            }
        }

        @Test func aGatewayThatFloodsIsHeldToItsShareAndAnothersComplaintsAreRegisteredMeanwhile() throws {
            let deployment = try Deployment { $0.isGuarded = true }
            try letIn(deployment)
            try deployment.start(.intake)
            try deployment.waitUntilReady()
            // The app sends the same complaints over and over, each in a partition where some of the hotline's lie, too.
            let (floodLines, hotlineLines) = (Self.lines(13_700_000_000, 48), Self.lines(13_800_000_000, 24))
            let partitions = { (lines: [String]) in Set(lines.map { Murmur2.partition(of: Data($0.utf8), count: 12) }) }
            try #require(partitions(hotlineLines).isSubset(of: partitions(floodLines)))
            let again = String(repeating: "Charged twice for March. ", count: 150)
            let flood = (0..<2_000).map { Self.complaint(floodLines[$0 % floodLines.count], channel: "app", description: again) }

            let began = ContinuousClock.now
            let app = try ForeignGateway("app", of: deployment, sends: flood)
            try #require(app.isDelayed(byMilliseconds: 1_000, within: 60), "brokers never delayed the app much: \(app.log)")
            let hotline = try ForeignGateway(
                "hotline", of: deployment,
                sends: hotlineLines.map { Self.complaint($0, channel: "hotline", description: "No signal since Monday.") })

            #expect(hotline.process.wait(within: 60) == .exited(0), "\(hotline.log)")
            try deployment.wait("each of the hotline's complaints is registered") {
                deployment.ledger.facts("redress.complaint.registered.v1").count { $0.text("channel") == "hotline" } == hotlineLines.count
            }
            #expect(!hotline.wasDelayed, "\(hotline.log)")
            let taken = deployment.ledger.messages.filter { message in
                message.topic == Topic.intake.name && message.key.map { floodLines.contains(String(decoding: $0, as: UTF8.self)) } == true
            }.reduce(0) { $0 + ($1.value?.count ?? 0) }
            // A broker looks at eleven windows of a second: whoever was silent may send that much at once. Twice that, and what is under way.
            let seconds = began.duration(to: .now) / .seconds(1)
            let most = 2 * Double(Self.share) * (seconds + 11) + 200_000
            #expect(Double(taken) < most, "the brokers took \(taken) bytes in \(seconds) s")
            #expect(app.process.isRunning, "the app still has most of its flood to send")
            app.process.kill()
            #expect(deployment.ledger.breaches.isEmpty && deployment.ledger.deadLetters.isEmpty)
        }
    }
}
