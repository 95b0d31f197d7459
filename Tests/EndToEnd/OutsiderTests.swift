import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// Programs that know nothing of ours.
    @Suite struct Outsiders {
        private static let lines = (0..<40).map { "1380000\(1_000 + $0)" }

        @Test(.enabled(if: Built.has("kcat"), "kcat is not installed"))
        func complaintsFromKcatWithItsOwnPartitionerAreRegistered() throws {
            let deployment = try Deployment()
            try deployment.start(.intake)
            let input = Self.lines.map { line in
                let event = CloudEvent(
                    id: "kcat-\(line)", source: "/kcat", type: IntakeType.submitted.rawValue, data: Gateway.complaint(line).data)
                return line + "\t" + String(decoding: CloudEventWriter.structured(event), as: UTF8.self) + "\n"
            }
            _ = try Run.output(
                of: "kcat", ["-P", "-b", deployment.broker.bootstrapServers, "-t", Topic.intake.name, "-K", "\t"],
                input: Data(input.joined().utf8))

            try expectOneComplaintALine(deployment)
            let misplaced = deployment.ledger.messages.filter { $0.topic == Topic.intake.name }.filter { message in
                message.partition != Murmur2.partition(of: message.key ?? Data(), count: deployment.options.partitions)
            }
            #expect(!misplaced.isEmpty, "CRC-32 puts some of forty lines where murmur2 does not")
        }

        @Test(.enabled(if: Built.python != nil, "Ops/install has not made .build/venv"))
        func complaintsFromPythonsConfluentKafkaAndCloudEventsAreRegistered() throws {
            let deployment = try Deployment()
            try deployment.start(.intake)
            _ = try Run.output(
                of: try #require(Built.python), [Built.file("Tests/EndToEnd/Support/submit.py"), deployment.broker.bootstrapServers],
                input: Data(Self.lines.map { String(decoding: Gateway.complaint($0).data, as: UTF8.self) + "\n" }.joined().utf8))

            try expectOneComplaintALine(deployment)
        }

        @Test(.enabled(if: Built.has("promtool"), "promtool is not installed"))
        func promtoolAcceptsEachServicesMetrics() throws {
            let deployment = try Deployment()
            try deployment.startAll()
            try deployment.gateway.submit(Gateway.complaint("13800009999"))
            _ = try deployment.fact("redress.notification.requested.v1")

            for instance in deployment.instances {
                let metrics = try instance.endpoint().get("/metrics").body
                #expect(metrics.contains("redress_messages_total{"), "\(instance.service)")
                let verdict = try Run("promtool", ["check", "metrics"], input: Data(metrics.utf8))
                #expect(verdict.status == 0, "\(instance.service): \(verdict.errors)\(verdict.output)")
            }
        }

        private func expectOneComplaintALine(_ deployment: Deployment) throws {
            try deployment.wait("each line has its complaint") {
                deployment.ledger.facts("redress.complaint.registered.v1").count == Self.lines.count
            }
            let masked = deployment.ledger.facts("redress.complaint.registered.v1").compactMap { fact in
                (fact.fields["line"] as? [String: Any])?["token"] as? String
            }
            #expect(Set(masked).count == Self.lines.count)
            #expect(deployment.ledger.deadLetters.isEmpty)
        }
    }
}
