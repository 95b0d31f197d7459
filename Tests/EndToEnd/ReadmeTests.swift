import Contracts
import Domain
import Embedded
import Foundation
import Testing

extension EndToEnd {
    /// The README's steps, copied from it and run with no other rights than `redress topics acls` gives: where `KAFKA_HOME` is set, brokers hold
    /// everybody to them.
    @Suite struct ReadmeSteps {
        private func deployment() throws -> Deployment {
            let hasApache = ProcessInfo.processInfo.environment["KAFKA_HOME"] != nil
            return try Deployment { $0.isGuarded = hasApache }
        }

        /// Runs a block until what it says is there.
        private func answer(_ deployment: Deployment, _ attempt: () throws -> Run) throws -> String {
            var last: Run?
            try deployment.wait("an answer", detail: { "\(last?.errors ?? "")\(last?.output ?? "")" }) {
                last = try attempt()
                return last?.status == 0 && last?.output.isEmpty == false
            }
            return try #require(last?.output)
        }

        @Test func whatAGatewaySendsWithKcatIsRegisteredAndItFindsItsNumber() throws {
            let deployment = try deployment()
            try deployment.startAll()
            let examples = try Readme(under: "Publish a complaint").code("sh")
            let gateway = try Visitor("channel-gateway", of: deployment)

            let sent = try gateway.run(examples[0], in: deployment.folder.path)
            #expect(sent.status == 0, "\(sent.errors)")
            let found = try answer(deployment) { try gateway.run(examples[1], in: deployment.folder.path) }

            let registered = try deployment.fact("redress.complaint.registered.v1") { $0.text("eventID") == "hall-20260401-0001" }
            #expect(found.contains("\"complaint\":\"\(registered.key)\""))
            #expect(registered.text("eventSource") == "/gateway/hall")
            #expect(!found.contains("13800138000") && !found.contains("李雷"), "what is personal is sealed")
        }

        @Test(.enabled(if: Built.python != nil, "Ops/install has not made .build/venv"))
        func whatAGatewaySendsWithPythonIsRegisteredAndItFindsItsNumber() throws {
            let deployment = try deployment()
            try deployment.startAll()
            let examples = try Readme(under: "Publish a complaint").code("python")
            let (gateway, python) = (try Visitor("channel-gateway", of: deployment), try #require(Built.python))

            let sent = try gateway.run(examples[0], in: deployment.folder.path, with: python)
            #expect(sent.status == 0, "\(sent.errors)")
            let found = try gateway.run(examples[1], in: deployment.folder.path, with: python)

            let registered = try deployment.fact("redress.complaint.registered.v1") { $0.text("eventID") == "app-20260401-0001" }
            #expect(found.output == "redress.complaint.registered.v1 \(registered.key)\n", "\(found.errors)")
        }

        @Test func whatIsWrongWithAnEventIsToldWhereTheReadmeSendsItsSender() throws {
            let deployment = try deployment()
            try deployment.startAll()
            let examples = try Readme(under: "Publish a complaint").code("sh")
            let gateway = try Visitor("channel-gateway", of: deployment)
            let spoilt = examples[0].replacing("\"line\":\"13800138000\"", with: "\"line\":\"1380013800O\"")

            _ = try gateway.run(spoilt, in: deployment.folder.path)
            let found = try answer(deployment) { try gateway.run(examples[1], in: deployment.folder.path) }
            #expect(found.contains("\"field\":\"data.line\"") && found.contains("has letters"))

            // The line's next complaint is taken at once.
            let next = examples[0].replacing("hall-20260401-0001", with: "hall-20260401-0002")
            _ = try gateway.run(next, in: deployment.folder.path)
            _ = try deployment.fact("redress.complaint.registered.v1") { $0.text("eventID") == "hall-20260401-0002" }
            #expect(deployment.ledger.deadLetters.isEmpty)
        }

        @Test func aDeskGivesASignedCommandAndLearnsWhatBecameOfIt() throws {
            let deployment = try deployment()
            let lines = try #require(Readme(under: "Give a command").code("sh").first).split(separator: "\n").map(String.init)
            let folder = deployment.folder.path
            let desk = try Visitor("handler-desk", of: deployment)
            for line in lines.prefix(2) {
                let made = try desk.run(line, in: folder)
                #expect(made.status == 0, "\(line): \(made.errors)")
            }
            for service in ServiceName.allCases { try deployment.start(service, ["--command-keys", folder + "/senders.yaml"]) }
            try deployment.waitUntilReady()
            try deployment.gateway.submit(Gateway.complaint("13900000072"))
            let number = try deployment.fact("redress.work-order.dispatched.v1").key

            let given = try desk.run(lines[2].replacing("C20260401000001", with: number).replacing("10s", with: "50s"), in: folder)
            #expect(given.status == 0 && given.output.contains("accepted"), "\(given.errors)\(given.output)")
        }
    }
}
