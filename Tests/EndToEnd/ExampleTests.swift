import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Testing

extension EndToEnd {
    /// The programs of `Examples`, run as an outsider runs them against the built services: a gateway, a desk and a consumer in each language.
    @Suite struct Examples {
        @Test(.enabled(if: Built.python != nil, "the Python examples were not run: Ops/install has not made .build/venv"))
        func thePythonExamplesDoWhatTheySay() throws { try play(.python) }

        @Test(.enabled(if: ExampleLanguage.canRunJava, "the Java examples were not run: they need java, and an Apache Kafka in KAFKA_HOME"))
        func theJavaExamplesDoWhatTheySay() throws { try play(.java) }

        @Test func theSwiftExamplesDoWhatTheySay() throws { try play(.swift) }

        /// A complaint is registered and a faulty one rejected, a desk accepts it and may not do so twice, and the deadline that is near is read.
        private func play(_ language: ExampleLanguage) throws {
            let deployment = try Deployment { $0.isEmbedded = !language.needsApacheKafka }
            let folder = deployment.folder.path
            let register = deployment.folder.appending("senders.yaml")
            let entry = try Run.output(
                of: Built.executable("redress"), ["keys", "make", "desk", "--role", "handler", "--person", "10086", "--folder", folder])
            try ("senders:\n" + entry).write(toFile: register, atomically: true, encoding: .utf8)
            for service in ServiceName.allCases { try deployment.start(service, ["--command-keys", register]) }
            try deployment.waitUntilReady()
            let runner = ExampleRunner(language: language, deployment: deployment)

            // Given a customer who spoke a day ago: half of the time for the first contact has gone.
            let sent = try runner.run(
                "gateway", ["web-0417", "13800138000", "三月账单多收了 10 元", "2026-03-31T09:55:00+08:00"])
            let registered = try deployment.fact("redress.complaint.registered.v1") { $0.text("eventID") == "web-0417" }
            #expect(sent.output == "registered \(registered.key)\n" && sent.status == 0, "\(sent.errors)")

            // When an event is faulty, then its gateway learns which field, and nothing is registered.
            let faulty = try runner.run(
                "gateway", ["web-0418", "1380013800O", "三月账单多收了 10 元", "2026-04-01T09:00:00+08:00"])
            #expect(faulty.output.hasPrefix("rejected data.line: has letters") && faulty.status == 1, "\(faulty.errors)\(faulty.output)")
            #expect(deployment.ledger.facts("redress.complaint.registered.v1").count == 1)

            // When the desk gives a command, then it learns what became of it; and when it gives the same again, why not.
            _ = try deployment.fact("redress.work-order.dispatched.v1", registered.key)
            let warned = try deployment.fact("redress.alert.warned.v1", registered.key)
            // Java derives no public key from a private one, so its desk is told both.
            let key = [deployment.folder.appending("desk.pem")] + (language == .java ? [try publicKey(in: entry)] : [])
            let command = key + ["10086", registered.key, "accept"]
            let accepted = try runner.run("desk", command)
            #expect(accepted.output == "redress.work-order.accepted.v1 \(registered.key)\n" && accepted.status == 0, "\(accepted.errors)")
            let again = try runner.run("desk", command)
            #expect(again.output.hasPrefix("refused command: ") && again.status == 1, "\(again.errors)\(again.output)")

            // Then the consumer reads of the deadline.
            let alerts = try runner.run("consumer", ["1"])
            #expect(alerts.status == 0, "\(alerts.errors)")
            #expect(
                alerts.output == "\(registered.key) first-contact at 50 %, due \(try #require(warned.text("dueAt")))\n", "\(alerts.errors)")

            // And whatever an example wrote is as the contracts say.
            try expectContractsKept(deployment)
            #expect(deployment.ledger.deadLetters.isEmpty)
        }

        /// The public key of an entry of the register: `{sender: …, key: "…", …}`.
        private func publicKey(in entry: String) throws -> String {
            let parts = entry.components(separatedBy: "key: \"")
            return try #require(parts.last?.split(separator: "\"").first.map(String.init))
        }

        /// Holds what the examples have published against the schemas, but for the faulty event.
        private func expectContractsKept(_ deployment: Deployment) throws {
            let own = [Topic.intake.name, Topic.workOrderCommands.name]
            var facts: [Fact] = []
            try deployment.wait("the gateway's event and both commands of the desk on their topics") {
                facts = try deployment.ledger.messages.filter { message in
                    own.contains(message.topic) && message.header("ce_id") != Data("web-0418".utf8)
                }.map(Fact.init)
                return facts.count >= 3
            }
            try Outsider.validate(facts)
        }
    }
}
